// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.sync.catalog.StudyQuery;

/**
 * A query of the catalog that finds at least what the keys match, so that few rows have to be looked at one by one. Words of the
 * catalog are matched by how they begin.
 */
final class Coarse {
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'\u2019]+");
    private static final Pattern WILD = Pattern.compile("[*?]");
    private static final Pattern DAY = Pattern.compile("(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");

    private Coarse() {}

    static StudyQuery of(DataSet keys, @Nullable String cursor) {
        String range = keys.string(Tag.STUDY_DATE).orElse("");
        int dash = range.indexOf('-');
        String from = dash < 0 ? range : range.substring(0, dash);
        String to = dash < 0 ? range : range.substring(dash + 1);
        return new StudyQuery(text(keys), modalities(keys), day(from), day(to), StudyQuery.MOST, cursor, parts(keys));
    }

    private static @Nullable String day(String text) {
        var parts = DAY.matcher(text.strip());
        if (!parts.matches()) {
            return null;
        }
        String day = parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3);
        try {
            return java.time.LocalDate.parse(day).toString();
        } catch (java.time.DateTimeException none) {
            return null;
        }
    }

    private static List<String> modalities(DataSet keys) {
        List<String> asked = keys.strings(Tag.MODALITIES_IN_STUDY).stream()
                .filter(value -> !value.isEmpty())
                .toList();
        return asked.stream().allMatch(value -> value.matches("[A-Z0-9]{1,16}")) ? asked : List.of();
    }

    /** Digits are given once only: the catalog takes several groups of them for one number. */
    private static String text(DataSet keys) {
        List<String> words = new ArrayList<>();
        boolean digits = false;
        for (int tag : new int[] {Tag.PATIENT_ID, Tag.ACCESSION_NUMBER, Tag.PATIENT_NAME}) {
            List<String> values = keys.strings(tag);
            if (values.size() != 1) {
                continue;
            }
            for (String word : GAPS.split(beginning(values.get(0)))) {
                boolean isNumber = word.codePoints().anyMatch(Character::isDigit);
                if (!word.isEmpty() && !(isNumber && digits)) {
                    words.add(word);
                    digits |= isNumber;
                }
            }
        }
        return String.join(" ", words);
    }

    private static String beginning(String value) {
        return WILD.split(value, 2)[0];
    }

    /** What stands behind a wild card may be in the middle of a word. */
    private static List<String> parts(DataSet keys) {
        List<String> parts = new ArrayList<>();
        for (int tag : new int[] {Tag.PATIENT_ID, Tag.ACCESSION_NUMBER, Tag.PATIENT_NAME, Tag.STUDY_DESCRIPTION}) {
            List<String> values = keys.strings(tag);
            if (values.size() == 1) {
                WILD.splitAsStream(values.get(0))
                        .skip(1)
                        .filter(part -> !GAPS.matcher(part).replaceAll("").isEmpty())
                        .forEach(parts::add);
            }
        }
        return parts;
    }
}
