// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.codec.CodestreamSize;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;

/**
 * Frames of slides that some scanners cut where the matrix ends, although all frames ought to be of one size (PS3.3 C.7.6.17.3). One whose
 * codestream has just the size of what is left of the matrix at its place is believed, and filled up; any other difference is a fault.
 */
final class EdgeFrames {
    private EdgeFrames() {}

    /** The layout that the codestream of such a frame has; empty for all others. {@code frame} from 1. */
    static Optional<FrameLayout> cut(DicomObject object, int frame, FrameLayout layout, byte[] codestream) {
        DataSet data = object.data();
        int rows = data.integer(Tag.TOTAL_PIXEL_MATRIX_ROWS).orElse(0);
        int columns = data.integer(Tag.TOTAL_PIXEL_MATRIX_COLUMNS).orElse(0);
        if (rows <= 0 || columns <= 0) {
            return Optional.empty();
        }
        int[] place = place(data, frame, layout, rows, columns);
        long height = Math.min(layout.rows(), (long) rows - place[0]);
        long width = Math.min(layout.columns(), (long) columns - place[1]);
        boolean inside = height == layout.rows() && width == layout.columns() || height < 1 || width < 1;
        return inside
                ? Optional.empty()
                : CodestreamSize.of(codestream)
                        .filter(own -> own.rows() == height && own.columns() == width)
                        .map(own -> sized(layout, own.rows(), own.columns()));
    }

    /** Row and column of the frame's first pixel in the matrix, from 0: as the frame says, else by its number. */
    private static int[] place(DataSet data, int frame, FrameLayout layout, int rows, int columns) {
        List<DataSet> groups = data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        Optional<DataSet> stated = frame <= groups.size()
                ? groups.get(frame - 1).item(Tag.PLANE_POSITION_SLIDE_SEQUENCE)
                : Optional.empty();
        if (stated.isPresent()) {
            return new int[] {
                stated.get()
                                .integer(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX)
                                .orElse(1)
                        - 1,
                stated.get()
                                .integer(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX)
                                .orElse(1)
                        - 1
            };
        }
        int across = (columns + layout.columns() - 1) / layout.columns();
        int down = (rows + layout.rows() - 1) / layout.rows();
        long before = frame
                - 1
                + Math.max(
                        0L, data.integer(Tag.CONCATENATION_FRAME_OFFSET_NUMBER).orElse(0));
        int cell = (int) (before % ((long) across * down));
        return new int[] {cell / across * layout.rows(), cell % across * layout.columns()};
    }

    private static FrameLayout sized(FrameLayout layout, int rows, int columns) {
        return new FrameLayout(
                rows,
                columns,
                layout.samples(),
                layout.bitsAllocated(),
                layout.bitsStored(),
                layout.highBit(),
                layout.signed(),
                layout.photometric(),
                layout.planar());
    }

    /** The frame in the upper left of one of full size, which is white in colour and lowest in grey beside it. */
    static StoredFrame filled(StoredFrame small, FrameLayout whole) {
        FrameLayout layout = sized(small.layout(), whole.rows(), whole.columns());
        Object from = small.array();
        Object to = Array.newInstance(from.getClass().getComponentType(), Math.toIntExact(layout.values()));
        if (layout.samples() == 3 && to instanceof byte[] bytes) {
            boolean luminance = layout.photometric().name().startsWith("YBR");
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = luminance && i % 3 > 0 ? (byte) 128 : (byte) 255;
            }
        }
        int line = small.columns() * layout.samples();
        for (int y = 0; y < small.rows(); y++) {
            System.arraycopy(from, y * line, to, y * layout.columns() * layout.samples(), line);
        }
        return of(layout, to);
    }

    private static StoredFrame of(FrameLayout layout, Object values) {
        if (values instanceof byte[] bytes) {
            return StoredFrame.of(layout, bytes);
        }
        return values instanceof short[] words ? StoredFrame.of(layout, words) : StoredFrame.of(layout, (int[]) values);
    }
}
