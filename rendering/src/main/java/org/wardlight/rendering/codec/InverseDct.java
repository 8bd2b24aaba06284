// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

/**
 * The inverse DCT in integers after Loeffler, Ligtenberg and Moschytz, with the constants and roundings of the Independent JPEG
 * Group's "islow", so that lossy frames come out the same as in most other decoders.
 */
final class InverseDct {
    private static final int CONST_BITS = 13;
    private static final int C_0_298631336 = 2446;
    private static final int C_0_390180644 = 3196;
    private static final int C_0_541196100 = 4433;
    private static final int C_0_765366865 = 6270;
    private static final int C_0_899976223 = 7373;
    private static final int C_1_175875602 = 9633;
    private static final int C_1_501321110 = 12299;
    private static final int C_1_847759065 = 15137;
    private static final int C_1_961570560 = 16069;
    private static final int C_2_053119869 = 16819;
    private static final int C_2_562915447 = 20995;
    private static final int C_3_072711026 = 25172;

    private final int firstPassBits;
    private final int centre;
    private final int maximum;

    InverseDct(int precision) {
        // With more than eight bits one bit less is carried between the passes, lest 32 bits overflow.
        this.firstPassBits = precision == 8 ? 2 : 1;
        this.centre = 1 << precision - 1;
        this.maximum = (1 << precision) - 1;
    }

    /** From 64 dequantised coefficients in natural order to 64 samples, in place. */
    void apply(int[] block) {
        for (int column = 0; column < 8; column++) {
            pass(block, column, 8, CONST_BITS - firstPassBits);
        }
        for (int row = 0; row < 8; row++) {
            pass(block, 8 * row, 1, CONST_BITS + firstPassBits + 3);
        }
        for (int i = 0; i < 64; i++) {
            block[i] = Math.max(0, Math.min(maximum, block[i] + centre));
        }
    }

    private static void pass(int[] b, int at, int step, int shift) {
        int round = 1 << shift - 1;
        int z1 = (b[at + 2 * step] + b[at + 6 * step]) * C_0_541196100;
        int even2 = z1 - b[at + 6 * step] * C_1_847759065;
        int even3 = z1 + b[at + 2 * step] * C_0_765366865;
        int even0 = b[at] + b[at + 4 * step] << CONST_BITS;
        int even1 = b[at] - b[at + 4 * step] << CONST_BITS;
        int t10 = even0 + even3 + round;
        int t13 = even0 - even3 + round;
        int t11 = even1 + even2 + round;
        int t12 = even1 - even2 + round;

        int x7 = b[at + 7 * step];
        int x5 = b[at + 5 * step];
        int x3 = b[at + 3 * step];
        int x1 = b[at + step];
        int z5 = (x7 + x3 + x5 + x1) * C_1_175875602;
        int y1 = -(x7 + x1) * C_0_899976223;
        int y2 = -(x5 + x3) * C_2_562915447;
        int y3 = z5 - (x7 + x3) * C_1_961570560;
        int y4 = z5 - (x5 + x1) * C_0_390180644;
        int odd0 = x7 * C_0_298631336 + y1 + y3;
        int odd1 = x5 * C_2_053119869 + y2 + y4;
        int odd2 = x3 * C_3_072711026 + y2 + y3;
        int odd3 = x1 * C_1_501321110 + y1 + y4;

        b[at] = t10 + odd3 >> shift;
        b[at + 7 * step] = t10 - odd3 >> shift;
        b[at + step] = t11 + odd2 >> shift;
        b[at + 6 * step] = t11 - odd2 >> shift;
        b[at + 2 * step] = t12 + odd1 >> shift;
        b[at + 5 * step] = t12 - odd1 >> shift;
        b[at + 3 * step] = t13 + odd0 >> shift;
        b[at + 4 * step] = t13 - odd0 >> shift;
    }
}
