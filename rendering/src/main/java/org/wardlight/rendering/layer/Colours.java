// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.Locale;

/** Colours of layers in sRGB. */
final class Colours {
    /** Told apart on grey, by readers with any colour vision: a lighter take on Okabe and Ito's set. */
    private static final int[] DISTINCT = {
        0xE69F00, 0x56B4E9, 0x00C08B, 0xF0E442, 0x4C8DFF, 0xF2684B, 0xE08BC0, 0xB0E57C, 0xC9A0FF, 0x4DD0E1, 0xFFB3A7,
        0xD4C27A
    };

    private Colours() {}

    /** Another colour for each of the first dozen; then they come again. */
    static int distinct(int index) {
        return DISTINCT[Math.floorMod(index, DISTINCT.length)];
    }

    static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb & 0xFFFFFF);
    }

    static int parse(String hex) {
        return Integer.parseInt(hex.substring(1), 16);
    }

    /** One colour over another, both with alpha (Porter and Duff's over). */
    static int over(int top, int bottom) {
        int a = top >>> 24;
        int b = bottom >>> 24;
        if (a == 255 || b == 0) {
            return top;
        }
        if (a == 0) {
            return bottom;
        }
        int under = b * (255 - a) / 255;
        int alpha = a + under;
        int argb = alpha << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            int mixed = ((top >> shift & 0xFF) * a + (bottom >> shift & 0xFF) * under) / alpha;
            argb |= Math.min(255, mixed) << shift;
        }
        return argb;
    }
}
