// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.util.List;
import org.wardlight.sync.catalog.PatientIdentity;

/** Writes a list for a spreadsheet, so that {@link ListText} reads the same list again. */
public final class ListCsv {
    private static final List<String> HEADING =
            List.of("Identifier", "Kind", "Patient", "Date of birth", "Studies", "Newest study");

    private ListCsv() {}

    public static String write(List<ListContents.Line> lines) {
        StringBuilder csv = new StringBuilder(Csv.row(HEADING));
        for (ListContents.Line line : lines) {
            csv.append(Csv.row(
                    line.studies().isEmpty()
                            ? List.of(line.entry().text(), kind(line), "", "", "0", "")
                            : known(line)));
        }
        return csv.toString();
    }

    private static List<String> known(ListContents.Line line) {
        var newest = line.studies().get(0);
        PatientIdentity patient = newest.patient();
        return List.of(
                line.entry().text(),
                kind(line),
                patient.name().display(),
                patient.birthDate() == null ? "" : patient.birthDate(),
                Integer.toString(line.studies().size()),
                newest.study().date() == null ? "" : newest.study().date());
    }

    private static String kind(ListContents.Line line) {
        return switch (line.entry().kind()) {
            case PATIENT -> "patient";
            case STUDY -> "study UID";
            case ACCESSION -> "accession number";
        };
    }
}
