// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** The tables and the restart interval in force while a JPEG codestream is read (ITU T.81 B.2.4). One thread. */
final class JpegTables {
    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private final @Nullable HuffmanTable[] dc = new HuffmanTable[4];
    private final @Nullable HuffmanTable[] ac = new HuffmanTable[4];
    private final int[][] quantisation = new int[4][0];
    private int restartInterval;

    /** Takes in a DHT, DQT or DRI segment; others are passed over. */
    void read(int marker, JpegSegments segment) {
        if (marker == JpegSegments.DRI) {
            restartInterval = segment.u16();
        }
        while (marker == JpegSegments.DHT && segment.left() > 0) {
            int which = segment.u8();
            HuffmanTable table = HuffmanTable.read(segment);
            if (which >> 4 > 1 || (which & 15) > 3) {
                throw new MalformedDicom(
                        "a JPEG Huffman table has class and number " + which + ", at most 13 hexadecimal is allowed");
            }
            (which >> 4 == 0 ? dc : ac)[which & 15] = table;
        }
        while (marker == JpegSegments.DQT && segment.left() > 0) {
            int which = segment.u8();
            if ((which & 15) > 3) {
                throw new MalformedDicom(
                        "a JPEG quantisation table has the number " + (which & 15) + ", at most 3 is allowed");
            }
            int[] table = new int[64];
            for (int i = 0; i < 64; i++) {
                table[ZIGZAG[i]] = which >> 4 == 0 ? segment.u8() : segment.u16();
            }
            quantisation[which & 15] = table;
        }
    }

    HuffmanTable dc(int number) {
        return required(dc, number);
    }

    HuffmanTable ac(int number) {
        return required(ac, number);
    }

    private static HuffmanTable required(@Nullable HuffmanTable[] tables, int number) {
        HuffmanTable table = number < 4 ? tables[number] : null;
        if (table == null) {
            throw new MalformedDicom("the JPEG codestream uses Huffman table " + number + ", which it does not define");
        }
        return table;
    }

    /** Sixty-four factors in natural order. */
    int[] quantisation(int number) {
        if (number > 3 || quantisation[number].length == 0) {
            throw new MalformedDicom(
                    "the JPEG codestream uses quantisation table " + number + ", which it does not define");
        }
        return quantisation[number];
    }

    /** Data units between restart markers, 0 when there are none. */
    int restartInterval() {
        return restartInterval;
    }

    /** Where in a block the coefficient of zigzag order {@code index} belongs. */
    static int natural(int index) {
        return ZIGZAG[index];
    }
}
