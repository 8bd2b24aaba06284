// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.codec.Lookups.Palette;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/**
 * Grey frames with colour on top (PS3.3 C.7.6.19): stored values from the palette's first one on are colours, those below are grey and go
 * through the window that the frame is shown with at first. Such a frame becomes RGB: its grey part is not windowed any more.
 */
final class SupplementalPalette {
    private SupplementalPalette() {}

    /** Pixel Presentation COLOR or MIXED says that the palette is to be used; without it tables beside grey pixels mean nothing. */
    static boolean isUsed(DataSet data, FrameLayout layout) {
        return layout.photometric().grey()
                && !layout.deep()
                && data.contains(Tag.RED_PALETTE_DESCRIPTOR)
                && (data.contains(Tag.RED_PALETTE_DATA) || data.contains(Tag.SEGMENTED_RED_PALETTE_DATA))
                && data.string(Tag.PIXEL_PRESENTATION)
                        .filter(term -> term.equals("COLOR") || term.equals("MIXED") || term.equals("TRUE_COLOR"))
                        .isPresent();
    }

    static StoredFrame toRgb(StoredFrame frame, Palette palette, FrameKind kind) {
        int first = palette.red().first();
        GreyScale grey = GreyScale.standard(frame, kind);
        int columns = frame.columns();
        byte[] out = new byte[Math.toIntExact(3 * frame.layout().pixels())];
        int[] row = new int[columns];
        for (int y = 0; y < frame.rows(); y++) {
            frame.copy(y * columns, columns, row);
            for (int x = 0; x < columns; x++) {
                int at = 3 * (y * columns + x);
                boolean colour = row[x] >= first;
                byte shade = colour ? 0 : grey.grey(row[x]);
                out[at] = colour ? entry(palette.red(), row[x]) : shade;
                out[at + 1] = colour ? entry(palette.green(), row[x]) : shade;
                out[at + 2] = colour ? entry(palette.blue(), row[x]) : shade;
            }
        }
        return StoredFrame.of(
                FrameLayout.colour(frame.rows(), columns, org.wardlight.rendering.codec.Photometric.RGB), out);
    }

    private static byte entry(LookupTable table, int index) {
        return (byte) ColorConversion.eight(table.get(index), table.bits());
    }
}
