// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.server.wiring.DicomNode;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.Json;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.scu.FindScu;
import org.wardlight.sync.dimse.scu.Found;
import org.wardlight.sync.dimse.scu.WorklistKeys;
import org.wardlight.sync.pull.PacsSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight find}: asks a PACS for studies, or its worklist for what is scheduled. */
@Command(
        name = "find",
        description = "Ask a PACS for studies, or with --worklist a worklist for what is scheduled.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "One line a match: Study Instance UID, date, modality, patient's ID and name, description, number of objects.",
            "Exit code 1 when the peer could not be asked or refused."
        })
final class FindCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "AET@HOST:PORT", description = "The PACS.")
    private String peer = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Patient's name; * and ? stand for any text or character.")
    private String name = "";

    @Option(names = "--id", paramLabel = "ID", defaultValue = "", description = "Patient ID.")
    private String id = "";

    @Option(names = "--date", paramLabel = "YYYYMMDD", defaultValue = "", description = "Day, or a range FROM-TO.")
    private String date = "";

    @Option(names = "--modality", paramLabel = "CODE", defaultValue = "", description = "Such as CT.")
    private String modality = "";

    @Option(names = "--accession", paramLabel = "NUMBER", defaultValue = "", description = "Accession number.")
    private String accession = "";

    @Option(names = "--study", paramLabel = "UID", defaultValue = "", description = "Study Instance UID.")
    private String study = "";

    @Option(names = "--worklist", description = "Ask the Modality Worklist instead.")
    private boolean worklist;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "1000", description = "Most matches (default: 1000).")
    private int limit;

    @Option(names = "--json", description = "Print one JSON object a match.")
    private boolean json;

    @Mixin
    private DicomOptions options = new DicomOptions();

    FindCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Peer other = options.peer(peer);
        try (Node node = Wiring.inMemory(Clock.systemUTC())) {
            FindScu find = new FindScu(DicomNode.of(options.asking(other), node, console.environment())
                    .requestor());
            Found found = worklist
                    ? find.worklist(other, new WorklistKeys("", date, modality, id).toDataSet(), limit)
                    : find.find(other, Root.STUDY, Level.STUDY, keys(), limit);
            found.matches().forEach(this::say);
            if (found.isRefused()) {
                console.err().println("The peer ended the query: " + found.words());
                return 1;
            }
            if (!found.isComplete()) {
                console.err().println("There are more matches: only the first " + limit + " are shown.");
            }
            return 0;
        }
    }

    private DataSet keys() {
        DataSet keys = new PacsSearch.Question(name, id, date, modality, accession).keys();
        return study.isEmpty()
                ? keys
                : keys.toBuilder().string(Tag.STUDY_INSTANCE_UID, Vr.UI, study).build();
    }

    private void say(DataSet match) {
        Line line = Line.of(match);
        console.out()
                .println(
                        json
                                ? new String(Json.bytes(line), StandardCharsets.UTF_8)
                                : Failures.oneLine(String.join(" | ", line.columns())));
    }

    /** The form of {@code --json}. */
    record Line(
            String study,
            String date,
            String modality,
            String patientId,
            String patientName,
            String description,
            String accession,
            String instances) {
        static Line of(DataSet match) {
            DataSet step = match.item(org.wardlight.sync.dimse.message.QueryTag.SCHEDULED_PROCEDURE_STEP_SEQUENCE)
                    .orElse(DataSet.EMPTY);
            return new Line(
                    match.string(Tag.STUDY_INSTANCE_UID).orElse(""),
                    match.string(Tag.STUDY_DATE)
                            .or(() -> step.string(
                                    org.wardlight.sync.dimse.message.QueryTag.SCHEDULED_PROCEDURE_STEP_START_DATE))
                            .orElse(""),
                    step.string(Tag.MODALITY).orElse(String.join("/", match.strings(Tag.MODALITIES_IN_STUDY))),
                    match.string(Tag.PATIENT_ID).orElse(""),
                    match.string(Tag.PATIENT_NAME).orElse(""),
                    match.string(Tag.STUDY_DESCRIPTION)
                            .or(() -> match.string(Tag.REQUESTED_PROCEDURE_DESCRIPTION))
                            .orElse(""),
                    match.string(Tag.ACCESSION_NUMBER).orElse(""),
                    match.string(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES).orElse(""));
        }

        List<String> columns() {
            return List.of(study, date, modality, patientId, patientName, description, instances);
        }
    }
}
