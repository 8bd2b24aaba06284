// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.io.ByteArrayOutputStream;

/** A lossless JPEG encoder for tests (ITU T.81 Annex H): one Huffman table in which every category has a code of five bits. */
public final class LosslessJpegWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int buffer;
    private int count;

    private LosslessJpegWriter() {}

    /** @param interleaved all components in one scan, else one scan each */
    public static byte[] encode(
            int[] samples, int rows, int columns, int components, int bits, int predictor, boolean interleaved) {
        LosslessJpegWriter writer = new LosslessJpegWriter();
        writer.header(rows, columns, components, bits);
        for (int first = 0; first < components; first += interleaved ? components : 1) {
            int scanned = interleaved ? components : 1;
            writer.scanHeader(first, scanned, predictor);
            for (int i = 0; i < rows * columns * scanned; i++) {
                int at = i / scanned * components + first + i % scanned;
                int predicted = predict(samples, at, columns, components, bits, predictor);
                writer.difference((short) (samples[at] - predicted));
            }
            writer.flush();
        }
        writer.bytes(0xFF, 0xD9);
        return writer.out.toByteArray();
    }

    private static int predict(int[] s, int at, int columns, int components, int bits, int predictor) {
        int x = at / components % columns;
        int y = at / components / columns;
        if (x == 0) {
            return y == 0 ? 1 << bits - 1 : s[at - columns * components];
        }
        int left = s[at - components];
        if (y == 0) {
            return left;
        }
        int over = s[at - columns * components];
        int corner = s[at - columns * components - components];
        return switch (predictor) {
            case 1 -> left;
            case 2 -> over;
            case 3 -> corner;
            case 4 -> left + over - corner;
            case 5 -> left + (over - corner >> 1);
            case 6 -> over + (left - corner >> 1);
            default -> left + over >> 1;
        };
    }

    private void header(int rows, int columns, int components, int bits) {
        bytes(0xFF, 0xD8, 0xFF, 0xC3, 0, 8 + 3 * components, bits, rows >> 8, rows, columns >> 8, columns, components);
        for (int c = 1; c <= components; c++) {
            bytes(c, 0x11, 0);
        }
        bytes(0xFF, 0xC4, 0, 19 + 17, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (int category = 0; category <= 16; category++) {
            bytes(category);
        }
    }

    private void scanHeader(int first, int scanned, int predictor) {
        bytes(0xFF, 0xDA, 0, 6 + 2 * scanned, scanned);
        for (int c = first; c < first + scanned; c++) {
            bytes(c + 1, 0);
        }
        bytes(predictor, 0, 0);
    }

    private void difference(int value) {
        if (value == -32768) {
            put(16, 5);
            return;
        }
        int category = 32 - Integer.numberOfLeadingZeros(Math.abs(value));
        put(category, 5);
        put(value < 0 ? value - 1 & (1 << category) - 1 : value, category);
    }

    private void put(int value, int bits) {
        for (int i = bits - 1; i >= 0; i--) {
            buffer = buffer << 1 | value >> i & 1;
            if (++count == 8) {
                entropyByte();
            }
        }
    }

    private void entropyByte() {
        bytes(buffer);
        if ((buffer & 0xFF) == 0xFF) {
            bytes(0);
        }
        count = 0;
    }

    private void flush() {
        while (count > 0) {
            put(1, 1);
        }
    }

    private void bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
