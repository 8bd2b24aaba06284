// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes PNG (RFC 2083): grey of 8 or 16 bits or RGB of 8. Made for speed over the last percent: one cheap guess of the filter a
 * row, then DEFLATE without a search for matches, a few rows at a time. One thread; used once.
 */
final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** Filtered rows that are handed to DEFLATE at one time come to about this many bytes. */
    private static final int BATCH = 16 * 1024;
    /** Length, type and check sum. */
    private static final int CHUNK = 12;

    private final byte[] header;
    private final byte[] filtered;
    private final int rowBytes;
    private final PngFilter filter;
    private final RunDeflating deflating = new RunDeflating();
    private int held;
    private String range = "";

    /** @param bits 8 or 16 a sample; @param samples 1 for grey, 3 for RGB */
    PngWriter(int width, int height, int bits, int samples) {
        this.rowBytes = width * samples * bits / 8;
        this.header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) (samples == 3 ? 2 : 0))
                .array();
        this.filtered = new byte[Math.max(1, Math.min(height, BATCH / (rowBytes + 1))) * (rowBytes + 1)];
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
        filter.apply(filtered, held);
        held += rowBytes + 1;
        if (held == filtered.length) {
            flush();
        }
    }

    private void flush() {
        deflating.write(filtered, held);
        held = 0;
    }

    byte[] bytes() {
        flush();
        deflating.finish();
        byte[] text = range.isEmpty() ? new byte[0] : ("Range\0" + range).getBytes(StandardCharsets.ISO_8859_1);
        int length = SIGNATURE.length
                + CHUNK
                + header.length
                + (text.length == 0 ? 0 : CHUNK + text.length)
                + CHUNK
                + deflating.size()
                + CHUNK;
        ByteBuffer out = ByteBuffer.allocate(length).put(SIGNATURE);
        chunk(out, "IHDR", header);
        if (text.length > 0) {
            chunk(out, "tEXt", text);
        }
        data(out);
        chunk(out, "IEND", new byte[0]);
        return out.array();
    }

    private void data(ByteBuffer out) {
        byte[] name = name("IDAT");
        CRC32 crc = new CRC32();
        crc.update(name);
        deflating.sum(crc);
        out.putInt(deflating.size()).put(name);
        deflating.copyTo(out.array(), out.position());
        out.position(out.position() + deflating.size());
        out.putInt((int) crc.getValue());
    }

    private static void chunk(ByteBuffer out, String type, byte[] data) {
        byte[] name = name(type);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.putInt(data.length).put(name).put(data).putInt((int) crc.getValue());
    }

    private static byte[] name(String type) {
        return type.getBytes(StandardCharsets.ISO_8859_1);
    }
}
