// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * The coding parameters of a JPEG-LS scan (T.87 C.2.4.1.1), the defaults filled in.
 *
 * @param maxVal largest sample value
 * @param t1 first of the three gradient thresholds, each at least the one before
 * @param reset count at which a context's sums are halved
 * @param near largest difference to the original, 0 when lossless
 */
record JpegLsPresets(int maxVal, int t1, int t2, int t3, int reset, int near) {
    JpegLsPresets {
        if (near > Math.min(255, maxVal / 2) || t1 < near + 1 || t2 < t1 || t3 < t2 || t3 > maxVal || reset < 3) {
            throw new MalformedDicom("JPEG-LS parameters out of range: MAXVAL " + maxVal + ", thresholds " + t1 + " "
                    + t2 + " " + t3 + ", RESET " + reset + ", NEAR " + near);
        }
    }

    /** The parameters as an LSE segment gave them, where 0 stands for the default of this precision and NEAR. */
    static JpegLsPresets of(int precision, int near, int maxVal, int t1, int t2, int t3, int reset) {
        int max = maxVal == 0 ? (1 << precision) - 1 : maxVal;
        if (max >= 1 << precision) {
            throw new MalformedDicom("JPEG-LS MAXVAL " + max + " does not fit its precision of " + precision + " bits");
        }
        int[] standard = thresholds(max, near);
        return new JpegLsPresets(
                max,
                t1 == 0 ? standard[0] : t1,
                t2 == 0 ? standard[1] : t2,
                t3 == 0 ? standard[2] : t3,
                reset == 0 ? 64 : reset,
                near);
    }

    private static int[] thresholds(int max, int near) {
        int[] t = new int[3];
        if (max >= 128) {
            int factor = (Math.min(max, 4095) + 128) / 256;
            t[0] = clamp(factor + 2 + 3 * near, near + 1, max);
            t[1] = clamp(factor * 4 + 3 + 5 * near, t[0], max);
            t[2] = clamp(factor * 17 + 4 + 7 * near, t[1], max);
        } else {
            int factor = 256 / (max + 1);
            t[0] = clamp(Math.max(2, 3 / factor + 3 * near), near + 1, max);
            t[1] = clamp(Math.max(3, 7 / factor + 5 * near), t[0], max);
            t[2] = clamp(Math.max(4, 21 / factor + 7 * near), t[1], max);
        }
        return t;
    }

    private static int clamp(int value, int low, int max) {
        return value > max || value < low ? low : value;
    }

    /** Number of values that a prediction error can take. */
    int range() {
        return (maxVal + 2 * near) / (2 * near + 1) + 1;
    }

    /** Bits of a prediction error. */
    int errorBits() {
        return 32 - Integer.numberOfLeadingZeros(range() - 1);
    }

    /** Longest code of one error, in bits. */
    int limit() {
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(maxVal));
        return 2 * (bits + Math.max(8, bits));
    }
}
