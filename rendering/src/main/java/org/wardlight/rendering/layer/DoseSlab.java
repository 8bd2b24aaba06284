// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.tile.Frames;

/** Interpolates between two neighbouring planes of a dose; never more than two are in memory. One thread. */
final class DoseSlab {
    private final DicomObject object;
    private final DoseGrid grid;
    private final double scaling;
    private final ByteSource source;
    private final Limits limits;
    private int lastPlane = -1;
    private @Nullable StoredFrame last;

    DoseSlab(DicomObject object, DoseGrid grid, double scaling, ByteSource source, Limits limits) {
        this.object = object;
        this.grid = grid;
        this.scaling = scaling;
        this.source = source;
        this.limits = limits;
    }

    /** The doses of those pixels that lie between plane {@code k} and the next. */
    void fill(int k, Raster raster, PlaneGrid under, int[] below, double[] dose) throws IOException {
        StoredFrame low = frame(k);
        int next = Math.min(k + 1, grid.heights().length - 1);
        StoredFrame high = next == k ? low : frame(next);
        double step = next == k ? 1 : grid.heights()[next] - grid.heights()[k];
        for (int y = 0, at = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++, at++) {
                if (below[at] == k) {
                    Vector point = under.point(raster.column(x), raster.row(y));
                    double part = next == k ? 0 : clamp((grid.first().height(point) - grid.heights()[k]) / step);
                    double column = grid.first().column(point);
                    double row = grid.first().row(point);
                    dose[at] = scaling * (at(low, column, row) * (1 - part) + at(high, column, row) * part);
                }
            }
        }
    }

    private StoredFrame frame(int k) throws IOException {
        StoredFrame known = last;
        if (known != null && lastPlane == k) {
            return known;
        }
        StoredFrame decoded = Frames.decode(object, source, grid.frames()[k], limits);
        last = decoded;
        lastPlane = k;
        return decoded;
    }

    /** Between the four nearest; 0 outside of the outermost centres. */
    private static double at(StoredFrame frame, double column, double row) {
        int columns = frame.columns();
        int rows = frame.rows();
        if (!(column >= 0 && row >= 0 && column <= columns - 1 && row <= rows - 1)) {
            return 0;
        }
        int left = Math.min((int) column, Math.max(0, columns - 2));
        int top = Math.min((int) row, Math.max(0, rows - 2));
        int right = Math.min(left + 1, columns - 1);
        int bottom = Math.min(top + 1, rows - 1);
        double x = column - left;
        double y = row - top;
        double upper = frame.number(top * columns + left) * (1 - x) + frame.number(top * columns + right) * x;
        double lower = frame.number(bottom * columns + left) * (1 - x) + frame.number(bottom * columns + right) * x;
        return upper * (1 - y) + lower * y;
    }

    private static double clamp(double part) {
        return Math.max(0, Math.min(1, part));
    }
}
