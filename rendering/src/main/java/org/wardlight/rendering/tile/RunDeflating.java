// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * A zlib stream (RFC 1950) of what is left of an image after prediction. In such noise nothing repeats but runs of one byte; so the
 * only matches are those at distance 1, and all the rest is a Huffman code of its own for each block. Several times as fast as
 * a search for matches, and no larger. One thread; used once.
 */
final class RunDeflating {
    /** Input bytes of a block: its code follows the picture from one part to the next. */
    private static final int BLOCK = 32 * 1024;

    /** Shorter runs take fewer bits as what they are, where a value is frequent enough to repeat. */
    private static final int SHORTEST = 6;

    private static final int LONGEST = 258;
    private static final int END = 256;
    private static final int SYMBOLS = 286;
    private static final int MOST_BITS = 15;
    /** Tokens from here on are runs of so many bytes more. */
    private static final int RUN = 1 << 12;

    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };

    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };

    /** The length code, less 257, of each length. */
    private static final byte[] LENGTH_CODE = lengthCodes();

    private final HuffmanCode literals = new HuffmanCode(SYMBOLS, MOST_BITS);
    private final BitSink out = new BitSink();
    private final Adler32 check = new Adler32();
    private final byte[] block = new byte[BLOCK];
    private final short[] tokens = new short[BLOCK + 1];
    private final int[] counts = new int[SYMBOLS];
    private int held;

    RunDeflating() {
        out.put(0x78, 8);
        out.put(0x01, 8);
    }

    private static byte[] lengthCodes() {
        byte[] codes = new byte[LONGEST + 1];
        for (int code = 0; code < LENGTH_BASE.length; code++) {
            int to = code + 1 < LENGTH_BASE.length ? LENGTH_BASE[code + 1] : LONGEST + 1;
            Arrays.fill(codes, LENGTH_BASE[code], to, (byte) code);
        }
        return codes;
    }

    void write(byte[] input, int length) {
        check.update(input, 0, length);
        int at = 0;
        while (at < length) {
            int count = Math.min(length - at, BLOCK - held);
            System.arraycopy(input, at, block, held, count);
            held += count;
            at += count;
            if (held == BLOCK) {
                endBlock(false);
            }
        }
    }

    /** What follows is of another kind: it gets a code of its own. */
    void cut() {
        if (held > 0) {
            endBlock(false);
        }
    }

    void finish() {
        endBlock(true);
        out.align();
        int sum = (int) check.getValue();
        out.put(sum >>> 24, 8);
        out.put(sum >>> 16 & 0xFF, 8);
        out.put(sum >>> 8 & 0xFF, 8);
        out.put(sum & 0xFF, 8);
        out.align();
    }

    private void endBlock(boolean last) {
        int count = tokens();
        literals.build(counts);
        out.reserve(held + BLOCK / 16);
        out.put((last ? 1 : 0) | 2 << 1, 3);
        CodeLengths.put(literals, out);
        emit(count);
        held = 0;
    }

    private int tokens() {
        Arrays.fill(counts, 0);
        counts[END] = 1;
        int count = 0;
        int at = 0;
        while (at < held) {
            byte value = block[at++];
            tokens[count++] = (short) (value & 0xFF);
            counts[value & 0xFF]++;
            int run = at < held && block[at] == value ? run(value, at) : 0;
            if (run >= SHORTEST) {
                tokens[count++] = (short) (RUN + run);
                counts[END + 1 + LENGTH_CODE[run]]++;
                at += run;
            }
        }
        return count;
    }

    /** How often a value stands from there on, at most {@link #LONGEST} times. */
    private int run(byte value, int from) {
        int end = Math.min(held, from + LONGEST);
        int to = from;
        while (to < end && block[to] == value) {
            to++;
        }
        return to - from;
    }

    private void emit(int count) {
        int[] codes = new int[SYMBOLS];
        for (int i = 0; i < SYMBOLS; i++) {
            codes[i] = literals.code(i) << 4 | literals.length(i);
        }
        for (int i = 0; i < count; i++) {
            int token = tokens[i];
            if (token < RUN) {
                int code = codes[token];
                out.put(code >>> 4, code & 15);
            } else {
                int length = token - RUN;
                int lengthCode = LENGTH_CODE[length];
                int code = codes[END + 1 + lengthCode];
                out.put(code >>> 4, code & 15);
                // After its extra bits the one distance code there is: a zero bit.
                out.put(length - LENGTH_BASE[lengthCode], LENGTH_BITS[lengthCode] + 1);
            }
        }
        out.put(codes[END] >>> 4, codes[END] & 15);
    }

    /** Bytes of the stream; after {@link #finish}. */
    int size() {
        return out.size();
    }

    void copyTo(byte[] target, int at) {
        out.copyTo(target, at);
    }

    void sum(CRC32 crc) {
        out.sum(crc);
    }
}
