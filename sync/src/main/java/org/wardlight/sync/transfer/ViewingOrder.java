// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.wardlight.sync.study.DisplaySeries;
import org.wardlight.sync.study.Slot;

/**
 * In which order the frames of a study are wanted: plain radiographs before stacks, since each is a whole examination in one
 * image; then the middle frame of every series; then each series from coarse to fine. Pure.
 */
final class ViewingOrder {
    private static final Set<String> RADIOGRAPHS = Set.of("CR", "DX");

    private ViewingOrder() {}

    /** The series in that order. */
    static List<DisplaySeries> series(List<DisplaySeries> display) {
        return display.stream()
                .sorted(Comparator.comparing(one -> !isRadiograph(one)))
                .toList();
    }

    /** The frames of such series in that order. */
    static List<Wanted> frames(List<DisplaySeries> ordered) {
        List<Wanted> radiographs = new ArrayList<>();
        List<Wanted> middles = new ArrayList<>();
        List<Wanted> rest = new ArrayList<>();
        for (DisplaySeries series : ordered) {
            List<Wanted> frames = CoarseToFine.order(series.frames().size()).stream()
                    .map(index -> new Wanted(series, series.frames().get(index)))
                    .toList();
            if (isRadiograph(series)) {
                radiographs.addAll(frames);
            } else {
                middles.add(frames.get(0));
                rest.addAll(frames.subList(1, frames.size()));
            }
        }
        List<Wanted> all = new ArrayList<>(radiographs);
        all.addAll(middles);
        all.addAll(rest);
        return all;
    }

    private static boolean isRadiograph(DisplaySeries series) {
        return RADIOGRAPHS.contains(series.facts().modality());
    }

    /** A frame and its series. */
    record Wanted(DisplaySeries series, Slot slot) {}
}
