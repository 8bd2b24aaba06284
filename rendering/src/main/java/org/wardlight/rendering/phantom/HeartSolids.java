// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.List;

/** The heart as ellipsoids in space, from pericardium to chambers, in the order in which they are painted. */
final class HeartSolids {
    static final Ellipsoid PERICARDIUM = Ellipsoid.along(new Vec(16, -22, 124), new Vec(0.74, -0.42, -0.5), 72, 51, 47);

    /** A part of the heart in Hounsfield units with contrast in the blood. */
    record Part(Ellipsoid solid, double value) {}

    private HeartSolids() {}

    static List<Part> parts() {
        Vec axis = new Vec(0.72, -0.48, -0.5);
        return List.of(
                new Part(Ellipsoid.along(new Vec(-28, -18, 130), new Vec(0.1, -0.2, 1), 31, 27, 24), 205),
                new Part(Ellipsoid.along(new Vec(10, -44, 122), new Vec(0.7, -0.1, -0.55), 43, 24, 26), 212),
                new Part(Ellipsoid.along(new Vec(18, -46, 150), new Vec(0, -0.1, 1), 24, 16, 16), 212),
                new Part(Ellipsoid.along(new Vec(34, -16, 118), axis, 54, 36, 34), 98),
                new Part(Ellipsoid.along(new Vec(4, 14, 148), new Vec(1, 0.05, 0), 36, 20, 23), 228),
                new Part(Ellipsoid.along(new Vec(32, -16, 119), axis, 43, 24.5, 22.5), 232),
                new Part(Ellipsoid.along(new Vec(0, -12, 146), new Vec(0.2, -0.1, 1), 20, 17, 17), 238),
                new Part(Ellipsoid.along(new Vec(40, -8, 112), axis, 9, 4, 4), 110),
                new Part(Ellipsoid.along(new Vec(36, -26, 110), axis, 8, 4, 3.5), 110));
    }
}
