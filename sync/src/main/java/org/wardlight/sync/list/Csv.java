// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as spreadsheets give and take them. Commas, semicolons and tabs all part cells, since which one it is depends on the country; a cell in
 * double quotes may hold them (RFC 4180).
 */
final class Csv {
    /** What makes a spreadsheet take a cell for a formula, and run it. */
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /**
     * A row.
     *
     * @param line of the text in which it begins, from 1
     * @param cells without what spreadsheets put around them
     */
    record Row(int line, List<String> cells) {
        String first() {
            return cells.get(0);
        }
    }

    /** The rows that hold something. */
    static List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int line = 1;
        int begun = 1;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isEnd = c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"'
                    && (quoted || cell.toString().isBlank() || cell.toString().equals("="))) {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ';' || c == '\t')) {
                cells.add(clean(cell));
            } else if (!quoted && isEnd) {
                cells.add(clean(cell));
                rows.add(new Row(begun, List.copyOf(cells)));
                cells.clear();
                begun = line + 1;
            } else if (c != '\r') {
                cell.append(c);
            }
            line += isEnd ? 1 : 0;
        }
        cells.add(clean(cell));
        rows.add(new Row(begun, List.copyOf(cells)));
        return rows.stream()
                .filter(row -> row.cells().stream().anyMatch(one -> !one.isEmpty()))
                .toList();
    }

    /** Without marks of direction and byte order, and without the = or ' before what a spreadsheet must not reckon with. */
    private static String clean(StringBuilder raw) {
        String cell = raw.toString()
                .replace('\u00A0', ' ')
                .replaceAll("[\uFEFF\u200B-\u200F\u202A-\u202E\u2066-\u2069]", "")
                .strip();
        raw.setLength(0);
        if (cell.startsWith("=") || cell.length() > 1 && cell.charAt(0) == '\'' && isFormula(cell.substring(1))) {
            return cell.substring(1).strip();
        }
        return cell;
    }

    /** A row that no spreadsheet runs: what begins like a formula has a ' in front. */
    static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + (isFormula(cell) ? "'" : "") + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty()
                && FORMULA.indexOf(
                                cell.stripLeading().isEmpty()
                                        ? cell.charAt(0)
                                        : cell.stripLeading().charAt(0))
                        >= 0;
    }
}
