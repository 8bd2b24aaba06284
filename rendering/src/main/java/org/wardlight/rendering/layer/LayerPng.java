// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a layer as PNG (RFC 2083). Large even areas are the rule: no row filter, then DEFLATE. Pure. */
final class LayerPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int MOST_COLOURS = 256;
    private static final byte PALETTE = 3;
    private static final byte RGBA = 6;

    private LayerPng() {}

    static byte[] encode(LayerImage image) {
        Optional<Map<Integer, Integer>> palette = palette(image.argb());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", header(image, palette.isPresent() ? PALETTE : RGBA));
        if (palette.isPresent()) {
            chunk(out, "PLTE", colours(palette.get()));
            chunk(out, "tRNS", alphas(palette.get()));
            chunk(out, "IDAT", deflate(indexed(image, palette.get())));
        } else {
            chunk(out, "IDAT", deflate(rgba(image)));
        }
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] header(LayerImage image, byte colourType) {
        return ByteBuffer.allocate(13)
                .putInt(image.width())
                .putInt(image.height())
                .put((byte) 8)
                .put(colourType)
                .array();
    }

    /** Each colour with its index; empty when there are too many. */
    private static Optional<Map<Integer, Integer>> palette(int[] argb) {
        Map<Integer, Integer> indexes = new LinkedHashMap<>();
        int last = argb[0];
        indexes.put(last, 0);
        for (int pixel : argb) {
            if (pixel != last) {
                last = pixel;
                indexes.putIfAbsent(pixel, indexes.size());
                if (indexes.size() > MOST_COLOURS) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(indexes);
    }

    private static byte[] colours(Map<Integer, Integer> palette) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * palette.size());
        palette.keySet()
                .forEach(argb ->
                        bytes.put((byte) (argb >> 16)).put((byte) (argb >> 8)).put(argb.byteValue()));
        return bytes.array();
    }

    private static byte[] alphas(Map<Integer, Integer> palette) {
        ByteBuffer bytes = ByteBuffer.allocate(palette.size());
        palette.keySet().forEach(argb -> bytes.put((byte) (argb >>> 24)));
        return bytes.array();
    }

    private static byte[] indexed(LayerImage image, Map<Integer, Integer> palette) {
        ByteBuffer rows = ByteBuffer.allocate((image.width() + 1) * image.height());
        int last = image.argb()[0];
        byte index = palette.getOrDefault(last, 0).byteValue();
        for (int y = 0, at = 0; y < image.height(); y++) {
            rows.put((byte) 0);
            for (int x = 0; x < image.width(); x++, at++) {
                int pixel = image.argb()[at];
                if (pixel != last) {
                    last = pixel;
                    index = palette.getOrDefault(pixel, 0).byteValue();
                }
                rows.put(index);
            }
        }
        return rows.array();
    }

    private static byte[] rgba(LayerImage image) {
        ByteBuffer rows = ByteBuffer.allocate((4 * image.width() + 1) * image.height());
        for (int y = 0, at = 0; y < image.height(); y++) {
            rows.put((byte) 0);
            for (int x = 0; x < image.width(); x++, at++) {
                rows.putInt(Integer.rotateLeft(image.argb()[at], 8));
            }
        }
        return rows.array();
    }

    private static byte[] deflate(byte[] rows) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[16_384];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
