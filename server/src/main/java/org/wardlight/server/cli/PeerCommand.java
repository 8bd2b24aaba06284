// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.DicomConfig;
import org.wardlight.server.wiring.DicomNode;
import org.wardlight.server.wiring.Node;
import org.wardlight.sync.Json;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.Peer.Right;
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.dimse.scu.PeerTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight peer}: the PACS and workstations next door. Works beside a running server, which takes a change at once. */
@Command(
        name = "peer",
        description = "List, add, remove and test the PACS, workstations and modalities that are known here.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class PeerCommand extends AccountsCommand {
    private static final int MOST = 1_000;

    PeerCommand(Console console) {
        super(console);
    }

    @Command(name = "list", description = "Who is known, one line each.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "Print one JSON object a peer.") boolean json) throws Exception {
        return withNode(node -> {
            for (Peer peer : node.peerBook().all()) {
                console.out()
                        .println(
                                json
                                        ? new String(Json.bytes(peer), StandardCharsets.UTF_8)
                                        : String.join(
                                                "\t",
                                                peer.name(),
                                                peer.address(),
                                                peer.tls() ? "tls" : "plain",
                                                words(peer.rights()),
                                                peer.web()));
            }
        });
    }

    @Command(
            name = "add",
            description = "Make a peer known, in place of the one of that name.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "As people call it.") String name,
            @Parameters(paramLabel = "AET@HOST:PORT", description = "Its AE title, and where it answers.") String where,
            @Option(
                            names = "--may",
                            paramLabel = "WORDS",
                            split = ",",
                            defaultValue = "push,query,receive",
                            description =
                                    "What it may here, of push (C-STORE), query (C-FIND, C-GET, C-MOVE) and receive "
                                            + "(be the destination of a C-MOVE); none for nothing (default: all three).")
                    List<String> may,
            @Option(names = "--tls", description = "Speak to it in TLS.") boolean tls,
            @Option(
                            names = "--any-address",
                            description = "It may call from another address than its host's, as behind NAT.")
                    boolean anyAddress,
            @Option(
                            names = "--web",
                            paramLabel = "URL",
                            defaultValue = "",
                            description = "Its DICOMweb service, such as https://pacs.example/dicom-web.")
                    String web,
            @Option(
                            names = "--charset",
                            paramLabel = "TERM",
                            defaultValue = "",
                            description = "Character set of its answers that name none, such as ISO_IR 126.")
                    String characterSet)
            throws Exception {
        Peer parsed = DicomOptions.parsed(where);
        Peer plain = Peer.at(name.strip(), parsed.title(), parsed.host(), parsed.port())
                .withTls(tls)
                .withCharacterSet(characterSet)
                .withRights(rights(may));
        Peer peer = withWeb(anyAddress ? plain.fromAnyAddress() : plain, web);
        return withNode(node -> {
            if (!node.peerBook().put(peer)) {
                throw new ConfigException(
                        "another peer has the AE title " + peer.title() + "; see 'wardlight peer list'");
            }
            console.out().println("Added " + peer.name() + ", " + peer.address() + ".");
        });
    }

    @Command(
            name = "remove",
            description = "Forget a peer: it is turned away from now on.",
            mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "NAME", description = "As 'list' prints it.") String name) throws Exception {
        return withNode(node -> {
            if (!node.peerBook().remove(name)) {
                throw new ConfigException("There is no peer of the name " + name + ".");
            }
        });
    }

    @Command(
            name = "commitments",
            description = "What peers were asked to answer for (send --commit), newest first.",
            mixinStandardHelpOptions = true)
    int commitments() throws Exception {
        return withNode(node -> node.commitments()
                .newest(MOST)
                .forEach(asked -> console.out()
                        .println(String.join(
                                "\t",
                                asked.askedAt().toString(),
                                asked.peer(),
                                asked.study(),
                                asked.answeredAt() == null
                                        ? "no answer yet"
                                        : asked.committed() + " of " + asked.objects() + " committed",
                                String.join(" ", asked.failed().keySet())))));
    }

    @Command(
            name = "test",
            description = "Try what works with a peer: echo, queries, and whether it can send to us.",
            footer = {
                "",
                "Whether it can send to us is tried only with --dicom-port, the port here that it has for our AE title.",
                "Exit code 0 only when nothing failed."
            },
            mixinStandardHelpOptions = true)
    int test(
            @Parameters(paramLabel = "NAME|AET@HOST:PORT", description = "The peer.") String name,
            @Option(names = "--dicom-port", paramLabel = "N", description = "Port to listen on for its call.") @Nullable
                    Integer port,
            @Option(
                            names = "--dicom-host",
                            paramLabel = "ADDRESS",
                            defaultValue = "127.0.0.1",
                            description = "Address to listen on (default: 127.0.0.1).")
                    String host,
            @Mixin DicomOptions options)
            throws Exception {
        boolean[] failed = {false};
        int done = withNode(node -> {
            Peer peer = options.peer(name, node.peerBook()).fromAnyAddress();
            for (PeerTest.Line line : lines(node, peer, port, host, options)) {
                failed[0] |= line.outcome() == PeerTest.Outcome.FAILED;
                console.out()
                        .println(word(line.outcome()) + "\t" + word(line.step()) + "\t"
                                + Failures.oneLine(line.words()));
            }
        });
        return failed[0] ? 1 : done;
    }

    private List<PeerTest.Line> lines(Node node, Peer peer, @Nullable Integer port, String host, DicomOptions options)
            throws Exception {
        DicomConfig config =
                new DicomConfig(options.title(), host, port == null ? 0 : port, List.of(peer), false, options.tls());
        DicomNode dicom = DicomNode.of(config, node, console.environment());
        if (port == null) {
            return dicom.tested(peer);
        }
        try (DimseServer server = dicom.listen()) {
            return dicom.answering(server).tested(peer);
        }
    }

    private static Peer withWeb(Peer peer, String web) {
        try {
            return peer.withWeb(web);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException("--web is " + web + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Set<Right> rights(List<String> words) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String word : words) {
            try {
                if (!word.isBlank() && !word.equals("none")) {
                    rights.add(Right.valueOf(word.strip().toUpperCase(Locale.ROOT)));
                }
            } catch (IllegalArgumentException unknown) {
                throw new ConfigException("--may is " + word + "; expected push, query, receive or none");
            }
        }
        return rights;
    }

    private static String words(Set<Right> rights) {
        return rights.isEmpty()
                ? "none"
                : rights.stream().sorted().map(Right::word).collect(Collectors.joining(","));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
