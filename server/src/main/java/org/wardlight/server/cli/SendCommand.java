// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.DicomNode;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.Json;
import org.wardlight.sync.amend.OutgoingIdentity;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.scu.CommitScu;
import org.wardlight.sync.dimse.scu.CommitScu.Reference;
import org.wardlight.sync.dimse.scu.Outgoing;
import org.wardlight.sync.dimse.scu.SendReport;
import org.wardlight.sync.dimse.scu.Sent;
import org.wardlight.sync.dimse.scu.StoreScu;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight send}: studies of a store to a PACS. */
@Command(
        name = "send",
        description = "Send studies of a store to a PACS by C-STORE.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code 0 only when the PACS has acknowledged every object."})
final class SendCommand implements Callable<Integer> {
    /** How long an answer on the same association is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Console console;
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Parameters(paramLabel = "NAME|AET@HOST:PORT", description = "The PACS.")
    private String peer = "";

    @Option(
            names = "--study",
            required = true,
            paramLabel = "UID",
            description = "Study Instance UID; may be given more than once.")
    private List<String> studies = new ArrayList<>();

    @Option(
            names = "--store",
            paramLabel = "PATH",
            defaultValue = "${env:WARDLIGHT_STORE}",
            description = "Where from: a folder, or one file when the name ends in .sqlite.")
    private @Nullable Path store;

    @Option(names = "--json", description = "Print one JSON object an object that failed, and one a study.")
    private boolean json;

    @Option(
            names = "--commit",
            description = "Then ask it to answer for them (storage commitment); send again with this to ask again.")
    private boolean commit;

    @Mixin
    private DicomOptions options = new DicomOptions();

    SendCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        console.stopped().accept(() -> stopped.set(true));
        int incomplete = 0;
        try (Node node = Wiring.open(Stores.existing(console, Optional.ofNullable(store)), Clock.systemUTC())) {
            Peer other = options.peer(peer, node.peerBook());
            StoreScu scu = new StoreScu(DicomNode.of(options.asking(other), node, console.environment())
                    .requestor());
            for (String study : studies) {
                incomplete += send(node, scu, other, study);
            }
        }
        return incomplete == 0 ? 0 : 1;
    }

    /** @return 1 when not all of the study arrived */
    private int send(Node node, StoreScu scu, Peer other, String study) throws Exception {
        List<Outgoing> objects = node.catalog().study(study).stream()
                .map(StudyRecord::series)
                .flatMap(List::stream)
                .flatMap(series -> series.instances().stream()
                        .map(instance ->
                                new LocatedInstance(study, series.series().series(), instance)))
                .map(located -> outgoing(node, located))
                .toList();
        if (objects.isEmpty()) {
            say(new Line(study, 0, 0, 0, "the store has no such study"));
            return 1;
        }
        AtomicLong done = new AtomicLong();
        SendReport report;
        try (Progress progress = Progress.on(console)) {
            report = scu.send(
                    other,
                    objects,
                    Optional.empty(),
                    sent -> progress.update("Sending", done.incrementAndGet(), objects.size(), "objects"),
                    stopped::get);
        }
        report.failed().forEach(this::say);
        int arrived = report.objects().size() - report.failed().size();
        String message = report.failed().isEmpty() ? "" : report.failed().get(0).reason();
        say(new Line(study, arrived, objects.size(), report.warnings(), message));
        boolean all = arrived == objects.size();
        return all && (!commit || commit(node, new CommitScu(scu.requestor()), other, study, objects)) ? 0 : 1;
    }

    /** Asks the peer to answer for the objects from now on; what it says is kept, whenever it comes. */
    private boolean commit(Node node, CommitScu scu, Peer other, String study, List<Outgoing> objects)
            throws IOException {
        String transaction = "2.25." + new BigInteger(128, new SecureRandom());
        node.commitments().asked(transaction, other.name(), study, objects.size());
        List<Reference> references = objects.stream()
                .map(object -> new Reference(object.sopClass(), object.sopInstance()))
                .toList();
        CommitScu.Asked asked = scu.request(other, transaction, references, PATIENCE);
        asked.result().ifPresent(node.commitments()::answered);
        String words = Status.isDone(asked.status())
                ? asked.result()
                        .map(result -> "committed " + result.committed().size() + " of " + objects.size() + " objects")
                        .orElse("commitment is asked for; its answer comes to 'serve', and 'peer commitments' shows it")
                : "commitment was refused: " + Status.words(asked.status());
        console.out().println(study + ": " + words + ".");
        return Status.isDone(asked.status())
                && asked.result().map(result -> result.failed().isEmpty()).orElse(true);
    }

    private static Outgoing outgoing(Node node, LocatedInstance located) {
        InstanceRecord instance = located.instance();
        OutgoingIdentity identity = new OutgoingIdentity(node.catalog().amendments());
        return new Outgoing(
                instance.sopClass(),
                instance.instance(),
                instance.transferSyntax(),
                () -> identity.open(node.blobs(), located));
    }

    private void say(Sent failed) {
        if (json) {
            console.out().println(new String(Json.bytes(failed), StandardCharsets.UTF_8));
        } else {
            console.err().println(Failures.oneLine(failed.sopInstance() + ": not sent: " + failed.reason()));
        }
    }

    private void say(Line line) {
        if (json) {
            console.out().println(new String(Json.bytes(line), StandardCharsets.UTF_8));
        } else {
            console.out()
                    .println(line.study() + ": " + line.arrived() + " of " + line.objects() + " objects arrived"
                            + (line.message().isEmpty() ? "." : ": " + Failures.oneLine(line.message()) + "."));
        }
    }

    /** The form of {@code --json}. */
    record Line(String study, int arrived, int objects, long warnings, String message) {}
}
