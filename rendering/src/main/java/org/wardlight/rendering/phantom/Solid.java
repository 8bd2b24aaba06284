// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** A body in space that a slice can cut. */
interface Solid {
    /** About how many millimetres inside the surface a point lies; negative outside. Exact near the surface. */
    double depth(double x, double y, double z);

    /** The rectangle of x and y that holds the cut at a height: x from, x to, y from, y to; empty (from above to) when there is none. */
    double[] bounds(double z);

    double[] NOWHERE = {1, 0, 1, 0};
}
