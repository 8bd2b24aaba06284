// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.util.Locale;
import java.util.OptionalInt;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * How native frames follow each other (PS3.5 8.1.1, 8.2).
 *
 * @param rows 1 to 65535 (more in whole slide images read leniently)
 * @param columns likewise; of 4:2:2 an even number, since a row is made of pairs
 * @param bitsPerPixel bits of one pixel with all its samples: samples x allocated, less when chroma is subsampled
 * @param bitsAllocated bits of one sample
 * @param frames number of frames as stated, at least 1
 */
public record FrameShape(int rows, int columns, int bitsPerPixel, int bitsAllocated, int frames) {
    public FrameShape {
        if (rows <= 0 || columns <= 0 || bitsPerPixel <= 0 || bitsAllocated <= 0 || frames <= 0) {
            throw new MalformedDicom("rows, columns, bits and frames must be above 0: " + rows + ", " + columns + ", "
                    + bitsAllocated + ", " + frames);
        }
    }

    /**
     * The shape that the image pixel attributes state.
     *
     * @throws MalformedDicom when Rows, Columns or Bits Allocated are absent or 0
     */
    public static FrameShape of(DataSet data) {
        int bits = required(data, Tag.BITS_ALLOCATED, "Bits Allocated");
        int samples = Math.max(1, data.integer(Tag.SAMPLES_PER_PIXEL).orElse(1));
        String photometric =
                data.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse("").toUpperCase(Locale.ROOT);
        // Two pixels share a pair of chroma samples in 4:2:2, four in 4:2:0 (PS3.3 C.7.6.3.1.2).
        boolean colour = samples == 3;
        int halfSamples =
                colour && photometric.endsWith("_422") ? 4 : colour && photometric.endsWith("_420") ? 3 : 2 * samples;
        int columns = required(data, Tag.COLUMNS, "Columns");
        // The last pixel of an odd row has a pair for itself: pairs that run on into the next row have no chroma of
        // their own.
        int paired = colour && photometric.endsWith("_422") ? columns + columns % 2 : columns;
        return new FrameShape(
                required(data, Tag.ROWS, "Rows"),
                paired,
                Math.max(1, bits * halfSamples / 2),
                bits,
                Math.max(1, data.integer(Tag.NUMBER_OF_FRAMES).orElse(1)));
    }

    /** Bits of one frame; may exceed 2^32. */
    public long bits() {
        return Math.multiplyExact((long) rows * columns, (long) bitsPerPixel);
    }

    /** Bytes that hold one frame on its own. */
    public long bytes() {
        return (bits() + 7) / 8;
    }

    private static int required(DataSet data, int tag, String name) {
        OptionalInt value = data.integer(tag);
        if (value.isEmpty() || value.getAsInt() <= 0) {
            throw new MalformedDicom(name + " " + Tag.format(tag) + " is absent or not a number above 0");
        }
        return value.getAsInt();
    }
}
