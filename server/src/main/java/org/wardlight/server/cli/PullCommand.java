// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.dimse.scu.FindScu;
import org.wardlight.sync.dimse.scu.Found;
import org.wardlight.sync.dimse.scu.Puller;
import org.wardlight.sync.dimse.scu.Puller.Pulled;
import org.wardlight.sync.dimse.scu.WorklistKeys;
import org.wardlight.sync.pull.PacsSearch.Question;
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

    @Parameters(paramLabel = "NAME|AET@HOST:PORT", description = "The PACS.")
    private String peer = "";

    @Option(names = "--study", paramLabel = "UID", description = "Study Instance UID; may be given more than once.")
    private List<String> studies = new ArrayList<>();

    @Option(names = "--id", paramLabel = "ID", defaultValue = "", description = "All studies of this Patient ID.")
    private String id = "";

    @Option(
            names = "--worklist",
            description = "All studies of the patients on the Modality Worklist; see --date and --modality.")
    private boolean worklist;

    @Option(
            names = "--date",
            paramLabel = "YYYYMMDD",
            defaultValue = "",
            description = "With --worklist: scheduled on this day, or in a range FROM-TO.")
    private String date = "";

    @Option(
            names = "--modality",
            paramLabel = "CODE",
            defaultValue = "",
            description = "With --worklist: scheduled for this modality, such as CT.")
    private String modality = "";

    @Option(
            names = "--web",
            paramLabel = "URL",
            defaultValue = "",
            description = "Its DICOMweb service, such as https://pacs.example/dicom-web.")
    private String web = "";

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
            description = "auto, get, move or web (default: auto, which tries them in this order).")
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
        if (studies.isEmpty() == (id.isEmpty() && !worklist)) {
            throw new ConfigException("give one of --study, --id and --worklist: what is to be fetched");
        }
        console.stopped().accept(() -> stopped.set(true));
        try (Node node = Wiring.open(Stores.of(console, Optional.ofNullable(store), false), Clock.systemUTC())) {
            Peer other = withWeb(options.peer(peer, node.peerBook())).fromAnyAddress();
            DicomConfig config = new DicomConfig(
                    options.title(), host, port == null ? 0 : port, List.of(other), false, options.tls());
            DicomNode dicom = DicomNode.of(config, node, console.environment());
            if (port == null) {
                return pull(dicom, other);
            }
            try (DimseServer server = dicom.listen()) {
                return pull(dicom.answering(server), other);
            }
        }
    }

    private Peer withWeb(Peer other) {
        try {
            return web.isEmpty() ? other : other.withWeb(web);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException("--web is " + web + ": " + wrong.getMessage(), wrong);
        }
    }

    private int pull(DicomNode dicom, Peer other) throws IOException {
        int incomplete = 0;
        for (String study : wanted(dicom, other)) {
            try (Progress progress = Progress.on(console)) {
                Pulled pulled = dicom.studyPuller().pull(other, study, way, (have, of) -> {
                    progress.update("Fetching", have, of, "objects");
                    return !stopped.get();
                });
                progress.close();
                say(pulled);
                incomplete += pulled.isComplete() ? 0 : 1;
            }
        }
        return incomplete == 0 ? 0 : 1;
    }

    private List<String> wanted(DicomNode dicom, Peer other) throws IOException {
        if (!studies.isEmpty()) {
            return studies;
        }
        List<String> patients = id.isEmpty() ? scheduled(dicom, other) : List.of(id);
        Set<String> uids = new LinkedHashSet<>();
        for (String patient : patients) {
            uids.addAll(ofPatient(dicom, other, patient));
        }
        if (uids.isEmpty()) {
            throw new IOException(
                    "The peer has no study of " + (id.isEmpty() ? "anybody who is scheduled." : "this patient."));
        }
        return List.copyOf(uids);
    }

    /** Patient IDs of who is scheduled, so that their earlier studies are here when they come. */
    private List<String> scheduled(DicomNode dicom, Peer other) throws IOException {
        Found found = new FindScu(dicom.requestor())
                .worklist(other, new WorklistKeys("", date, modality, "").toDataSet(), MOST);
        if (found.isRefused()) {
            throw new IOException("The peer ended the query of its worklist: " + found.words());
        }
        return found.matches().stream()
                .flatMap(match -> match.string(Tag.PATIENT_ID).stream())
                .filter(patient -> !patient.isBlank())
                .distinct()
                .toList();
    }

    private List<String> ofPatient(DicomNode dicom, Peer other, String patient) throws IOException {
        Question question = new Question("", patient, "", "", "");
        List<DataSet> found = way == Puller.Way.WEB
                ? dicom.search().byWeb(other, question.keys(), MOST)
                : dicom.search().studies(other, question, MOST);
        return found.stream()
                .filter(match ->
                        match.string(Tag.PATIENT_ID).filter(patient::equals).isPresent())
                .flatMap(match -> match.string(Tag.STUDY_INSTANCE_UID).stream())
                .toList();
    }

    private static String words(Puller.Way way) {
        return way == Puller.Way.WEB ? "DICOMweb" : "C-" + way;
    }

    private void say(Pulled pulled) {
        if (json) {
            console.out().println(new String(Json.bytes(pulled), StandardCharsets.UTF_8));
            return;
        }
        String line = String.format(
                Locale.ROOT, "%s: %d of %d objects are here", pulled.study(), pulled.present(), pulled.expected());
        if (pulled.isComplete()) {
            console.out().println(line + " (" + words(pulled.way()) + ").");
        } else {
            console.err().println(Failures.oneLine(line + ". " + pulled.message()));
        }
    }
}
