// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.DicomConfig;
import org.wardlight.server.wiring.DicomNode;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.Json;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.dimse.scu.FindScu;
import org.wardlight.sync.dimse.scu.Found;
import org.wardlight.sync.dimse.scu.Puller;
import org.wardlight.sync.dimse.scu.Puller.Pulled;
import org.wardlight.sync.dimse.scu.RetrieveScu.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight pull}: studies from a PACS into a store. */
@Command(
        name = "pull",
        description = "Fetch studies from a PACS into a store: by C-GET, or by C-MOVE where that is refused.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "C-MOVE needs --dicom-port: the port here that the PACS has for our AE title.",
            "Exit code 0 only when every object that the PACS lists is here."
        })
final class PullCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    private final Console console;
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Parameters(paramLabel = "AET@HOST:PORT", description = "The PACS.")
    private String peer = "";

    @Option(names = "--study", paramLabel = "UID", description = "Study Instance UID; may be given more than once.")
    private List<String> studies = new ArrayList<>();

    @Option(names = "--id", paramLabel = "ID", defaultValue = "", description = "All studies of this Patient ID.")
    private String id = "";

    @Option(
            names = "--store",
            paramLabel = "PATH",
            defaultValue = "${env:WARDLIGHT_STORE}",
            description = "Where to: a folder, or one file when the name ends in .sqlite.")
    private @Nullable Path store;

    @Option(
            names = "--way",
            paramLabel = "WORD",
            defaultValue = "auto",
            description = "auto, get or move (default: auto).")
    private Puller.Way way = Puller.Way.AUTO;

    @Option(
            names = "--dicom-port",
            paramLabel = "N",
            defaultValue = "${env:WARDLIGHT_DICOM_PORT}",
            description = "Port to listen on for what C-MOVE brings.")
    private @Nullable Integer port;

    @Option(
            names = "--dicom-host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:WARDLIGHT_DICOM_HOST:-127.0.0.1}",
            description = "Address to listen on (default: 127.0.0.1).")
    private String host = "127.0.0.1";

    @Option(names = "--json", description = "Print one JSON object a study.")
    private boolean json;

    @Mixin
    private DicomOptions options = new DicomOptions();

    PullCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Peer other = options.peer(peer).fromAnyAddress();
        if (studies.isEmpty() == id.isEmpty()) {
            throw new ConfigException("give either --study or --id: what is to be fetched");
        }
        console.stopped().accept(() -> stopped.set(true));
        DicomConfig config =
                new DicomConfig(options.title(), host, port == null ? 0 : port, List.of(other), false, options.tls());
        try (Node node = Wiring.open(Stores.of(console, Optional.ofNullable(store), false), Clock.systemUTC())) {
            DicomNode dicom = DicomNode.of(config, node, console.environment());
            if (port == null) {
                return pull(dicom.puller(false), other);
            }
            try (DimseServer server = dicom.listen()) {
                return server.port() > 0 ? pull(dicom.puller(true), other) : 1;
            }
        }
    }

    private int pull(Puller puller, Peer other) throws IOException {
        int incomplete = 0;
        for (String study : studies.isEmpty() ? ofPatient(puller, other) : studies) {
            try (Progress progress = Progress.on(console)) {
                Pulled pulled = puller.pull(
                        other,
                        study,
                        way,
                        Watch.of(
                                counts -> progress.update(
                                        "Fetching", counts.completed() + counts.warning(), counts.total(), "objects"),
                                stopped::get));
                progress.close();
                say(pulled);
                incomplete += pulled.isComplete() ? 0 : 1;
            }
        }
        return incomplete == 0 ? 0 : 1;
    }

    private List<String> ofPatient(Puller puller, Peer other) throws IOException {
        DataSet keys = DataSet.builder()
                .string(Tag.PATIENT_ID, id)
                .string(Tag.STUDY_INSTANCE_UID)
                .build();
        Found found = new FindScu(puller.requestor()).find(other, Root.STUDY, Level.STUDY, keys, MOST);
        List<String> uids = found.matches().stream()
                .filter(match -> match.string(Tag.PATIENT_ID).filter(id::equals).isPresent())
                .flatMap(match -> match.string(Tag.STUDY_INSTANCE_UID).stream())
                .toList();
        if (uids.isEmpty()) {
            throw new IOException("The peer has no study of this patient: " + found.words() + ".");
        }
        return uids;
    }

    private void say(Pulled pulled) {
        if (json) {
            console.out().println(new String(Json.bytes(pulled), StandardCharsets.UTF_8));
            return;
        }
        String line = String.format(
                Locale.ROOT, "%s: %d of %d objects are here", pulled.study(), pulled.present(), pulled.expected());
        if (pulled.isComplete()) {
            console.out().println(line + " (C-" + pulled.way() + ").");
        } else {
            console.err().println(Failures.oneLine(line + ". " + pulled.message()));
        }
    }
}
