// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wardlight.sync.catalog.NhsNumber;

/**
 * Reads identifiers as people paste them: one a line, of a spreadsheet the first column. A Study Instance UID, an NHS number with or
 * without spaces, or any other Patient ID; {@code id^^^issuer} (HL7 CX) names the issuer. Empty lines, lines that begin with # and a
 * heading are passed over.
 */
public final class ListText {
    private static final Pattern UID = Pattern.compile("[012](\\.(0|[1-9][0-9]*)){4,}");
    private static final Pattern TEN_DIGITS = Pattern.compile("\\d{3}[ -]?\\d{3}[ -]?\\d{4}");
    private static final Set<String> HEADINGS = Set.of(
            "id",
            "patient id",
            "patientid",
            "nhs number",
            "nhs no",
            "nhs no.",
            "nhsnumber",
            "hospital number",
            "mrn",
            "study",
            "study uid",
            "study instance uid",
            "studyinstanceuid",
            "identifier");

    private ListText() {}

    /**
     * What was read.
     *
     * @param doubts lines that were left out, or are taken but look mistyped
     */
    public record Read(List<ListEntry> entries, List<Doubt> doubts) {}

    /**
     * Something to look at again.
     *
     * @param line from 1
     * @param taken whether the line is on the list all the same
     * @param words what is odd about it; names the line, never what stands there
     */
    public record Doubt(int line, boolean taken, String words) {}

    public static Read read(String pasted) {
        List<ListEntry> entries = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>();
        List<String> lines = pasted.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String cell = firstCell(lines.get(i));
            if (cell.isEmpty() || cell.startsWith("#") || isHeading(cell, entries)) {
                continue;
            }
            Optional<String> unusable = unusable(cell);
            if (unusable.isPresent()) {
                doubts.add(new Doubt(i + 1, false, unusable.get()));
                continue;
            }
            if (TEN_DIGITS.matcher(cell).matches() && NhsNumber.find(cell).isEmpty()) {
                doubts.add(
                        new Doubt(
                                i + 1,
                                true,
                                "Ten digits, but not a valid NHS number: its check digit is wrong. Taken as a hospital number."));
            }
            entries.add(entry(cell));
        }
        return new Read(List.copyOf(entries), List.copyOf(doubts));
    }

    private static boolean isHeading(String cell, List<ListEntry> before) {
        return before.isEmpty() && HEADINGS.contains(cell.toLowerCase(java.util.Locale.ROOT));
    }

    private static String firstCell(String line) {
        String text = line.strip();
        // A byte order mark, which spreadsheets write before the first line.
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1).strip();
        }
        if (text.startsWith("\"")) {
            int end = text.indexOf('"', 1);
            return end < 0 ? text : text.substring(1, end).strip();
        }
        return text.split("[,;\t]", 2)[0].strip();
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
        return Optional.empty();
    }

    private static String id(String cell) {
        int end = cell.indexOf("^^^");
        return end < 0 ? cell : cell.substring(0, end).strip();
    }

    private static ListEntry entry(String cell) {
        String id = id(cell);
        if (UID.matcher(id).matches()) {
            return ListEntry.study(id);
        }
        String value = NhsNumber.find(id).orElse(id);
        String issuer = cell.length() > id.length()
                ? cell.substring(cell.indexOf("^^^") + 3).split("[&^]", 2)[0].strip()
                : "";
        return new ListEntry(ListEntry.Kind.PATIENT, value, issuer.isEmpty() ? null : issuer);
    }
}
