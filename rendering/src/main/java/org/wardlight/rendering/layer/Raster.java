// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import org.jspecify.annotations.Nullable;

/**
 * A picture over a frame in the making: its size, and where its pixels fall on another grid. One thread.
 *
 * @param width at most {@link LayerImage#LONGEST_EDGE}, as the frame's columns are to its rows
 */
record Raster(FramePlane plane, int width, int height) {
    /** One pixel of the picture is about one of the frame; never more than {@code longest} along an edge. */
    static Raster of(FramePlane plane, int longest) {
        return of(plane, longest, 1);
    }

    /** As many as {@code finer} pixels along each edge of the frame's, within {@code longest}. */
    static Raster of(FramePlane plane, int longest, double finer) {
        double edge = Math.max(plane.rows(), plane.columns());
        double scale = Math.min(finer, longest / edge);
        return new Raster(plane, side(plane.columns(), scale, longest), side(plane.rows(), scale, longest));
    }

    private static int side(int pixels, double scale, int longest) {
        return (int) Math.max(1, Math.min(longest, Math.round(pixels * scale)));
    }

    /** Column of the frame at the centre of a column of the picture. */
    double column(double x) {
        return (x + 0.5) * plane.columns() / width - 0.5;
    }

    /** Row of the frame at the centre of a row of the picture. */
    double row(double y) {
        return (y + 0.5) * plane.rows() / height - 0.5;
    }

    /** From pixels of this picture to pixels of another grid; without grids, pixel on pixel. */
    Sampling onto(@Nullable PlaneGrid under, @Nullable PlaneGrid other) {
        if (under == null || other == null) {
            return new Sampling(column(0), column(1) - column(0), 0, row(0), 0, row(1) - row(0));
        }
        Vector first = under.point(column(0), row(0));
        Vector across = under.point(column(1), row(0));
        Vector down = under.point(column(0), row(1));
        double column = other.column(first);
        double row = other.row(first);
        return new Sampling(
                column,
                other.column(across) - column,
                other.column(down) - column,
                row,
                other.row(across) - row,
                other.row(down) - row);
    }

    /** Column and row of the other grid, linear in x and y of the picture. */
    record Sampling(double column, double columnByX, double columnByY, double row, double rowByX, double rowByY) {
        int column(int x, int y) {
            return (int) Math.floor(column + columnByX * x + columnByY * y + 0.5);
        }

        int row(int x, int y) {
            return (int) Math.floor(row + rowByX * x + rowByY * y + 0.5);
        }
    }
}
