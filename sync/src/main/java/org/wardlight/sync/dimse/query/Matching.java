// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.query;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.catalog.SearchText;

/**
 * Whether an attribute matches a key (PS3.4 C.2.2.2): universal, single value, list of UIDs, wild cards, ranges, sequences. Names match
 * whatever their case and accents, in any of their groups.
 */
final class Matching {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Matching() {}

    /** Whether a key restricts anything. */
    static boolean isUniversal(Element key, DataSet keys) {
        if (key.vr() == Vr.SQ) {
            return keys.items(key.tag()).stream()
                    .allMatch(item -> item.elements().stream().allMatch(inner -> isUniversal(inner, item)));
        }
        return keys.strings(key.tag()).stream().allMatch(value -> value.isEmpty() || value.equals("*"));
    }

    static boolean matches(Element key, DataSet keys, DataSet row) {
        return matches(key, keys, row, false);
    }

    /** @param fuzzy names match by how their words begin, too */
    static boolean matches(Element key, DataSet keys, DataSet row, boolean fuzzy) {
        if (fuzzy && key.vr() == Vr.PN && isAlike(keys.strings(key.tag()), row.strings(key.tag()))) {
            return true;
        }
        if (isUniversal(key, keys)) {
            return true;
        }
        if (key.vr() == Vr.SQ) {
            return keys.items(key.tag()).stream()
                    .allMatch(item -> row.items(key.tag()).stream().anyMatch(other -> allMatch(item, other)));
        }
        List<String> values = row.strings(key.tag());
        return keys.strings(key.tag()).stream()
                .filter(wanted -> !wanted.isEmpty())
                .anyMatch(wanted -> values.stream().anyMatch(value -> matches(key.vr(), wanted, value)));
    }

    private static boolean allMatch(DataSet keys, DataSet row) {
        return keys.elements().stream().allMatch(key -> matches(key, keys, row));
    }

    /** One value of a key against one value of an attribute. */
    static boolean matches(Vr vr, String wanted, String value) {
        return switch (vr) {
            case UI -> wanted.equals(value);
            case DA, TM, DT -> inRange(wanted, value);
            case PN -> isName(wanted, value);
            case IS, DS, US, SS, UL, SL, FL, FD -> isNumber(wanted, value);
            default -> like(wanted, value);
        };
    }

    /** A point matches all that begins with it, so that 1605 is the whole minute; values may have points and colons of old. */
    private static boolean inRange(String wanted, String value) {
        String at = digits(value);
        if (at.isEmpty()) {
            return false;
        }
        int dash = wanted.indexOf('-');
        if (dash < 0) {
            String point = digits(wanted);
            return at.startsWith(point) || point.startsWith(at);
        }
        String from = digits(wanted.substring(0, dash));
        String to = digits(wanted.substring(dash + 1));
        boolean late = from.isEmpty() || at.compareTo(from) >= 0 || from.startsWith(at);
        boolean early = to.isEmpty() || at.compareTo(to) <= 0 || at.startsWith(to);
        return late && early;
    }

    private static String digits(String value) {
        int fraction = value.length() > 10 ? value.length() : value.indexOf('.', 6);
        String whole = fraction > 0 && fraction < value.length() ? value.substring(0, fraction) : value;
        return whole.replaceAll("[^0-9]", "");
    }

    private static boolean isNumber(String wanted, String value) {
        try {
            return Double.parseDouble(wanted) == Double.parseDouble(value);
        } catch (NumberFormatException none) {
            return wanted.equals(value);
        }
    }

    private static boolean isName(String wanted, String value) {
        String[] groups = value.split("=", -1);
        if (!wanted.contains("=")) {
            return Arrays.stream(groups).anyMatch(group -> isGroup(wanted, group));
        }
        String[] asked = wanted.split("=", -1);
        for (int i = 0; i < asked.length; i++) {
            if (!asked[i].isEmpty() && !isGroup(asked[i], i < groups.length ? groups[i] : "")) {
                return false;
            }
        }
        return true;
    }

    /** Each word that is asked for begins a word of the name. */
    private static boolean isAlike(List<String> wanted, List<String> names) {
        List<String> asked = words(wanted);
        List<String> there = words(names);
        return !asked.isEmpty()
                && asked.stream().allMatch(word -> there.stream().anyMatch(one -> one.startsWith(word)));
    }

    private static List<String> words(List<String> names) {
        return names.stream().flatMap(name -> SearchText.split(name).stream()).toList();
    }

    private static boolean isGroup(String wanted, String group) {
        return like(folded(wanted), folded(group));
    }

    /** Components that are empty at the end do not count. */
    private static String folded(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String lower = plain.toLowerCase(Locale.ROOT).strip();
        int end = lower.length();
        while (end > 0 && lower.charAt(end - 1) == '^') {
            end--;
        }
        return lower.substring(0, end);
    }

    /** With {@code *} for any text and {@code ?} for any character; never slow, whatever the pattern. */
    static boolean like(String pattern, String text) {
        return like(pattern.codePoints().toArray(), text.codePoints().toArray());
    }

    private static boolean like(int[] pattern, int[] text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length) {
            if (p < pattern.length && pattern[p] == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length && (pattern[p] == '?' || pattern[p] == text[t])) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == '*') {
            p++;
        }
        return p == pattern.length;
    }
}
