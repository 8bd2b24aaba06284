// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

/** The colour map viridis (van der Walt and Smith, CC0): even steps to the eye, for any colour vision, light is high. */
final class ColourMap {
    static final String NAME = "viridis";
    private static final int[] ANCHORS = {
        0x440154, 0x48186A, 0x472D7B, 0x424086, 0x3B528B, 0x33638D, 0x2C728E, 0x26828E, 0x21918C, 0x1FA088, 0x28AE80,
        0x3FBC73, 0x5EC962, 0x84D44B, 0xADDC30, 0xD8E219, 0xFDE725
    };

    private ColourMap() {}

    /** @param part from 0 to 1; outside is the nearer end */
    static int rgb(double part) {
        double at = Math.max(0, Math.min(1, part)) * (ANCHORS.length - 1);
        int from = Math.min((int) at, ANCHORS.length - 2);
        double between = at - from;
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double low = ANCHORS[from] >> shift & 0xFF;
            double high = ANCHORS[from + 1] >> shift & 0xFF;
            rgb |= (int) Math.round(low + (high - low) * between) << shift;
        }
        return rgb;
    }
}
