// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Keywords;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.QueryTag;

/**
 * An attribute by keyword or tag, or one inside of sequences, with dots between (PS3.18 8.3.4.1).
 *
 * @param path tags, the attribute's own last
 */
record QueryKey(List<Integer> path, Vr vr) {
    private static final Set<Vr> NUMBERS = EnumSet.of(Vr.US, Vr.SS, Vr.UL, Vr.SL, Vr.FL, Vr.FD);

    static Optional<QueryKey> of(String name) {
        List<Integer> path = new ArrayList<>();
        for (String step : name.split("\\.", -1)) {
            Optional<Integer> tag = Keywords.tag(step);
            if (tag.isEmpty()) {
                return Optional.empty();
            }
            path.add(tag.get());
        }
        boolean nested = path.subList(0, path.size() - 1).stream()
                .allMatch(tag -> Keywords.vr(tag).equals(Optional.of(Vr.SQ)));
        return Keywords.vr(path.get(path.size() - 1))
                .filter(vr -> nested && path.size() < 9)
                .map(vr -> new QueryKey(path, vr));
    }

    int tag() {
        return path.get(0);
    }

    /** Whether a search of that level can compare its values; the offset of time zones would be about the query's own times. */
    boolean isMatchedAt(Level level) {
        return Levels.holds(level, tag()) && tag() != QueryTag.TIMEZONE_OFFSET && isComparable();
    }

    private boolean isComparable() {
        return (vr.isText() && vr != Vr.UN) || NUMBERS.contains(vr);
    }

    /** The keys with this one added, to be returned whatever it is. */
    DataSet asked(DataSet keys) {
        int tag = tag();
        if (keys.contains(tag)) {
            return keys;
        }
        Vr own = Keywords.vr(tag).orElse(Vr.UN);
        Value none = own == Vr.SQ ? new Value.Items(List.of()) : new Value.Bytes(new byte[0]);
        return keys.toBuilder().put(new Element(tag, own, none)).build();
    }

    /** The keys with this one added, to be matched; values of the wrong form are an IllegalArgumentException. */
    DataSet matching(DataSet keys, String text) {
        return nested(keys, path, values(text));
    }

    private DataSet nested(DataSet keys, List<Integer> steps, List<String> values) {
        int tag = steps.get(0);
        if (steps.size() == 1) {
            return leaf(keys, tag, values);
        }
        DataSet inner = keys.item(tag).orElse(DataSet.EMPTY);
        return keys.toBuilder()
                .items(tag, nested(inner, steps.subList(1, steps.size()), values))
                .build();
    }

    private DataSet leaf(DataSet keys, int tag, List<String> values) {
        if (vr.isText()) {
            return keys.toBuilder()
                    .string(tag, vr, values.toArray(String[]::new))
                    .build();
        }
        double[] numbers = values.stream().mapToDouble(Double::parseDouble).toArray();
        return keys.toBuilder().decimal(tag, vr, numbers).build();
    }

    /** A backslash divides values, and so does a comma where no value can hold one. */
    private List<String> values(String text) {
        boolean commas = vr == Vr.UI || vr == Vr.CS;
        List<String> values = Arrays.stream(text.split(commas ? "[,\\\\]" : "\\\\", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        values.forEach(this::check);
        return values;
    }

    /** What is no date would match any. */
    private void check(String value) {
        boolean fits = switch (vr) {
            case DA -> value.matches("([0-9]{4}\\.?[0-9]{2}\\.?[0-9]{2})?-?([0-9]{8})?") && value.length() > 1;
            case TM -> value.matches("[0-9:]{0,8}(\\.[0-9]{1,6})?-?[0-9:]{0,8}(\\.[0-9]{1,6})?") && value.length() > 1;
            case DT -> value.matches("[0-9.+-]{2,60}");
            default -> true;
        };
        if (!fits) {
            throw new IllegalArgumentException("expected a date, a time or a range of them");
        }
    }
}
