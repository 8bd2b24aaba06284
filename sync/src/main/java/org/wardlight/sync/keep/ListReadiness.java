// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.keep;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.list.ListContents;

/**
 * How ready a list is on each device that keeps something of it. A patient is ready where every study of the patient that the list holds is
 * whole; a lease that has ended counts for nothing.
 */
public record ListReadiness(List<OnDevice> devices) {
    /**
     * One device.
     *
     * @param ready how many lines of the list are whole there
     * @param of how many lines of the list have studies at all
     * @param until when the first study of those is removed there; null: none by date
     * @param lacking those lines that are not whole there, by their number in the list, from 0
     */
    public record OnDevice(
            Copy copy, int ready, int of, @Nullable Instant until, List<Integer> lacking) {}

    public static ListReadiness of(List<ListContents.Line> lines, List<Copy> copies, Instant now) {
        return new ListReadiness(copies.stream()
                .map(copy -> on(copy, lines, now))
                .filter(device -> device.ready() > 0 || keepsSomeOf(device.copy(), lines))
                .toList());
    }

    private static boolean keepsSomeOf(Copy copy, List<ListContents.Line> lines) {
        Set<String> here = new TreeSet<>();
        copy.studies().forEach(one -> here.add(one.study()));
        return lines.stream().flatMap(line -> uids(line).stream()).anyMatch(here::contains);
    }

    private static OnDevice on(Copy copy, List<ListContents.Line> lines, Instant now) {
        Map<String, Copy.Kept> ready = new HashMap<>();
        copy.studies().stream()
                .filter(one ->
                        one.isReady() && (one.until() == null || one.until().isAfter(now)))
                .forEach(one -> ready.put(one.study(), one));
        List<Integer> lacking = new java.util.ArrayList<>();
        Set<String> whole = new TreeSet<>();
        int of = 0;
        for (int i = 0; i < lines.size(); i++) {
            List<String> studies = uids(lines.get(i));
            if (studies.isEmpty()) {
                continue;
            }
            of++;
            if (ready.keySet().containsAll(studies)) {
                whole.addAll(studies);
            } else {
                lacking.add(i);
            }
        }
        @Nullable
        Instant until = whole.stream()
                .map(ready::get)
                .filter(Objects::nonNull)
                .map(Copy.Kept::until)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new OnDevice(copy, of - lacking.size(), of, until, List.copyOf(lacking));
    }

    private static List<String> uids(ListContents.Line line) {
        return line.studies().stream().map(study -> study.study().study()).toList();
    }
}
