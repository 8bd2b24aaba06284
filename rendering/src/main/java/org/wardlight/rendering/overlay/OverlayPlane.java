// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.overlay;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/**
 * One overlay plane (PS3.3 C.9.2).
 *
 * @param group its group number, 0x6000 to 0x601E
 * @param rows of the plane, whatever the image has
 * @param top row of the image at which the plane begins, from 1; may lie outside
 * @param left column likewise
 * @param frames frames of the plane (C.9.3); 0: one bitmap that lies over every frame of the image
 * @param firstFrame frame of the image that its first frame lies over, from 1
 * @param bit bit of the stored words that holds it; -1 when it has Overlay Data of its own
 * @param data its bits, first pixel in the lowest bit; null when embedded
 */
@SuppressWarnings("ArrayRecordComponent") // the value as the file has it, never changed
record OverlayPlane(
        int group,
        int rows,
        int columns,
        int top,
        int left,
        int frames,
        int firstFrame,
        int bit,
        byte @Nullable [] data) {

    static final int GROUPS = 16;

    /** The plane of a group, counted from 0; null when there is none that can be drawn. */
    static @Nullable OverlayPlane of(DataSet set, int index) {
        int shift = index << 17;
        int rows = set.integer(Tag.OVERLAY_ROWS + shift).orElse(0);
        int columns = set.integer(Tag.OVERLAY_COLUMNS + shift).orElse(0);
        byte[] data = set.bytes(Tag.OVERLAY_DATA + shift).orElse(null);
        int bit = data == null ? set.integer(Tag.OVERLAY_BIT_POSITION + shift).orElse(-1) : -1;
        if (rows < 1 || columns < 1 || data == null && bit < 1) {
            return null;
        }
        int[] origin = set.integers(Tag.OVERLAY_ORIGIN + shift);
        return new OverlayPlane(
                0x6000 + 2 * index,
                rows,
                columns,
                origin.length == 2 ? origin[0] : 1,
                origin.length == 2 ? origin[1] : 1,
                Math.max(0, set.integer(Tag.NUMBER_OF_FRAMES_IN_OVERLAY + shift).orElse(0)),
                Math.max(1, set.integer(Tag.IMAGE_FRAME_ORIGIN + shift).orElse(1)),
                bit,
                data);
    }

    /** Which frame of the plane lies over a frame of the image (both from 1 and 0); -1 when none does. */
    int frameOver(int imageFrame) {
        if (frames == 0) {
            return 0;
        }
        int own = imageFrame - firstFrame;
        return own >= 0 && own < frames ? own : -1;
    }

    boolean touches(int imageRows, int imageColumns) {
        return top <= imageRows && left <= imageColumns && top + (long) rows > 1 && left + (long) columns > 1;
    }

    /** Sets what of a frame of the plane lies on the image; bits that are missing at the end are not set. */
    void draw(int frame, OverlayMask mask) {
        byte[] bits = data;
        if (bits == null) {
            return;
        }
        int fromRow = Math.max(1, top);
        int toRow = (int) Math.min(mask.rows(), top + (long) rows - 1);
        int fromColumn = Math.max(1, left);
        int toColumn = (int) Math.min(mask.columns(), left + (long) columns - 1);
        long first = (long) frame * rows * columns;
        for (int row = fromRow; row <= toRow; row++) {
            long at = first + (long) (row - top) * columns + fromColumn - left;
            for (int column = fromColumn; column <= toColumn && at >> 3 < bits.length; column++, at++) {
                if ((bits[(int) (at >> 3)] >> (at & 7) & 1) == 1) {
                    mask.set(row - 1, column - 1);
                }
            }
        }
    }
}
