// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The order in which a stack becomes scrollable soonest: the middle, the middles of both halves, and so on. */
final class CoarseToFine {
    private CoarseToFine() {}

    /** Every index from 0 to {@code count - 1} once, the middle first. */
    static List<Integer> order(int count) {
        List<Integer> order = new ArrayList<>(count);
        Deque<Range> ranges = new ArrayDeque<>();
        ranges.add(new Range(0, count));
        while (!ranges.isEmpty()) {
            Range range = ranges.remove();
            if (range.from < range.to) {
                int middle = (range.from + range.to) >>> 1;
                order.add(middle);
                ranges.add(new Range(range.from, middle));
                ranges.add(new Range(middle + 1, range.to));
            }
        }
        return order;
    }

    private record Range(int from, int to) {}
}
