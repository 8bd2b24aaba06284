// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Patient's Name in its three groups, each as stored: components parted by {@code ^} (PS3.5 6.2.1). An absent group is empty.
 */
public record PatientName(String alphabetic, String ideographic, String phonetic) {
    public static final PatientName UNKNOWN = new PatientName("", "", "");

    /** Splits a PN value at {@code =}; groups after the third are ignored. */
    public static PatientName parse(String value) {
        String[] groups = value.split("=", -1);
        return new PatientName(group(groups, 0), group(groups, 1), group(groups, 2));
    }

    private static String group(String[] groups, int index) {
        return index < groups.length ? groups[index].strip() : "";
    }

    /** The first group that is not empty, for a banner or a list: {@code FAMILY, Given Middle (Prefix)}; empty when unknown. */
    public String display() {
        return shown().findFirst().orElse("");
    }

    /** The other groups that are not empty, in the same form. */
    public List<String> others() {
        return shown().skip(1).toList();
    }

    /** Whether both are stated in one script and have no word in common there, whatever case, accents and order. */
    boolean contradicts(PatientName other) {
        return apart(alphabetic, other.alphabetic)
                || apart(ideographic, other.ideographic)
                || apart(phonetic, other.phonetic);
    }

    private static boolean apart(String one, String other) {
        List<String> words = SearchText.split(one);
        List<String> others = SearchText.split(other);
        return !words.isEmpty() && !others.isEmpty() && words.stream().noneMatch(others::contains);
    }

    private Stream<String> shown() {
        return Stream.of(western(alphabetic), plain(ideographic), plain(phonetic))
                .filter(group -> !group.isEmpty());
    }

    private static String western(String group) {
        String[] parts = group.split("\\^", -1);
        String given = (part(parts, 1) + " " + part(parts, 2)).strip();
        StringBuilder name = new StringBuilder(part(parts, 0).toUpperCase(Locale.ROOT));
        if (!given.isEmpty()) {
            name.append(name.isEmpty() ? "" : ", ").append(given);
        }
        if (!part(parts, 4).isEmpty()) {
            name.append(' ').append(part(parts, 4));
        }
        if (!part(parts, 3).isEmpty()) {
            name.append(" (").append(part(parts, 3)).append(')');
        }
        return name.toString().strip();
    }

    private static String plain(String group) {
        return group.replace('^', ' ').strip().replaceAll(" {2,}", " ");
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }
}
