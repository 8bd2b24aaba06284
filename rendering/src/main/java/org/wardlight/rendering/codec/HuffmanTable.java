// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException.MalformedDicom;

/** A Huffman table of JPEG (ITU T.81 C.2, F.2.2.3). Immutable. */
final class HuffmanTable {
    /** Codes of up to this many bits are found in one look. */
    static final int LOOK_BITS = 9;

    private final int[] symbols;
    /** For each code of LOOK_BITS bits: length in the high byte, symbol in the low one; 0 when the code is longer. */
    private final int[] look = new int[1 << LOOK_BITS];
    /** For each length the first code past those of that length, and what to add to a code to get its place in symbols. */
    private final int[] limit = new int[17];

    private final int[] delta = new int[17];

    private HuffmanTable(int[] counts, int[] symbols) {
        this.symbols = symbols;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= 16; length++) {
            delta[length] = index - code;
            for (int i = 0; i < counts[length]; i++) {
                enter(code++, length, symbols[index++]);
            }
            if (code > 1 << length) {
                throw new MalformedDicom("a JPEG Huffman table has too many codes of " + length + " bits");
            }
            limit[length] = code;
            code <<= 1;
        }
    }

    private void enter(int code, int length, int symbol) {
        if (length > LOOK_BITS || code >= 1 << length) {
            return;
        }
        int spare = LOOK_BITS - length;
        for (int i = 0; i < 1 << spare; i++) {
            look[code << spare | i] = length << 8 | symbol;
        }
    }

    /** Reads one table of a DHT segment, behind its class and number. */
    static HuffmanTable read(JpegSegments segment) {
        int[] counts = new int[17];
        int total = 0;
        for (int length = 1; length <= 16; length++) {
            counts[length] = segment.u8();
            total += counts[length];
        }
        if (total > 256) {
            throw new MalformedDicom("a JPEG Huffman table has " + total + " symbols, at most 256 are allowed");
        }
        int[] symbols = new int[total];
        for (int i = 0; i < total; i++) {
            symbols[i] = segment.u8();
        }
        return new HuffmanTable(counts, symbols);
    }

    /** Length in the high byte and symbol in the low one for the next 9 bits; 0 when the code is longer or there is none. */
    int look(int bits) {
        return look[bits];
    }

    /** The same for the next 16 bits, for codes of any length. */
    int find(int bits) {
        for (int length = 1; length <= 16; length++) {
            int code = bits >>> 16 - length;
            if (code < limit[length]) {
                return length << 8 | symbols[code + delta[length]];
            }
        }
        throw new MalformedDicom("the JPEG codestream has a code that its Huffman table does not have");
    }
}
