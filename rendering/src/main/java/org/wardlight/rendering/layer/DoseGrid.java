// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.Arrays;
import java.util.List;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/**
 * Where the planes of a dose lie (PS3.3 C.8.8.3.2).
 *
 * @param first grid of the first frame
 * @param heights of the planes above the first along its normal, in millimetres, ascending; at least one
 * @param frames number of the frame of each, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops; never changed after construction
record DoseGrid(PlaneGrid first, double[] heights, int[] frames) {
    private static final double SAME = 1e-3;

    static DoseGrid of(DataSet data) {
        double[] spacing = data.decimals(Tag.PIXEL_SPACING);
        PlaneGrid grid = (spacing.length == 2
                        ? PlaneGrid.of(
                                list(data.decimals(Tag.IMAGE_POSITION_PATIENT)),
                                list(data.decimals(Tag.IMAGE_ORIENTATION_PATIENT)),
                                spacing[1],
                                spacing[0])
                        : java.util.Optional.<PlaneGrid>empty())
                .orElseThrow(() -> new MalformedDicom(
                        "the dose says no sound Image Position, Image Orientation (Patient) and Pixel Spacing"));
        double[] heights = heights(data, grid);
        return ascending(grid, heights);
    }

    /** The first offset is 0: they count from the first plane. It is the first plane's z: they are z of transverse planes. */
    private static double[] heights(DataSet data, PlaneGrid grid) {
        int frames = Math.max(1, data.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        double[] offsets = data.decimals(LayerTag.GRID_FRAME_OFFSET_VECTOR);
        if (offsets.length == 0 && frames == 1) {
            return new double[] {0};
        }
        if (offsets.length != frames) {
            throw new MalformedDicom("Grid Frame Offset Vector " + Tag.format(LayerTag.GRID_FRAME_OFFSET_VECTOR)
                    + " has " + offsets.length + " values, expected one for each of " + frames + " frames");
        }
        double upwards = grid.normal().z();
        if (Math.abs(offsets[0]) < SAME) {
            return offsets;
        }
        if (Math.abs(offsets[0] - grid.origin().z()) < SAME && Math.abs(Math.abs(upwards) - 1) < SAME) {
            return Arrays.stream(offsets)
                    .map(z -> (z - offsets[0]) * Math.signum(upwards))
                    .toArray();
        }
        throw new Unsupported(
                "the dose's Grid Frame Offset Vector begins neither with 0 nor with the z of its position");
    }

    private static DoseGrid ascending(PlaneGrid grid, double[] heights) {
        int count = heights.length;
        boolean falling = count > 1 && heights[1] < heights[0];
        double[] sorted = new double[count];
        int[] frames = new int[count];
        for (int i = 0; i < count; i++) {
            int from = falling ? count - 1 - i : i;
            sorted[i] = heights[from];
            frames[i] = from + 1;
            if (i > 0 && !(sorted[i] > sorted[i - 1])) {
                throw new MalformedDicom("the dose's Grid Frame Offset Vector neither rises nor falls throughout");
            }
        }
        return new DoseGrid(grid, sorted, frames);
    }

    /** The plane below a height or on it, such that the height is within reach of the planes; else -1. */
    int below(double height) {
        int last = heights.length - 1;
        if (!(height >= heights[0] - SAME && height <= heights[last] + SAME)) {
            return -1;
        }
        int at = Arrays.binarySearch(heights, height);
        int below = at >= 0 ? at : Math.max(0, -at - 2);
        return Math.min(below, Math.max(0, last - 1));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
