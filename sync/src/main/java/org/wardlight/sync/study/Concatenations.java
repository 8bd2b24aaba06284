// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.wardlight.rendering.pixel.ImageHeader.Concatenation;
import org.wardlight.sync.catalog.InstanceRecord;

/** Objects that were cut into parts (PS3.3 C.7.6.16.2.2.4): their parts follow each other, and a part that is missing is told of. */
final class Concatenations {
    private static final int MOST_PARTS = 10_000;

    private final Map<String, List<Concatenation>> parts = new LinkedHashMap<>();

    private Concatenations() {}

    static Concatenations of(List<InstanceRecord> shown) {
        Concatenations all = new Concatenations();
        for (InstanceRecord instance : shown) {
            Concatenation part = DisplaySeries.header(instance).concatenation();
            if (part != null) {
                all.parts.computeIfAbsent(part.uid(), any -> new ArrayList<>()).add(part);
            }
        }
        return all;
    }

    /** The same objects, all parts of one concatenation where its first is, in their own order. */
    static List<InstanceRecord> inOrder(List<InstanceRecord> shown) {
        Map<String, List<InstanceRecord>> groups = new LinkedHashMap<>();
        for (InstanceRecord instance : shown) {
            Concatenation part = DisplaySeries.header(instance).concatenation();
            groups.computeIfAbsent(part == null ? instance.instance() : "of " + part.uid(), any -> new ArrayList<>())
                    .add(instance);
        }
        Comparator<InstanceRecord> byPlace =
                Comparator.comparingInt(Concatenations::firstFrame).thenComparingInt(Concatenations::number);
        return groups.values().stream()
                .flatMap(group ->
                        group.size() == 1 ? group.stream() : group.stream().sorted(byPlace))
                .toList();
    }

    private static int firstFrame(InstanceRecord instance) {
        return Objects.requireNonNull(DisplaySeries.header(instance).concatenation())
                .firstFrame();
    }

    private static int number(InstanceRecord instance) {
        return Objects.requireNonNull(DisplaySeries.header(instance).concatenation())
                .number();
    }

    /** What is to be said of the frames of an object: which parts of the whole are not here. */
    List<String> notices(InstanceRecord instance) {
        Concatenation own = DisplaySeries.header(instance).concatenation();
        if (own == null) {
            return List.of();
        }
        TreeSet<Integer> here = new TreeSet<>();
        int total = 0;
        for (Concatenation part : parts.getOrDefault(own.uid(), List.of())) {
            here.add(part.number());
            total = Math.max(total, Math.max(part.total(), part.number()));
        }
        List<String> missing = new ArrayList<>();
        for (int number = 1; number <= Math.min(total, MOST_PARTS); number++) {
            if (!here.contains(number)) {
                missing.add(Integer.toString(number));
            }
        }
        return missing.isEmpty()
                ? List.of()
                : List.of((missing.size() == 1 ? "Part " : "Parts ")
                        + String.join(", ", missing)
                        + " of "
                        + total
                        + " of this image "
                        + (missing.size() == 1 ? "is" : "are")
                        + " not here");
    }
}
