// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.finish;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts the sRGB profile into a colour picture's file (ICC.1 B.4 for JPEG, PNG 11.3.3.3), whose pixels stay as they are. Pure. */
public final class EmbeddedProfile {
    private static final int PNG_HEADER = 33;
    private static final int PNG_COLOUR_TYPE = 25;
    private static final int PNG_RGB = 2;
    private static final byte[] JPEG_NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    private EmbeddedProfile() {}

    /** The same when it is grey, or neither JPEG nor PNG. */
    public static byte[] in(byte[] file) {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        if (file.length > PNG_HEADER && file[0] == (byte) 0x89 && file[PNG_COLOUR_TYPE] == PNG_RGB) {
            return inserted(file, PNG_HEADER, chunk(profile));
        }
        if (file.length > 4 && file[0] == (byte) 0xFF && file[1] == (byte) 0xD8 && isColour(file)) {
            return inserted(file, behindJfif(file), segment(profile));
        }
        return file;
    }

    /** By the number of components in the frame header. */
    private static boolean isColour(byte[] file) {
        for (int at = 2; at + 9 < file.length && file[at] == (byte) 0xFF; ) {
            int marker = file[at + 1] & 0xFF;
            if (marker >= 0xC0 && marker <= 0xC2) {
                return file[at + 9] == 3;
            }
            at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
        }
        return false;
    }

    /** JFIF wants its own segment to be the first. */
    private static int behindJfif(byte[] file) {
        return file[3] == (byte) 0xE0 ? 4 + ((file[4] & 0xFF) << 8 | file[5] & 0xFF) : 2;
    }

    private static byte[] segment(byte[] profile) {
        int length = 2 + JPEG_NAME.length + 2 + profile.length;
        return ByteBuffer.allocate(2 + length)
                .put((byte) 0xFF)
                .put((byte) 0xE2)
                .putShort((short) length)
                .put(JPEG_NAME)
                .put((byte) 1)
                .put((byte) 1)
                .put(profile)
                .array();
    }

    private static byte[] chunk(byte[] profile) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("iCCPsRGB\0\0".getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(deflated(profile));
        byte[] bytes = content.toByteArray();
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return ByteBuffer.allocate(bytes.length + 8)
                .putInt(bytes.length - 4)
                .put(bytes)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] out = new byte[plain.length + 64];
            return java.util.Arrays.copyOf(out, deflater.deflate(out));
        } finally {
            deflater.end();
        }
    }

    private static byte[] inserted(byte[] file, int at, byte[] what) {
        return ByteBuffer.allocate(file.length + what.length)
                .put(file, 0, at)
                .put(what)
                .put(file, at, file.length - at)
                .array();
    }
}
