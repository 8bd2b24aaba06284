// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException.MalformedDicom;

/** The bits of a JPEG-LS scan: after a byte FF comes a stuffed 0 bit; FF and a byte of 80 or more is a marker (T.87 A.1). */
final class JpegLsBits {
    private final byte[] in;
    private int at;
    private long buffer;
    private int count;
    private boolean afterFf;

    JpegLsBits(byte[] in, int from) {
        this.in = in;
        this.at = from;
    }

    private void fill() {
        while (count <= 48) {
            if (at >= in.length) {
                return;
            }
            int value = in[at] & 0xFF;
            if (afterFf) {
                if (value >= 0x80) {
                    return;
                }
                buffer = buffer << 7 | value;
                count += 7;
            } else if (value == 0xFF && (at + 1 >= in.length || (in[at + 1] & 0x80) != 0)) {
                return;
            } else {
                buffer = buffer << 8 | value;
                count += 8;
            }
            afterFf = value == 0xFF;
            at++;
        }
    }

    private void need(int bits) {
        if (count < bits) {
            fill();
            if (count < bits) {
                throw new MalformedDicom("the JPEG-LS scan ends early, at byte " + at + " of its codestream");
            }
        }
    }

    int bit() {
        need(1);
        count--;
        return (int) (buffer >>> count) & 1;
    }

    /** {@code n} bits, 0 to 24. */
    int bits(int n) {
        if (n == 0) {
            return 0;
        }
        need(n);
        count -= n;
        return (int) (buffer >>> count) & (1 << n) - 1;
    }

    /** The number of 0 bits before the next 1, which is taken too; more than {@code limit} is broken. */
    int zeros(int limit) {
        int zeros = 0;
        while (true) {
            need(1);
            long left = buffer << 64 - count;
            int here = Math.min(Long.numberOfLeadingZeros(left), count);
            zeros += here;
            if (zeros > limit) {
                throw new MalformedDicom("a JPEG-LS code is longer than its limit, at byte " + at);
            }
            count -= here;
            if (count > 0) {
                count--;
                return zeros;
            }
        }
    }

    /** Where the marker after this scan should be looked for. */
    int position() {
        return at;
    }
}
