// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A CT slice as a modality would write it, in Explicit VR Little Endian (PS3.10 7, PS3.5 7.1), by nothing of the product: what comes back is
 * compared with bytes that no code of ours has made.
 *
 * @param number Instance Number, from 1
 * @param edge rows and columns
 * @param frames 1, or as many as make the object as large as wanted, all but the first of them black
 */
record CtFile(String patient, String study, String series, String instance, int number, int edge, int frames) {
    private static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";
    private static final String MANY_FRAMES = "1.2.840.10008.5.1.4.1.1.7.3";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String ROOT = "1.2.826.0.1.3680043.10.1777.5.";

    /** Slice {@code number} of the study of that number. */
    static CtFile of(long study, int number, int edge) {
        String uid = ROOT + study;
        return new CtFile("ZZ" + study, uid, uid + ".1", uid + ".1." + number, number, edge, 1);
    }

    /** The same as a multi-frame object. */
    CtFile frames(int count) {
        return new CtFile(patient, study, series, instance, number, edge, count);
    }

    /** The stored value at a place: a bright disc on a ramp, which is neither flat nor symmetric. */
    int value(int row, int column) {
        double dy = row - edge * 0.4;
        double dx = column - edge * 0.6;
        boolean disc = dx * dx + dy * dy < edge * edge / 16.0;
        return disc ? 1300 + number : 800 + column * 400 / edge + row * 200 / edge;
    }

    /** The whole object of one frame. */
    byte[] bytes() {
        if (frames > 1) {
            throw new IllegalStateException("many frames are streamed");
        }
        return head();
    }

    InputStream stream() {
        return new SequenceInputStream(new ByteArrayInputStream(head()), new Zeros((frames - 1L) * frameBytes()));
    }

    private int frameBytes() {
        return 2 * edge * edge;
    }

    private String sopClass() {
        return frames > 1 ? MANY_FRAMES : CT_IMAGE;
    }

    /** Everything but the black frames. */
    private byte[] head() {
        ByteArrayOutputStream meta = new ByteArrayOutputStream();
        element(meta, 0x00020001, "OB", new byte[] {0, 1});
        text(meta, 0x00020002, "UI", sopClass());
        text(meta, 0x00020003, "UI", instance);
        text(meta, 0x00020010, "UI", EXPLICIT);
        text(meta, 0x00020012, "UI", ROOT + "1");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[128]);
        file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        element(file, 0x00020000, "UL", little(4).putInt(meta.size()).array());
        file.writeBytes(meta.toByteArray());
        described(file);
        pixels(file);
        return file.toByteArray();
    }

    private void described(ByteArrayOutputStream file) {
        text(file, 0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL");
        text(file, 0x00080016, "UI", sopClass());
        text(file, 0x00080018, "UI", instance);
        text(file, 0x00080020, "DA", "20261120");
        text(file, 0x00080030, "TM", "101500");
        text(file, 0x00080050, "SH", "A" + patient);
        text(file, 0x00080060, "CS", "CT");
        text(file, 0x00080090, "PN", "ZZTEST^Referrer");
        text(file, 0x00081030, "LO", "CT from outside");
        text(file, 0x0008103E, "LO", "Ramp and disc");
        text(file, 0x00100010, "PN", "ZZTEST^" + patient);
        text(file, 0x00100020, "LO", patient);
        text(file, 0x00100030, "DA", "19600101");
        text(file, 0x00100040, "CS", "O");
        text(file, 0x00180050, "DS", "2");
        text(file, 0x0020000D, "UI", study);
        text(file, 0x0020000E, "UI", series);
        text(file, 0x00200010, "SH", "1");
        text(file, 0x00200011, "IS", "1");
        text(file, 0x00200013, "IS", Integer.toString(number));
        text(file, 0x00200032, "DS", String.format(Locale.ROOT, "-100\\-100\\%d", number * 2));
        text(file, 0x00200037, "DS", "1\\0\\0\\0\\1\\0");
        text(file, 0x00200052, "UI", study + ".9");
    }

    private void pixels(ByteArrayOutputStream file) {
        number(file, 0x00280002, 1);
        text(file, 0x00280004, "CS", "MONOCHROME2");
        if (frames > 1) {
            text(file, 0x00280008, "IS", Integer.toString(frames));
        }
        number(file, 0x00280010, edge);
        number(file, 0x00280011, edge);
        text(file, 0x00280030, "DS", "0.8\\0.8");
        number(file, 0x00280100, 16);
        number(file, 0x00280101, 16);
        number(file, 0x00280102, 15);
        number(file, 0x00280103, 0);
        text(file, 0x00281050, "DS", "40");
        text(file, 0x00281051, "DS", "800");
        text(file, 0x00281052, "DS", "-1024");
        text(file, 0x00281053, "DS", "1");
        ByteBuffer values = little(frameBytes());
        for (int row = 0; row < edge; row++) {
            for (int column = 0; column < edge; column++) {
                values.putShort((short) value(row, column));
            }
        }
        head(file, 0x7FE00010, "OW", (long) frames * frameBytes());
        file.writeBytes(values.array());
    }

    private static void text(ByteArrayOutputStream out, int tag, String vr, String value) {
        String even = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
        element(out, tag, vr, even.getBytes(StandardCharsets.US_ASCII));
    }

    private static void number(ByteArrayOutputStream out, int tag, int value) {
        element(out, tag, "US", little(2).putShort((short) value).array());
    }

    private static void element(ByteArrayOutputStream out, int tag, String vr, byte[] value) {
        head(out, tag, vr, value.length);
        out.writeBytes(value);
    }

    private static void head(ByteArrayOutputStream out, int tag, String vr, long length) {
        boolean longForm = vr.startsWith("O");
        ByteBuffer head = little(longForm ? 12 : 8);
        head.putShort((short) (tag >>> 16)).putShort((short) tag).put(vr.getBytes(StandardCharsets.US_ASCII));
        if (longForm) {
            head.putShort((short) 0).putInt((int) length);
        } else {
            head.putShort((short) length);
        }
        out.writeBytes(head.array());
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(target, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
