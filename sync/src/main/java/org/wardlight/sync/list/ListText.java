// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.NhsNumber;

/**
 * Reads identifiers as people paste them or save them from a spreadsheet, one patient or study a row. Without a heading the first cell
 * counts: a Study Instance UID, an NHS number with or without spaces, {@code acc:} before an accession number, or any other Patient ID;
 * {@code id^^^issuer} (HL7 CX) names the issuer. With a heading, its columns say what is what. Rows that begin with # are passed over.
 */
public final class ListText {
    private static final Pattern UID = Pattern.compile("[012](\\.(0|[1-9][0-9]*)){4,}");
    private static final Pattern TEN_DIGITS = Pattern.compile("\\d{3}[ -]?\\d{3}[ -]?\\d{4}");
    private static final Pattern ACCESSION = Pattern.compile("(?i)acc(?:ession)?\\s*:\\s*(.+)");
    private static final Pattern SHORTENED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+\\d+");

    private ListText() {}

    /**
     * What was read.
     *
     * @param doubts rows that were left out, or are taken but look mistyped
     */
    public record Read(List<Taken> taken, List<Doubt> doubts) {
        public List<ListEntry> entries() {
            return taken.stream().map(Taken::entry).toList();
        }
    }

    /**
     * A row that is on the list.
     *
     * @param line of the text, from 1
     */
    public record Taken(int line, ListEntry entry) {}

    /**
     * Something to look at again.
     *
     * @param line from 1
     * @param taken whether the line is on the list all the same
     * @param words what is odd about it; names the line, never what stands there
     */
    public record Doubt(int line, boolean taken, String words) {}

    public static Read read(String pasted) {
        List<Taken> taken = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>();
        Columns columns = Columns.FIRST;
        boolean mayBeHeading = true;
        for (Csv.Row row : Csv.read(pasted)) {
            if (row.first().startsWith("#")) {
                continue;
            }
            Optional<Columns> heading = mayBeHeading ? Columns.of(row) : Optional.empty();
            mayBeHeading = false;
            if (heading.isPresent()) {
                columns = heading.get();
            } else {
                read(row, columns, taken, doubts);
            }
        }
        return new Read(List.copyOf(taken), List.copyOf(doubts));
    }

    private static void read(Csv.Row row, Columns columns, List<Taken> taken, List<Doubt> doubts) {
        Optional<Map.Entry<Columns.Column, String>> found = columns.identifier(row);
        if (found.isEmpty()) {
            doubts.add(new Doubt(row.line(), false, "No identifier in this row. Left out."));
            return;
        }
        String cell = found.get().getValue();
        Optional<String> unusable = unusable(cell);
        if (unusable.isPresent()) {
            doubts.add(new Doubt(row.line(), false, unusable.get()));
            return;
        }
        if (TEN_DIGITS.matcher(cell).matches() && NhsNumber.find(cell).isEmpty()) {
            doubts.add(new Doubt(
                    row.line(),
                    true,
                    "Ten digits, but not a valid NHS number: its check digit is wrong. Taken as a hospital number."));
        }
        taken.add(new Taken(row.line(), entry(found.get().getKey(), cell, columns.issuer(row))));
    }

    private static Optional<String> unusable(String cell) {
        if (cell.length() > ListEntry.LONGEST + 4 + ListEntry.LONGEST || id(cell).length() > ListEntry.LONGEST) {
            return Optional.of("Longer than 64 characters, so not an identifier. Left out.");
        }
        if (cell.chars().anyMatch(Character::isISOControl) || cell.indexOf('\\') >= 0) {
            return Optional.of("Holds a control character or a backslash, which no identifier has. Left out.");
        }
        if (id(cell).isEmpty()) {
            return Optional.of("An issuer without an identifier. Left out.");
        }
        if (SHORTENED.matcher(cell).matches()) {
            return Optional.of(
                    "A spreadsheet shortened this number and lost its digits. Make its column text, then copy again. Left out.");
        }
        return Optional.empty();
    }

    private static String id(String cell) {
        Matcher accession = ACCESSION.matcher(cell);
        if (accession.matches()) {
            return accession.group(1).strip();
        }
        int end = cell.indexOf("^^^");
        return end < 0 ? cell : cell.substring(0, end).strip();
    }

    private static ListEntry entry(Columns.Column column, String cell, String issuerCell) {
        String id = id(cell);
        if (column == Columns.Column.ACCESSION || ACCESSION.matcher(cell).matches()) {
            return ListEntry.accession(id);
        }
        if (column == Columns.Column.STUDY || UID.matcher(id).matches()) {
            return ListEntry.study(id);
        }
        int end = cell.indexOf("^^^");
        String issuer = end < 0
                ? issuerCell
                : cell.substring(end + 3).split("[&^]", 2)[0].strip();
        return new ListEntry(ListEntry.Kind.PATIENT, NhsNumber.find(id).orElse(id), issuerOf(column, issuer));
    }

    /** An NHS number has one issuer only, which objects seldom state. */
    private static @Nullable String issuerOf(Columns.Column column, String issuer) {
        return issuer.isEmpty() || column == Columns.Column.NHS ? null : issuer;
    }
}
