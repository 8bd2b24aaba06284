// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A 12-bit grey DCT encoder for tests that begins at the coefficients (ITU T.81 Annexes F and G): the same blocks in one sequential scan or in
 * six progressive ones. All quantisation factors are 1, codes have 8 bits.
 */
final class CoefficientJpegWriter {
    private static final int LONGEST = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int[][] blocks;
    private int buffer;
    private int count;
    private int endOfBand;

    private CoefficientJpegWriter(int[][] blocks) {
        this.blocks = blocks;
    }

    /** @param blocks 64 coefficients each in zigzag order, row by row */
    static byte[] sequential(int[][] blocks, int rows, int columns) {
        CoefficientJpegWriter writer = new CoefficientJpegWriter(blocks);
        writer.header(0xC1, rows, columns);
        writer.scanHeader(0, 63, 0, 0);
        int last = 0;
        for (int[] block : blocks) {
            writer.number(0, block[0] - last);
            last = block[0];
            writer.band(block, 1, 63, 0);
            writer.endBand();
        }
        return writer.end();
    }

    static byte[] progressive(int[][] blocks, int rows, int columns) {
        CoefficientJpegWriter writer = new CoefficientJpegWriter(blocks);
        writer.header(0xC2, rows, columns);
        writer.firstDc(1);
        writer.firstBand(1, 5, 2);
        writer.firstBand(6, 63, 2);
        writer.refineBand(1);
        writer.refineDc(0);
        writer.refineBand(0);
        return writer.end();
    }

    /** Only the first of the scans. */
    static byte[] unfinished(int[][] blocks, int rows, int columns) {
        CoefficientJpegWriter writer = new CoefficientJpegWriter(blocks);
        writer.header(0xC2, rows, columns);
        writer.firstDc(1);
        return writer.end();
    }

    private void header(int process, int rows, int columns) {
        bytes(0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0);
        for (int i = 0; i < 64; i++) {
            bytes(1);
        }
        bytes(0xFF, process, 0, 11, 12, rows >> 8, rows, columns >> 8, columns, 1, 1, 0x11, 0);
        for (int kind = 0; kind < 2; kind++) {
            int symbols = 16 * (LONGEST + 1);
            bytes(0xFF, 0xC4, (19 + symbols) >> 8, 19 + symbols, kind << 4);
            for (int length = 1; length <= 16; length++) {
                bytes(length == 8 ? symbols : 0);
            }
            for (int i = 0; i < symbols; i++) {
                bytes(symbol(i));
            }
        }
    }

    /** Run in the high four bits, size in the low ones. */
    private static int symbol(int code) {
        return code / (LONGEST + 1) << 4 | code % (LONGEST + 1);
    }

    private void scanHeader(int from, int to, int high, int low) {
        bytes(0xFF, 0xDA, 0, 8, 1, 1, 0, from, to, high << 4 | low);
    }

    private void firstDc(int low) {
        scanHeader(0, 0, 0, low);
        int last = 0;
        for (int[] block : blocks) {
            number(0, (block[0] >> low) - last);
            last = block[0] >> low;
        }
        flush();
    }

    private void refineDc(int low) {
        scanHeader(0, 0, low + 1, low);
        for (int[] block : blocks) {
            put(block[0] >> low & 1, 1);
        }
        flush();
    }

    private void firstBand(int from, int to, int low) {
        scanHeader(from, to, 0, low);
        for (int[] block : blocks) {
            band(block, from, to, low);
        }
        endBand();
        flush();
    }

    /** Blocks without anything more are counted until one has something. */
    private void band(int[] block, int from, int to, int low) {
        int run = 0;
        for (int k = from; k <= to; k++) {
            int value = Integer.signum(block[k]) * (Math.abs(block[k]) >> low);
            if (value == 0) {
                run++;
                continue;
            }
            endBand();
            for (; run > 15; run -= 16) {
                code(15, 0);
            }
            number(run, value);
            run = 0;
        }
        endOfBand += run > 0 ? 1 : 0;
    }

    private void endBand() {
        if (endOfBand > 0) {
            int size = 31 - Integer.numberOfLeadingZeros(endOfBand);
            code(size, 0);
            put(endOfBand - (1 << size), size);
            endOfBand = 0;
        }
    }

    private void refineBand(int low) {
        scanHeader(1, 63, low + 1, low);
        for (int[] block : blocks) {
            refine(block, low);
        }
        flush();
    }

    private void refine(int[] block, int low) {
        int lastNew = 0;
        for (int k = 1; k < 64; k++) {
            lastNew = Math.abs(block[k]) >> low == 1 ? k : lastNew;
        }
        List<Integer> corrections = new ArrayList<>();
        int run = 0;
        for (int k = 1; k < 64; k++) {
            int size = Math.abs(block[k]) >> low;
            if (size == 0) {
                run++;
                continue;
            }
            for (; run > 15 && k <= lastNew; run -= 16) {
                code(15, 0);
                correct(corrections);
            }
            if (size > 1) {
                corrections.add(size & 1);
            } else {
                code(run, 1);
                put(block[k] > 0 ? 1 : 0, 1);
                correct(corrections);
                run = 0;
            }
        }
        if (run > 0 || !corrections.isEmpty()) {
            code(0, 0);
            correct(corrections);
        }
    }

    private void correct(List<Integer> corrections) {
        corrections.forEach(bit -> put(bit, 1));
        corrections.clear();
    }

    private void number(int run, int value) {
        int size = 32 - Integer.numberOfLeadingZeros(Math.abs(value));
        code(run, size);
        put(value < 0 ? value - 1 & (1 << size) - 1 : value, size);
    }

    private void code(int run, int size) {
        put(run * (LONGEST + 1) + size, 8);
    }

    private void put(int value, int bits) {
        for (int i = bits - 1; i >= 0; i--) {
            buffer = buffer << 1 | value >> i & 1;
            if (++count == 8) {
                bytes(buffer);
                if ((buffer & 0xFF) == 0xFF) {
                    bytes(0);
                }
                count = 0;
            }
        }
    }

    private void flush() {
        while (count > 0) {
            put(1, 1);
        }
    }

    private byte[] end() {
        flush();
        bytes(0xFF, 0xD9);
        return out.toByteArray();
    }

    private void bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
