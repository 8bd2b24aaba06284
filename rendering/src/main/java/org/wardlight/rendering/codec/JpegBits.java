// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * The bits of one entropy-coded segment (ITU T.81 F.2.2.5): FF 00 is FF, any other FF ends the segment. Past the end zeros are given,
 * and {@link #requireNotPastEnd} tells that they were used. One thread.
 */
final class JpegBits {
    private final byte[] data;
    private int position;
    private long buffer;
    private int count;
    private int invented;

    JpegBits(byte[] data, int start) {
        this.data = data;
        this.position = start;
    }

    /** The next symbol. */
    int symbol(HuffmanTable table) {
        if (count < 16) {
            fill();
        }
        int entry = table.look((int) (buffer >>> count - HuffmanTable.LOOK_BITS) & (1 << HuffmanTable.LOOK_BITS) - 1);
        if (entry == 0) {
            entry = table.find((int) (buffer >>> count - 16) & 0xFFFF);
        }
        count -= entry >> 8;
        return entry & 0xFF;
    }

    /** The next {@code bits} (0 to 16) as the signed number that they stand for (T.81 F.2.2.1, EXTEND). */
    int signed(int bits) {
        if (bits == 0) {
            return 0;
        }
        if (count < bits) {
            fill();
        }
        count -= bits;
        int value = (int) (buffer >>> count) & (1 << bits) - 1;
        return value < 1 << bits - 1 ? value - (1 << bits) + 1 : value;
    }

    /** The next {@code bits} (0 to 16) as an unsigned number. */
    int bits(int bits) {
        if (count < bits) {
            fill();
        }
        count -= bits;
        return (int) (buffer >>> count) & (1 << bits) - 1;
    }

    /** The next difference of lossless coding: a symbol and the bits that it announces, of which category 16 has none (T.81 H.1.2.2). */
    int difference(HuffmanTable table) {
        if (count < 32) {
            fill();
        }
        int entry = table.look((int) (buffer >>> count - HuffmanTable.LOOK_BITS) & (1 << HuffmanTable.LOOK_BITS) - 1);
        if (entry == 0) {
            entry = table.find((int) (buffer >>> count - 16) & 0xFFFF);
        }
        int category = entry & 0xFF;
        int left = count - (entry >> 8);
        if (category == 0 || category >= 16) {
            count = left;
            return category == 0 ? 0 : 32768;
        }
        left -= category;
        count = left;
        int value = (int) (buffer >>> left) & (1 << category) - 1;
        // EXTEND of T.81 F.2.2.1 without a branch: below half of the range the number is negative.
        return value + ((value - (1 << category - 1) >> 31) & 1 - (1 << category));
    }

    private void fill() {
        long bits = buffer;
        int have = count;
        int at = position;
        while (have <= 48) {
            int next = at < data.length ? data[at] & 0xFF : -1;
            if (next == 0xFF) {
                next = at + 1 < data.length && data[at + 1] == 0 ? 0xFF : -1;
                at += next == 0xFF ? 1 : 0;
            }
            if (next >= 0) {
                at++;
            } else {
                invented += 8;
            }
            bits = bits << 8 | Math.max(0, next);
            have += 8;
        }
        buffer = bits;
        count = have;
        position = at;
    }

    /** Fails when bits were asked for that are not there. */
    void requireNotPastEnd() {
        if (count < invented) {
            throw new MalformedDicom("the JPEG codestream ends early, at byte " + position + " of " + data.length);
        }
    }

    /** Goes past the restart marker (T.81 B.2.1), which must be next; bits left before it are padding. */
    void restart() {
        requireNotPastEnd();
        seekMarker();
        int code = position + 1 < data.length ? data[position + 1] & 0xFF : 0;
        if (code < 0xD0 || code > 0xD7) {
            throw new MalformedDicom("expected a JPEG restart marker at byte " + position);
        }
        position += 2;
        buffer = 0;
        count = 0;
        invented = 0;
    }

    /** Where the segment ends: at its marker, or at the end of all. */
    int end() {
        seekMarker();
        return position;
    }

    private void seekMarker() {
        while (position + 1 < data.length
                && ((data[position] & 0xFF) != 0xFF
                        || data[position + 1] == 0
                        || (data[position + 1] & 0xFF) == 0xFF)) {
            position++;
        }
    }
}
