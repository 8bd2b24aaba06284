// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A display shutter (PS3.3 C.7.6.11): what lies outside its shape is not to be looked at. Rows and columns count from 1. Several together
 * leave open what all of them leave open.
 *
 * @param left of a rectangle: column of the vertical edge; open are the columns between left and right
 * @param radius of a circle, in columns
 * @param vertices of a polygon: row and column of each
 * @param grey what covers the rest, 0 (black) to 255
 */
public record Shutter(
        Shape shape,
        @Nullable Integer left,
        @Nullable Integer right,
        @Nullable Integer upper,
        @Nullable Integer lower,
        @Nullable Integer row,
        @Nullable Integer column,
        @Nullable Integer radius,
        @Nullable List<List<Integer>> vertices,
        int grey) {

    public enum Shape {
        RECTANGULAR,
        CIRCULAR,
        POLYGONAL,
        /** Covers what the layer named {@code shutter} covers, not the outside of a shape (C.7.6.15). */
        BITMAP
    }

    /** Whether a pixel is left open; row and column from 1. {@code aspect}: height of a pixel over its width. */
    public boolean isOpen(int y, int x, double aspect) {
        return switch (shape) {
            case RECTANGULAR -> x > number(left) && x < number(right) && y > number(upper) && y < number(lower);
            case CIRCULAR -> {
                double dx = x - number(column);
                double dy = (y - number(row)) * aspect;
                yield dx * dx + dy * dy <= (double) number(radius) * number(radius);
            }
            case POLYGONAL -> isInside(y, x);
            case BITMAP -> true;
        };
    }

    private boolean isInside(int y, int x) {
        List<List<Integer>> corners = vertices == null ? List.of() : vertices;
        boolean inside = false;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            double yi = corners.get(i).get(0);
            double xi = corners.get(i).get(1);
            double yj = corners.get(j).get(0);
            double xj = corners.get(j).get(1);
            if (yi > y != yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
