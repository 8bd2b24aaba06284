// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.CopyReport;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.ServerConfig;
import org.wardlight.server.wiring.UpstreamPins;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.Json;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.transfer.DevicePairing;
import org.wardlight.sync.transfer.Purpose;
import org.wardlight.sync.transfer.Receiver;
import org.wardlight.sync.transfer.SiteAccess;
import org.wardlight.sync.transfer.SiteClient;
import org.wardlight.sync.transfer.SiteLists;
import org.wardlight.sync.transfer.TransferException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wardlight sync}: copies studies from a site, whatever the link does meanwhile. */
@Command(
        name = "sync",
        description = "Copy studies from a site to this machine; what was interrupted goes on where it was.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code 0 only when every study is complete and every byte verified."})
final class SyncCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--study", paramLabel = "UID", description = "Study Instance UID; may be given more than once.")
    private List<String> studies = new ArrayList<>();

    @Option(
            names = "--list",
            paramLabel = "NAME",
            description = "All studies that are on a list of the site now, newest first; may be given more than once.")
    private List<String> lists = new ArrayList<>();

    @Option(names = "--from", required = true, paramLabel = "URL", description = "Address of the site.")
    private URI from = URI.create("");

    @Option(
            names = "--pair",
            paramLabel = "CODE",
            description = "First make this machine known to the site, by a code from its administrator.")
    private @Nullable String code;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = "With --pair: what the site's list of devices calls this machine (default: its host name).")
    private @Nullable String name;

    @Mixin
    private UpstreamFlags upstream = new UpstreamFlags();

    @Option(
            names = "--store",
            paramLabel = "FILE",
            defaultValue = "${env:WARDLIGHT_STORE}",
            description = "Where to keep them: one file when the name ends in .sqlite, else a folder.")
    private @Nullable Path store;

    @Option(
            names = "--purpose",
            paramLabel = "WORD",
            defaultValue = "original",
            description = "What of a study: preview, exact or original (default: ${DEFAULT-VALUE}).")
    private Purpose purpose = Purpose.ORIGINAL;

    @Option(
            names = "--rate",
            paramLabel = "BYTES",
            defaultValue = "0",
            description = "Most bytes a second; 0 for no limit.")
    private long rate;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "When the copies end, such as 2026-11-27T18:00 by this machine's clock; they are removed then, and a clock set back prolongs nothing.")
    private @Nullable LocalDateTime until;

    @Option(names = "--json", description = "Print one JSON object a study.")
    private boolean json;

    SyncCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        ServerConfig.checkUpstream(from);
        if (until != null && until.isBefore(LocalDateTime.now(ZoneId.systemDefault()))) {
            throw new ConfigException("--until is " + until + ", which is past: give a time to come");
        }
        if (code == null && studies.isEmpty() && lists.isEmpty()) {
            throw new ConfigException(
                    "--study is missing: give the Study Instance UID of what to copy, or the name of a list with --list, or --pair");
        }
        int incomplete = 0;
        try (Node node = Wiring.open(Stores.of(console, Optional.ofNullable(store), true), Clock.systemUTC())) {
            SiteAccess site = upstream.to(from, node);
            if (code != null) {
                pair(site, node, code);
            }
            Receiver receiver = UpstreamPins.receiver(site, node, rate);
            console.stopped().accept(receiver::stop);
            for (String study : wanted(site)) {
                incomplete += fetch(receiver, study);
                if (until != null) {
                    Instant end = until.atZone(ZoneId.systemDefault()).toInstant();
                    node.keeps().leases().put(study, end);
                }
            }
            new CopyReport(SiteClient.of(site), node).tell();
        }
        return incomplete == 0 ? 0 : 1;
    }

    /** Without repeats: a patient may be on two lists. */
    private Set<String> wanted(SiteAccess site) throws IOException {
        Set<String> wanted = new LinkedHashSet<>(studies);
        for (String list : lists) {
            try {
                wanted.addAll(SiteLists.studies(site, list));
            } catch (TransferException refused) {
                throw new IOException("List " + list + ": " + refused.getMessage() + ".");
            }
        }
        return wanted;
    }

    private void pair(SiteAccess site, Node node, String given) throws IOException {
        if (from.getScheme().equals("http")
                && !InetAddress.getByName(from.getHost()).isLoopbackAddress()) {
            throw new ConfigException("--from is " + from + ", so the secret would travel for all to read: use https");
        }
        Wiring.keepToOwner(Stores.of(console, Optional.ofNullable(store), true));
        try {
            node.siteTokens().put(SiteAccess.name(from), DevicePairing.pair(site, given, shownName()));
        } catch (TransferException refused) {
            throw new IOException("Not paired: " + refused.getMessage() + ".");
        }
        console.out().println("Paired with " + from + ".");
    }

    private String shownName() {
        if (name != null) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }

    /** @return 1 when the study is not complete */
    private int fetch(Receiver receiver, String study) throws IOException {
        try (Progress progress = Progress.on(console)) {
            Receiver.Outcome outcome = receiver.fetch(study, purpose, new Told(progress));
            progress.close();
            say(new Line(study, "complete", outcome.plainBytes(), outcome.wireBytes(), outcome.breaks(), ""));
            return 0;
        } catch (IOException | IllegalArgumentException stopped) {
            say(new Line(study, "incomplete", 0, 0, 0, Failures.sentence(stopped)));
            return 1;
        }
    }

    private void say(Line line) {
        if (json) {
            console.out().println(new String(Json.bytes(line), StandardCharsets.UTF_8));
        } else if (line.message().isEmpty()) {
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%s: complete and verified; %s arrived in %s over the wire, the link broke %d times.",
                            line.study(),
                            Sizes.text(line.bytes()),
                            Sizes.text(line.wireBytes()),
                            line.breaks()));
        } else {
            console.err()
                    .println(line.study() + ": not complete: " + line.message()
                            + " Run the same command again to go on.");
        }
    }

    /** Tells the user how far it is; a pause of a second or more is said with its reason. */
    private final class Told implements Receiver.Progress {
        private final Progress progress;

        Told(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void at(Pin pin) {
            if (pin.ofBytes() > 0) {
                progress.update("Receiving", pin.haveBytes(), pin.ofBytes(), "bytes");
            }
        }

        @Override
        public void waits(String reason, Duration wait) {
            if (wait.toSeconds() > 0) {
                progress.close();
                console.err().println("Waiting: " + reason + "; asking again in " + wait.toSeconds() + " s.");
            }
        }
    }

    /** The form of {@code --json}. */
    record Line(String study, String state, long bytes, long wireBytes, int breaks, String message) {}
}
