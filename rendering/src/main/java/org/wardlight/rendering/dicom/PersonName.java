// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's name in its three groups (PS3.5 6.2.1), components parted by {@code ^}; a group that is absent is the empty string.
 */
public record PersonName(String alphabetic, String ideographic, String phonetic) {
    /** Splits at the equals signs; more than three groups are cut. */
    public static PersonName parse(String text) {
        String[] groups = text.split("=", -1);
        return new PersonName(group(groups, 0), group(groups, 1), group(groups, 2));
    }

    /** The first group that says anything: alphabetic, else ideographic, else phonetic; may be empty. */
    public String best() {
        return groups().findFirst().orElse("");
    }

    /** For reading: components parted by blanks and commas as {@code Family, Given Middle}, from the best group. */
    public String display() {
        List<String> parts = List.of(best().split("\\^", -1));
        String rest = parts.stream().skip(1).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
        return rest.isEmpty() ? parts.get(0) : parts.get(0).isEmpty() ? rest : parts.get(0) + ", " + rest;
    }

    /** The groups that are not empty, parted by equals signs as in the standard, trailing ones left out. */
    public String format() {
        String all = alphabetic + "=" + ideographic + "=" + phonetic;
        int end = all.length();
        while (end > 0 && all.charAt(end - 1) == '=') {
            end--;
        }
        return all.substring(0, end);
    }

    private Stream<String> groups() {
        return Stream.of(alphabetic, ideographic, phonetic)
                .filter(group -> !group.replace("^", "").isBlank());
    }

    private static String group(String[] groups, int index) {
        return index < groups.length ? groups[index].strip() : "";
    }
}
