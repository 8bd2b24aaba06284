// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.codec.Lookups.Palette;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.colour.ColourProfile;

/** From any colour to RGB of eight bits (PS3.3 C.7.6.3.1.2, C.7.6.3.1.5): the only place that does it. */
public final class ColorConversion {
    private ColorConversion() {}

    /** Whether tiles of a frame are colour: it is, or a supplemental palette makes it so. */
    public static boolean isColour(StoredFrame frame) {
        return !frame.layout().photometric().grey() || frame.lookups().palette() != null;
    }

    /** As {@link #toRgb(StoredFrame)}, of a grey frame with a supplemental palette too: its grey as the kind says. */
    public static StoredFrame toRgb(StoredFrame frame, FrameKind kind) {
        Palette palette = frame.lookups().palette();
        return frame.layout().photometric().grey() && palette != null
                ? SupplementalPalette.toRgb(frame, palette, kind)
                : toRgb(frame);
    }

    /**
     * The frame in RGB of eight bits; the frame itself when it is that already.
     *
     * @throws Unsupported for colour that is not converted
     * @throws MalformedDicom for PALETTE COLOR without a palette
     */
    public static StoredFrame toRgb(StoredFrame frame) {
        FrameLayout layout = frame.layout();
        ColourProfile profile = frame.lookups().profile();
        boolean plain =
                layout.photometric() == Photometric.RGB && layout.bitsAllocated() == 8 && layout.bitsStored() == 8;
        if (plain && profile == null) {
            return frame;
        }
        FrameLayout rgb = FrameLayout.colour(layout.rows(), layout.columns(), Photometric.RGB);
        byte[] out = new byte[Math.toIntExact(rgb.values())];
        int width = layout.columns() * layout.samples();
        int[] row = new int[width];
        RowConversion conversion = conversion(frame);
        for (int y = 0; y < layout.rows(); y++) {
            frame.copy(y * width, width, row);
            conversion.convert(row, layout.columns(), out, y * layout.columns() * 3);
        }
        if (profile != null) {
            profile.toSrgb(out);
        }
        return StoredFrame.of(rgb, out);
    }

    /** One row of a frame's samples to R G B bytes. */
    @FunctionalInterface
    private interface RowConversion {
        void convert(int[] row, int columns, byte[] out, int at);
    }

    private static RowConversion conversion(StoredFrame frame) {
        FrameLayout layout = frame.layout();
        return switch (layout.photometric()) {
            case PALETTE_COLOR -> palette(frame);
            case RGB -> rgb(layout);
            case YBR_FULL -> ybrFull(layout);
            case YBR_PARTIAL_422, YBR_PARTIAL_420 -> ybrPartial(layout);
            default ->
                throw new Unsupported("colour as " + layout.photometric().term()
                        + ", which only a compressed frame can be: not shown");
        };
    }

    private static RowConversion rgb(FrameLayout layout) {
        return (row, columns, out, at) -> {
            for (int i = 0; i < columns * 3; i++) {
                out[at + i] = (byte) eight(row[i], layout.bitsStored());
            }
        };
    }

    /** The top eight of the stored bits; fewer than eight move up. */
    static int eight(int value, int bitsStored) {
        return bitsStored >= 8 ? value >>> bitsStored - 8 : value << 8 - bitsStored;
    }

    /** The inverse of the full-range equations of PS3.3 C.7.6.3.1.2, in sixteenths of a bit and rounded. */
    private static RowConversion ybrFull(FrameLayout layout) {
        int bits = layout.bitsStored();
        return (row, columns, out, at) -> {
            for (int i = 0; i < columns * 3; i += 3) {
                int y = (eight(row[i], bits) << 16) + (1 << 15);
                int cb = eight(row[i + 1], bits) - 128;
                int cr = eight(row[i + 2], bits) - 128;
                out[at + i] = clamp(y + 91881 * cr);
                out[at + i + 1] = clamp(y - 22554 * cb - 46802 * cr);
                out[at + i + 2] = clamp(y + 116130 * cb);
            }
        };
    }

    /** The inverse of the equations with 16 to 235 of PS3.3 C.7.6.3.1.2 (CCIR 601-2). */
    private static RowConversion ybrPartial(FrameLayout layout) {
        int bits = layout.bitsStored();
        return (row, columns, out, at) -> {
            for (int i = 0; i < columns * 3; i += 3) {
                int y = 76309 * (eight(row[i], bits) - 16) + (1 << 15);
                int cb = eight(row[i + 1], bits) - 128;
                int cr = eight(row[i + 2], bits) - 128;
                out[at + i] = clamp(y + 104597 * cr);
                out[at + i + 1] = clamp(y - 25675 * cb - 53279 * cr);
                out[at + i + 2] = clamp(y + 132201 * cb);
            }
        };
    }

    private static byte clamp(int value) {
        return (byte) Math.max(0, Math.min(255, value >> 16));
    }

    private static RowConversion palette(StoredFrame frame) {
        Palette palette = frame.lookups().palette();
        if (palette == null) {
            throw new MalformedDicom("PALETTE COLOR without the tables (0028,1201) to (0028,1203)");
        }
        return (row, columns, out, at) -> {
            for (int x = 0; x < columns; x++) {
                out[at + 3 * x] = entry(palette.red(), row[x]);
                out[at + 3 * x + 1] = entry(palette.green(), row[x]);
                out[at + 3 * x + 2] = entry(palette.blue(), row[x]);
            }
        };
    }

    private static byte entry(LookupTable table, int index) {
        return (byte) eight(table.get(index), table.bits());
    }
}
