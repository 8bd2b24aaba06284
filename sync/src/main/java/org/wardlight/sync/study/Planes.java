// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.layer.FramePlane;
import org.wardlight.rendering.layer.PlaneGrid;
import org.wardlight.rendering.pixel.ImageHeader;

/** Where the frames of a series lie, and how far apart its slices are. Pure. */
public final class Planes {
    private Planes() {}

    /** The planes of a series' frames in display order. */
    public static List<FramePlane> of(DisplaySeries series) {
        List<FramePlane> planes = new ArrayList<>();
        for (Slot slot : series.frames()) {
            ImageHeader.Place place =
                    DisplaySeries.header(series.instance(slot)).frames().get(slot.frame() - 1);
            planes.add(FramePlane.of(
                    series.facts().series(),
                    series.instance(slot).instance(),
                    slot.frame(),
                    series.kind(slot),
                    place,
                    0));
        }
        List<FramePlane> spaced = new ArrayList<>();
        for (int i = 0; i < planes.size(); i++) {
            spaced.add(planes.get(i).spaced(slice(planes, i)));
        }
        return spaced;
    }

    /** To the nearer of the slices before and after, in display order, that are parallel and elsewhere; 0 when alone. */
    private static double slice(List<FramePlane> planes, int at) {
        double before = gap(planes, at, -1);
        double after = gap(planes, at, 1);
        double nearer = Math.min(before, after);
        return Double.isFinite(nearer) ? nearer : 0;
    }

    private static double gap(List<FramePlane> planes, int at, int step) {
        PlaneGrid own = planes.get(at).grid();
        for (int i = at + step; own != null && i >= 0 && i < planes.size(); i += step) {
            PlaneGrid other = planes.get(i).grid();
            if (other == null || !own.isParallel(other)) {
                break;
            }
            double distance = Math.abs(own.height(other.origin()));
            if (distance > Slot.SAME_MM) {
                return distance;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
