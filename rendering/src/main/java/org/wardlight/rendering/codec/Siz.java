// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;

/**
 * What a JPEG 2000 codestream says of itself before anything of it is decoded (T.800 A.5.1 SIZ and A.6.1 COD).
 *
 * @param start byte of the codestream at which SOC lies: after the boxes when it is wrapped in a JP2 file
 * @param precision bits of a sample, the same for all components
 * @param signed whether samples are signed, the same for all components
 * @param coding how all of it is coded
 */
record Siz(int start, int columns, int rows, int components, int precision, boolean signed, Coding coding) {
    private static final int SOC_SIZ = 0xFF4FFF51;
    private static final int COD = 0xFF52;
    private static final int COC = 0xFF53;
    private static final int SOT = 0xFF90;
    /** MCT, MCC, NLT, MCO, CBD: transforms over components of Part 2 (T.801 A.3). */
    private static final int FIRST_OF_PART_2 = 0xFF74;

    private static final int LAST_OF_PART_2 = 0xFF78;
    /** Rsiz: extensions of Part 2 are needed (T.801 A.2.1). */
    private static final int EXTENDED = 0x8000;
    /** More than any image that fits our other limits needs; each costs a decoder some kilobytes before it decodes anything. */
    private static final int MOST_TILES = 16_384;

    private static final int MOST_LAYERS = 1024;

    /**
     * How components are coded (T.800 A.6.1).
     *
     * @param transformed whether they went through a colour transform, which decoders undo
     * @param reversible whether all of them went through the 5-3 wavelet, which loses nothing
     */
    record Coding(boolean transformed, boolean reversible) {}

    static Siz of(byte[] in) {
        int soc = startOfCodestream(in);
        int at = soc + 4;
        if ((number(in, at + 2, 2) & EXTENDED) != 0) {
            throw partTwo();
        }
        long columns = number(in, at + 4, 4) - number(in, at + 12, 4);
        long rows = number(in, at + 8, 4) - number(in, at + 16, 4);
        int components = (int) number(in, at + 36, 2);
        if (columns < 1 || rows < 1 || columns > 65535 || rows > 65535 || components < 1 || components > 4) {
            throw new MalformedDicom("the JPEG 2000 codestream says " + rows + " x " + columns + " x " + components);
        }
        long tiles = tiles(number(in, at + 4, 4), number(in, at + 28, 4), number(in, at + 20, 4))
                * tiles(number(in, at + 8, 4), number(in, at + 32, 4), number(in, at + 24, 4));
        if (tiles > MOST_TILES) {
            throw new LimitExceeded("the JPEG 2000 codestream has " + tiles + " tiles, the limit is " + MOST_TILES);
        }
        int first = (int) number(in, at + 38, 1);
        for (int c = 0; c < components; c++) {
            if (number(in, at + 38 + 3 * c, 1) != first) {
                throw new Unsupported("JPEG 2000 with components of different precision: not shown");
            }
            if (number(in, at + 39 + 3 * c, 2) != 0x0101) {
                throw new Unsupported("JPEG 2000 with components of different sizes: not shown");
            }
        }
        Coding coding = coding(in, soc + 2);
        return new Siz(soc, (int) columns, (int) rows, components, (first & 0x7F) + 1, (first & 0x80) != 0, coding);
    }

    /** Tiles in one direction (T.800 B-5). */
    private static long tiles(long end, long offset, long size) {
        if (size == 0 || offset >= end) {
            throw new MalformedDicom("the JPEG 2000 codestream says tiles of " + size + " from " + offset);
        }
        return (end - offset + size - 1) / size;
    }

    /** At the first byte, or inside the boxes of a JP2 file, which some makers wrap around it. */
    private static int startOfCodestream(byte[] in) {
        int limit = Math.min(in.length - 4, 4096);
        for (int at = 0; at <= limit; at++) {
            if ((int) number(in, at, 4) == SOC_SIZ) {
                return at;
            }
            if (at == 0 && (in.length < 12 || number(in, 4, 4) != 0x6A502020)) {
                break;
            }
        }
        throw new MalformedDicom("the JPEG 2000 frame does not begin with FF4F FF51");
    }

    private static Coding coding(byte[] in, int firstMarker) {
        int at = firstMarker;
        int cod = 0;
        boolean alike = true;
        while (true) {
            int marker = (int) number(in, at, 2);
            if (marker == SOT && cod > 0) {
                boolean reversible = alike && number(in, cod + 13, 1) == 1;
                return new Coding(number(in, cod + 8, 1) == 1, reversible);
            }
            if (marker == SOT || marker < 0xFF00) {
                throw new MalformedDicom("the JPEG 2000 codestream has no COD segment before its first tile");
            }
            if (marker >= FIRST_OF_PART_2 && marker <= LAST_OF_PART_2) {
                throw partTwo();
            }
            cod = marker == COD ? at : cod;
            alike &= marker != COC;
            at += 2 + (int) number(in, at + 2, 2);
            if (marker == COD && number(in, cod + 6, 2) > MOST_LAYERS) {
                throw new LimitExceeded("the JPEG 2000 codestream has " + number(in, cod + 6, 2)
                        + " layers, the limit is " + MOST_LAYERS);
            }
        }
    }

    private static Unsupported partTwo() {
        return new Unsupported("JPEG 2000 Part 2 with a transform over components: not shown");
    }

    private static long number(byte[] in, int at, int bytes) {
        if (at + bytes > in.length) {
            throw new MalformedDicom("the JPEG 2000 codestream ends at byte " + in.length + ", inside its main header");
        }
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | in[at + i] & 0xFF;
        }
        return value;
    }
}
