// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a layer, and which of them belong over an image: those whose Source Image Sequence names it, else those at its
 * place in the same Frame of Reference. Immutable.
 */
final class SourceFrames {
    /** Rounding of decimal strings. */
    private static final double SLACK = 1e-3;
    /** Of a layer that says nothing of its thickness, over an image that says nothing either. */
    private static final double THIN = 1;

    private final List<SourceFrame> frames;
    private final @Nullable String frameOfReference;
    private final Set<String> series;
    private final double reach;

    /**
     * @param series Series Instance UIDs that the layer names as its sources: over these, a frame that names images lies over no other
     * @param slice millimetres that a frame stands for, 0 when unknown
     */
    SourceFrames(List<SourceFrame> frames, @Nullable String frameOfReference, Set<String> series, double slice) {
        this.frames = List.copyOf(frames);
        this.frameOfReference = frameOfReference;
        this.series = Set.copyOf(series);
        this.reach = slice / 2;
    }

    List<SourceFrame> all() {
        return frames;
    }

    /** The frames over an image, the nearest of each group, by group. */
    List<Match> over(FramePlane plane) {
        Map<Integer, Match> nearest = new TreeMap<>();
        for (SourceFrame frame : frames) {
            Match match = match(frame, plane);
            if (match != null) {
                nearest.merge(frame.group(), match, (one, other) -> one.distance() <= other.distance() ? one : other);
            }
        }
        return new ArrayList<>(nearest.values());
    }

    boolean liesOver(FramePlane plane) {
        return frames.stream().anyMatch(frame -> match(frame, plane) != null);
    }

    private @Nullable Match match(SourceFrame frame, FramePlane plane) {
        boolean named = frame.names(plane);
        if (!named && !frame.references().isEmpty() && series.contains(plane.series())) {
            return null;
        }
        PlaneGrid under = plane.gridIn(frameOfReference).orElse(null);
        PlaneGrid own = frame.grid();
        if (under == null || own == null) {
            // Nothing says where it lies: then only the image that it names, pixel on pixel.
            return named ? new Match(frame, null, 0) : null;
        }
        double distance = Math.abs(own.height(under.origin()));
        double most = (reach > 0 ? reach : plane.slice() > 0 ? plane.slice() / 2 : THIN / 2) + SLACK;
        return own.isParallel(under) && distance <= most ? new Match(frame, under, distance) : null;
    }

    /** Millimetres between the nearest two places of one group; 0 when there are none. */
    static double spacing(List<SourceFrame> frames) {
        List<SourceFrame> placed = frames.stream()
                .filter(frame -> frame.grid() != null)
                .sorted(Comparator.comparingInt(SourceFrame::group))
                .toList();
        if (placed.size() < 2) {
            return 0;
        }
        Vector normal = java.util.Objects.requireNonNull(placed.get(0).grid()).normal();
        double[] heights = placed.stream()
                .mapToDouble(frame ->
                        java.util.Objects.requireNonNull(frame.grid()).origin().dot(normal))
                .sorted()
                .toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < heights.length; i++) {
            double gap = heights[i] - heights[i - 1];
            if (gap > 0.01) {
                least = Math.min(least, gap);
            }
        }
        return Double.isFinite(least) ? least : 0;
    }

    /**
     * @param under where the image lies, when both say so in one frame of reference; null: pixel on pixel
     * @param distance between the planes in millimetres
     */
    record Match(SourceFrame frame, @Nullable PlaneGrid under, double distance) {}
}
