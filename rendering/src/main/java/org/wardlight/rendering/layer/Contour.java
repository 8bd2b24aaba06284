// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.List;

/**
 * One contour of a region (PS3.3 C.8.8.6).
 *
 * @param points x, y, z of each point in turn, in millimetres
 * @param references the images that it was drawn on
 */
@SuppressWarnings("ArrayRecordComponent") // many thousand points; never changed after construction
record Contour(Shape shape, double[] points, List<ImageRef> references) {
    /** Contour Geometric Type (PS3.3 C.8.8.6.1). */
    enum Shape {
        POINT,
        OPEN,
        CLOSED
    }

    int size() {
        return points.length / 3;
    }

    Vector point(int index) {
        return new Vector(points[3 * index], points[3 * index + 1], points[3 * index + 2]);
    }

    /** The largest distance of a point from a plane. */
    double farthest(PlaneGrid plane) {
        double farthest = 0;
        for (int i = 0; i < size(); i++) {
            farthest = Math.max(farthest, Math.abs(plane.height(point(i))));
        }
        return farthest;
    }
}
