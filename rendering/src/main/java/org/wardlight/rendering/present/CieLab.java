// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import java.util.Locale;

/** Colours as PCS values (PS3.3 C.10.7.1.1): CIELab under D50 in three 16-bit numbers, to sRGB. */
public final class CieLab {
    private CieLab() {}

    /** {@code #rrggbb}; what sRGB cannot show is clipped. */
    public static String hex(int l, int a, int b) {
        double y = (l * 100.0 / 65535 + 16) / 116;
        double x = y + (a * 255.0 / 65535 - 128) / 500;
        double z = y - (b * 255.0 / 65535 - 128) / 200;
        double[] xyz = {0.9642 * cube(x), cube(y), 0.8251 * cube(z)};
        // Bradford adaptation from D50 to D65 and sRGB's primaries in one matrix (IEC 61966-2-1).
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                level(3.1338561 * xyz[0] - 1.6168667 * xyz[1] - 0.4906146 * xyz[2]),
                level(-0.9787684 * xyz[0] + 1.9161415 * xyz[1] + 0.0334540 * xyz[2]),
                level(0.0719453 * xyz[0] - 0.2289914 * xyz[1] + 1.4052427 * xyz[2]));
    }

    /** A P-Value of 16 bits as grey. */
    static String grey(int value) {
        int level = Math.round((value & 0xFFFF) * 255f / 65535);
        return String.format(Locale.ROOT, "#%02x%02x%02x", level, level, level);
    }

    private static double cube(double f) {
        return f > 6.0 / 29 ? f * f * f : (f - 16.0 / 116) * 108 / 841;
    }

    private static int level(double linear) {
        double encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.max(0, Math.min(1, encoded)));
    }
}
