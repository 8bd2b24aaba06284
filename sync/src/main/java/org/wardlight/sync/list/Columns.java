// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which cell of a row says what; from the heading when there is one, else the first cell is whatever it looks like. */
record Columns(Map<Column, Integer> places) {
    static final Columns FIRST = new Columns(Map.of(Column.ANY, 0));

    /** In the order in which they are believed when a row has several. */
    enum Column {
        STUDY("studyuid", "studyinstanceuid", "study"),
        ACCESSION("accession", "accessionnumber", "accessionno", "requestnumber"),
        NHS("nhsnumber", "nhsno", "nhs"),
        PATIENT("patientid", "patientnumber", "hospitalnumber", "hospitalno", "mrn", "crn", "unitnumber", "id"),
        ANY("identifier"),
        ISSUER("issuer", "issuerofpatientid", "assigningauthority", "hospital");

        private final List<String> headings;

        Column(String... headings) {
            this.headings = List.of(headings);
        }
    }

    /** The columns of a heading; empty when no cell of the row names an identifier. */
    static Optional<Columns> of(Csv.Row row) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            String word = row.cells().get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            for (Column column : Column.values()) {
                if (column.headings.contains(word)) {
                    places.putIfAbsent(column, i);
                }
            }
        }
        boolean names = places.keySet().stream().anyMatch(column -> column != Column.ISSUER);
        return names ? Optional.of(new Columns(places)) : Optional.empty();
    }

    /** What stands in the first of these columns that is filled; empty when none is. */
    Optional<Map.Entry<Column, String>> identifier(Csv.Row row) {
        for (Column column : Column.values()) {
            String cell = cell(row, column);
            if (column != Column.ISSUER && !cell.isEmpty()) {
                return Optional.of(Map.entry(column, cell));
            }
        }
        // A line that somebody typed below a spreadsheet.
        return row.cells().size() == 1 ? Optional.of(Map.entry(Column.ANY, row.first())) : Optional.empty();
    }

    String issuer(Csv.Row row) {
        return cell(row, Column.ISSUER);
    }

    private String cell(Csv.Row row, Column column) {
        int place = places.getOrDefault(column, -1);
        return place < 0 || place >= row.cells().size() ? "" : row.cells().get(place);
    }
}
