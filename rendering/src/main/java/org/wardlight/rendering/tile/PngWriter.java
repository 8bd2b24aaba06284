// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG (RFC 2083): grey of 8 or 16 bits or RGB of 8. Made for speed over the last percent: one cheap guess of the filter a
 * row, then DEFLATE at level 1. One thread; used once.
 */
final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int LEVEL = 1;

    private final int width;
    private final int height;
    private final int bits;
    private final int samples;
    private final byte[] filtered;
    private final PngFilter filter;
    private int rows;
    private String range = "";

    /** @param bits 8 or 16 a sample; @param samples 1 for grey, 3 for RGB */
    PngWriter(int width, int height, int bits, int samples) {
        this.width = width;
        this.height = height;
        this.bits = bits;
        this.samples = samples;
        int rowBytes = width * samples * bits / 8;
        this.filtered = new byte[Math.multiplyExact(rowBytes + 1, height)];
        this.filter = new PngFilter(rowBytes, samples * bits / 8);
    }

    /** Adds a {@code tEXt} chunk with the keyword {@code Range}. */
    void range(String text) {
        range = text;
    }

    /** Where the next row's bytes go, most significant byte first; then call {@link #endRow}. */
    byte[] row() {
        return filter.row();
    }

    void endRow() {
        filter.apply(filtered, rows * (filter.row().length + 1));
        rows++;
    }

    byte[] bytes() {
        byte[] deflated = deflate();
        ByteArrayOutputStream out = new ByteArrayOutputStream(deflated.length + 128);
        out.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) (samples == 3 ? 2 : 0))
                .array();
        chunk(out, "IHDR", header, header.length);
        if (!range.isEmpty()) {
            byte[] text = ("Range\0" + range).getBytes(StandardCharsets.ISO_8859_1);
            chunk(out, "tEXt", text, text.length);
        }
        chunk(out, "IDAT", deflated, deflated.length);
        chunk(out, "IEND", new byte[0], 0);
        return out.toByteArray();
    }

    private byte[] deflate() {
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(filtered);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(filtered.length / 2 + 64);
            byte[] buffer = new byte[32768];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data, int length) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(name);
        out.write(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
