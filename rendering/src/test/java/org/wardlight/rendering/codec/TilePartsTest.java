// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TilePartsTest {
    private static final String SOC = "ff4f";
    private static final String COD = "ff52" + "000400 00";

    private static byte[] stream(String... parts) {
        return HexFormat.of().parseHex((SOC + COD + String.join("", parts) + "ffd9").replace(" ", ""));
    }

    /** A tile-part without data: SOT, SOD. */
    private static String part(int tile, int part, int parts) {
        return String.format("ff90 000a %04x 0000000e %02x %02x ff93", tile, part, parts);
    }

    @Test
    void a_number_that_is_too_small_becomes_the_number_of_parts_that_are_there() {
        byte[] wrong = stream(part(0, 0, 1), part(1, 0, 1), part(0, 1, 1));
        byte[] right = stream(part(0, 0, 2), part(1, 0, 1), part(0, 1, 2));
        byte[] before = wrong.clone();
        assertThat(TileParts.counted(wrong)).isEqualTo(right);
        assertThat(wrong).isEqualTo(before);
    }

    @Test
    void right_unknown_and_larger_numbers_stay() {
        byte[] sound = stream(part(0, 0, 2), part(0, 1, 0), part(1, 0, 9));
        assertThat(TileParts.counted(sound)).isSameAs(sound);
    }

    @Test
    void a_cut_or_broken_codestream_is_left_to_the_decoder() {
        byte[] sound = stream(part(0, 0, 2), part(0, 1, 2));
        for (int length = 0; length < sound.length; length++) {
            byte[] cut = Arrays.copyOf(sound, length);
            assertThat(TileParts.counted(cut)).isSameAs(cut);
        }
        byte[] endless = stream(part(0, 0, 1).replace("0000000e", "00000000"), part(0, 1, 1));
        assertThat(TileParts.counted(endless)).isSameAs(endless);
    }
}
