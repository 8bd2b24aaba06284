// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.util.List;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.ColorConversion;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.GreyScale;
import org.wardlight.rendering.pixel.ModalityTable;
import org.wardlight.rendering.pixel.Reductions;
import org.wardlight.rendering.pixel.ScreenImage;

/** Sheets of thumbnails, by which a whole series can be scrolled after a few hundred kilobytes. */
public final class StripSheets {
    /** Edge of a cell in pixels; a thumbnail fills its width or its height. */
    public static final int CELL = 128;
    /** Cells in a row of a sheet. */
    public static final int COLUMNS = 8;
    /** Cells of a full sheet. */
    public static final int PER_SHEET = 64;

    /** 64 slices of a CT come to some 150 kB. */
    private static final float QUALITY = 0.65f;

    private StripSheets() {}

    /** A frame's thumbnail: stored values averaged over the area of each pixel without padding, then shown as at first. */
    public static ScreenImage cell(StoredFrame frame, FrameKind kind) {
        if (ColorConversion.isColour(frame)) {
            return cell(ColorConversion.toRgb(frame, kind), kind, false);
        }
        StoredFrame values = ModalityTable.apply(frame);
        FrameKind settled = Reductions.settle(kind, values);
        return cell(Reductions.apply(values, settled), settled, true);
    }

    private static ScreenImage cell(StoredFrame values, FrameKind kind, boolean grey) {
        double width = kind.columns();
        double height = kind.rows() * kind.pixelAspect();
        int columns = edge(width, Math.max(width, height));
        int rows = edge(height, Math.max(width, height));
        int[] means = AreaAverage.of(values, kind.padding(), rows, columns);
        byte[] pixels = new byte[means.length];
        if (grey) {
            GreyScale.standardForFew(values, kind, means.length).map(means, means.length, pixels, 0);
        } else {
            for (int i = 0; i < means.length; i++) {
                pixels[i] = (byte) means[i];
            }
        }
        return new ScreenImage(rows, columns, values.samples(), pixels);
    }

    private static int edge(double length, double longest) {
        return (int) Math.max(1, Math.round(CELL * length / longest));
    }

    /** The thumbnail of a frame that cannot be shown: a grey cross on black, so that nobody takes it for an image. */
    public static ScreenImage missing() {
        byte[] pixels = new byte[CELL * CELL];
        for (int i = 0; i < CELL; i++) {
            for (int thick = -1; thick <= 1; thick++) {
                int x = Math.max(0, Math.min(CELL - 1, i + thick));
                pixels[i * CELL + x] = (byte) 160;
                pixels[i * CELL + CELL - 1 - x] = (byte) 160;
            }
        }
        return new ScreenImage(CELL, CELL, 1, pixels);
    }

    /**
     * Cells in display order as one JPEG of {@code COLUMNS} cells a row and as many rows as are needed; grey when all cells are.
     *
     * @param cells 1 to {@link #PER_SHEET}, each at most {@link #CELL} wide and high
     */
    public static byte[] encode(List<ScreenImage> cells) {
        if (cells.isEmpty() || cells.size() > PER_SHEET) {
            throw new IllegalArgumentException("a sheet of " + cells.size() + " cells");
        }
        int samples = cells.stream().anyMatch(ScreenImage::colour) ? 3 : 1;
        int rows = (cells.size() + COLUMNS - 1) / COLUMNS;
        byte[] sheet = new byte[rows * CELL * COLUMNS * CELL * samples];
        for (int i = 0; i < cells.size(); i++) {
            place(cells.get(i), sheet, samples, i / COLUMNS * CELL, i % COLUMNS * CELL);
        }
        return JpegWriter.encode(new ScreenImage(rows * CELL, COLUMNS * CELL, samples, sheet), QUALITY);
    }

    private static void place(ScreenImage cell, byte[] sheet, int samples, int top, int left) {
        for (int y = 0; y < cell.rows(); y++) {
            for (int x = 0; x < cell.columns(); x++) {
                int to = ((top + y) * COLUMNS * CELL + left + x) * samples;
                int from = (y * cell.columns() + x) * cell.samples();
                for (int s = 0; s < samples; s++) {
                    sheet[to + s] = cell.pixels()[from + Math.min(s, cell.samples() - 1)];
                }
            }
        }
    }
}
