// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.pixel.SlidePart;

/**
 * Where the frames of one object lie in its total pixel matrix. TILED_FULL: columns fastest, then rows, focal planes, optical paths (PS3.3
 * C.7.6.17.3); else as each frame says (C.8.12.6.1), on a grid or not. Immutable, thread-safe.
 */
public final class SlideIndex {
    /** Focal planes nearer than this, in micrometres, are one. */
    private static final double SAME_DEPTH = 0.001;

    private final SlidePart part;
    private final Map<Cell, List<Placed>> placed;

    private SlideIndex(SlidePart part, Map<Cell, List<Placed>> placed) {
        this.part = part;
        this.placed = placed;
    }

    /** A frame, from 1, and its top left pixel in the matrix, from 0. */
    public record Placed(int frame, int left, int top) {}

    private record Cell(int channel, int row, int column) {}

    public static SlideIndex of(DataSet data, SlidePart part) {
        return new SlideIndex(part, part.sparse() ? placed(data, part) : Map.of());
    }

    /** Bytes in memory, roughly. */
    public long bytes() {
        return 256 + (part.sparse() ? 200L * part.frames() : 0);
    }

    /** The frames of a channel (path x planes + plane) that reach into a rectangle of the matrix. */
    public List<Placed> covering(int channel, long left, long top, long right, long bottom) {
        List<Placed> found = new ArrayList<>();
        // A frame off the grid begins in the cell before at the earliest.
        int shift = part.sparse() ? 1 : 0;
        int firstRow = (int) Math.max(0, top / part.tileRows() - shift);
        int firstColumn = (int) Math.max(0, left / part.tileColumns() - shift);
        int lastRow = (int) Math.min(part.tilesDown() - 1L, (bottom - 1) / part.tileRows());
        int lastColumn = (int) Math.min(part.tilesAcross() - 1L, (right - 1) / part.tileColumns());
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                for (Placed each : in(channel, row, column)) {
                    if (each.left < right
                            && each.top < bottom
                            && each.left + part.tileColumns() > left
                            && each.top + part.tileRows() > top) {
                        found.add(each);
                    }
                }
            }
        }
        return found;
    }

    private List<Placed> in(int channel, int row, int column) {
        if (part.sparse()) {
            return placed.getOrDefault(new Cell(channel, row, column), List.of());
        }
        long before = ((long) channel * part.tilesDown() + row) * part.tilesAcross() + column - part.firstFrame();
        return before < 0 || before >= part.frames()
                ? List.of()
                : List.of(new Placed((int) before + 1, column * part.tileColumns(), row * part.tileRows()));
    }

    private static Map<Cell, List<Placed>> placed(DataSet data, SlidePart part) {
        List<Double> depths = depths(data);
        Map<Cell, List<Placed>> found = new HashMap<>();
        List<DataSet> frames = data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        for (int i = 0; i < Math.min(frames.size(), part.frames()); i++) {
            DataSet frame = frames.get(i);
            DataSet place = frame.item(Tag.PLANE_POSITION_SLIDE_SEQUENCE).orElse(DataSet.EMPTY);
            int left = place.integer(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX)
                            .orElse(0)
                    - 1;
            int top =
                    place.integer(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX).orElse(0) - 1;
            if (left < 0 || top < 0 || left >= part.columns() || top >= part.rows()) {
                continue; // Outside the matrix there is nothing to see; the tile counts as missing.
            }
            int channel = path(frame, data, part) * part.planes() + plane(place, depths, part);
            Cell cell = new Cell(channel, top / part.tileRows(), left / part.tileColumns());
            found.computeIfAbsent(cell, any -> new ArrayList<>(1)).add(new Placed(i + 1, left, top));
        }
        return found;
    }

    private static int path(DataSet frame, DataSet data, SlidePart part) {
        return frame.item(Tag.OPTICAL_PATH_IDENTIFICATION_SEQUENCE)
                .or(() -> data.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
                        .flatMap(shared -> shared.item(Tag.OPTICAL_PATH_IDENTIFICATION_SEQUENCE)))
                .flatMap(item -> item.string(Tag.OPTICAL_PATH_IDENTIFIER))
                .map(path -> Math.max(0, part.paths().indexOf(path)))
                .orElse(0);
    }

    private static int plane(DataSet place, List<Double> depths, SlidePart part) {
        double depth = place.decimal(Tag.Z_OFFSET_IN_SLIDE_COORDINATE_SYSTEM).orElse(0);
        int plane = 0;
        for (int i = 0; i < depths.size(); i++) {
            plane = Math.abs(depths.get(i) - depth) <= Math.abs(depths.get(plane) - depth) ? i : plane;
        }
        return Math.min(plane, part.planes() - 1);
    }

    /** The focal planes of the placed frames, nearest to the slide first. */
    static List<Double> depths(DataSet data) {
        TreeSet<Double> all = new TreeSet<>();
        for (DataSet frame : data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)) {
            frame.item(Tag.PLANE_POSITION_SLIDE_SEQUENCE)
                    .ifPresent(place -> all.add(place.decimal(Tag.Z_OFFSET_IN_SLIDE_COORDINATE_SYSTEM)
                            .orElse(0)));
        }
        List<Double> apart = new ArrayList<>();
        for (double depth : all) {
            if (apart.isEmpty() || depth - apart.get(apart.size() - 1) > SAME_DEPTH) {
                apart.add(depth);
            }
        }
        return apart;
    }
}
