// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

/** CIELab as DICOM writes it (PS3.3 C.10.7.1.1) to sRGB. */
final class CieLab {
    private CieLab() {}

    /** From three 16-bit numbers, D50, to 0xRRGGBB. */
    static int toRgb(int l, int a, int b) {
        double light = l * 100.0 / 65535;
        double y = (light + 16) / 116;
        double x = y + (a * 255.0 / 65535 - 128) / 500;
        double z = y - (b * 255.0 / 65535 - 128) / 200;
        double cx = 0.9642 * unfold(x);
        double cy = unfold(y);
        double cz = 0.8249 * unfold(z);
        // D50 to linear sRGB, Bradford-adapted.
        int red = eight(3.1338561 * cx - 1.6168667 * cy - 0.4906146 * cz);
        int green = eight(-0.9787684 * cx + 1.9161415 * cy + 0.0334540 * cz);
        int blue = eight(0.0719453 * cx - 0.2289914 * cy + 1.4052427 * cz);
        return red << 16 | green << 8 | blue;
    }

    private static double unfold(double t) {
        return t > 6.0 / 29 ? t * t * t : 3 * 36.0 / 841 * (t - 4.0 / 29);
    }

    private static int eight(double linear) {
        double clamped = Math.max(0, Math.min(1, linear));
        double curve = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * Math.pow(clamped, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * curve);
    }
}
