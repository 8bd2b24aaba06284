// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.codec.Lookups;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.codec.StoredFrame;

class ColorConversionTest {
    private static StoredFrame colour(Photometric photometric, int... samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return StoredFrame.of(FrameLayout.colour(1, samples.length / 3, photometric), bytes);
    }

    @Test
    void full_range_ybr_becomes_rgb() {
        StoredFrame ybr = colour(Photometric.YBR_FULL, 76, 85, 255, 150, 44, 21, 29, 255, 107, 200, 128, 128);
        assertThat(ColorConversion.toRgb(ybr).bytes()).containsExactly(254, 0, 0, 0, 255, 1, 0, 0, 254, 200, 200, 200);
    }

    @Test
    void every_ybr_value_is_the_formula_of_the_standard_rounded() {
        for (int y = 0; y < 256; y += 5) {
            for (int cb = 0; cb < 256; cb += 5) {
                byte[] rgb = ColorConversion.toRgb(colour(Photometric.YBR_FULL, y, cb, 255 - cb))
                        .bytes();
                int cr = 255 - cb;
                assertThat(rgb)
                        .containsExactly(
                                clamp(y + 1.402 * (cr - 128)),
                                clamp(y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128)),
                                clamp(y + 1.772 * (cb - 128)));
            }
        }
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.floor(value + 0.5)));
    }

    @Test
    void rgb_of_eight_bits_is_left_as_it_is() {
        StoredFrame rgb = colour(Photometric.RGB, 1, 2, 3);
        assertThat(ColorConversion.toRgb(rgb)).isSameAs(rgb);
    }

    @Test
    void rgb_of_more_bits_keeps_its_top_eight() {
        FrameLayout sixteen = new FrameLayout(1, 1, 3, 16, 16, 15, false, Photometric.RGB, false);
        StoredFrame rgb = StoredFrame.of(sixteen, new short[] {(short) 0xFFFF, 0x1234, 0x00FF});
        assertThat(ColorConversion.toRgb(rgb).bytes()).containsExactly(255, 0x12, 0);
        FrameLayout ten = new FrameLayout(1, 1, 3, 16, 10, 9, false, Photometric.RGB, false);
        assertThat(ColorConversion.toRgb(StoredFrame.of(ten, new short[] {1023, 512, 3}))
                        .bytes())
                .containsExactly(255, 128, 0);
    }

    @Test
    void a_palette_clamps_at_both_ends_and_keeps_its_high_byte() {
        LookupTable red = new LookupTable(100, 16, new char[] {0x1100, 0x2200});
        LookupTable flat = new LookupTable(100, 8, new char[] {7, 9});
        Lookups tables = new Lookups(new Lookups.Palette(red, flat, flat), null, null);
        FrameLayout layout = new FrameLayout(1, 3, 1, 8, 8, 7, false, Photometric.PALETTE_COLOR, false);
        StoredFrame frame =
                StoredFrame.of(layout, new byte[] {0, 101, (byte) 255}).with(tables);
        assertThat(ColorConversion.toRgb(frame).bytes()).containsExactly(0x11, 7, 7, 0x22, 9, 9, 0x22, 9, 9);
    }

    @Test
    void signed_indices_are_counted_from_a_negative_first_one() {
        LookupTable table = new LookupTable(-128, 8, new char[] {5, 6});
        Lookups tables = new Lookups(new Lookups.Palette(table, table, table), null, null);
        FrameLayout layout = new FrameLayout(1, 2, 1, 8, 8, 7, true, Photometric.PALETTE_COLOR, false);
        StoredFrame frame = StoredFrame.of(layout, new byte[] {-128, 3}).with(tables);
        assertThat(ColorConversion.toRgb(frame).bytes()).containsExactly(5, 5, 5, 6, 6, 6);
    }

    @Test
    void indices_without_a_palette_are_malformed() {
        FrameLayout layout = new FrameLayout(1, 1, 1, 8, 8, 7, false, Photometric.PALETTE_COLOR, false);
        assertThatThrownBy(() -> ColorConversion.toRgb(StoredFrame.of(layout, new byte[1])))
                .isInstanceOf(MalformedDicom.class);
    }

    @Test
    void colour_that_is_not_known_is_refused_not_guessed() {
        assertThatThrownBy(() -> ColorConversion.toRgb(colour(Photometric.YBR_ICT, 1, 2, 3)))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("YBR_ICT");
    }
}
