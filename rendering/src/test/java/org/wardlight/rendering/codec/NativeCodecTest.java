// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.rendering.PixelFixtures.values;

import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Rows of the case list: A16 (sign extension from High Bit), A17 (unused bits masked), A19 (8 bits stored in 16). */
class NativeCodecTest extends FrameCodecContract {
    @Override
    FrameCodec codec() {
        return new NativeCodec();
    }

    @Override
    FrameLayout layout() {
        return FrameLayout.grey(2, 3, 16, 12, false);
    }

    @Override
    byte[] good() {
        return new byte[] {0, 0, 1, 0, (byte) 255, 15, 2, 1, 0, 8, 3, 0};
    }

    @Override
    int[] expected() {
        return new int[] {0, 1, 4095, 258, 2048, 3};
    }

    @Test
    void bits_above_high_bit_are_masked() {
        byte[] frame = {(byte) 0xFF, (byte) 0xF7};
        StoredFrame decoded = codec().decode(frame, FrameLayout.grey(1, 1, 16, 12, false));
        assertThat(values(decoded)).containsExactly(0x7FF);
    }

    @Test
    void signed_values_are_extended_from_high_bit_whatever_stands_above_it() {
        byte[] frame = {(byte) 0xFF, (byte) 0x1F, 0x01, (byte) 0xF0};
        StoredFrame decoded = codec().decode(frame, FrameLayout.grey(1, 2, 16, 12, true));
        assertThat(values(decoded)).containsExactly(-1, 1);
        assertThat(decoded.bytes()).containsExactly(0xFF, 0xFF, 0x01, 0x00);
    }

    @Test
    void left_aligned_values_move_down() {
        byte[] frame = {(byte) 0xF5, (byte) 0xAB};
        FrameLayout layout = new FrameLayout(1, 1, 1, 16, 12, 15, false, Photometric.MONOCHROME2, false);
        assertThat(values(codec().decode(frame, layout))).containsExactly(0xABF);
    }

    @Test
    void eight_bits_stored_in_sixteen_stay_one_pixel_each() {
        byte[] frame = {7, 0, 8, 0};
        StoredFrame decoded = codec().decode(frame, FrameLayout.grey(1, 2, 16, 8, false));
        assertThat(values(decoded)).containsExactly(7, 8);
        assertThat(decoded.bytes()).containsExactly(7, 0, 8, 0);
    }

    @Test
    void thirty_two_bits_keep_their_sign() {
        byte[] frame = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        assertThat(codec().decode(frame, FrameLayout.grey(1, 1, 32, 32, true)).value(0))
                .isEqualTo(-2);
    }

    @Test
    void colour_by_plane_is_interleaved() {
        FrameLayout layout = new FrameLayout(1, 2, 3, 8, 8, 7, false, Photometric.RGB, true);
        StoredFrame decoded = codec().decode(new byte[] {1, 2, 3, 4, 5, 6}, layout);
        assertThat(values(decoded)).containsExactly(1, 3, 5, 2, 4, 6);
        assertThat(decoded.layout().planar()).isFalse();
    }

    @Test
    void sixteen_bit_colour_by_plane_is_interleaved() {
        FrameLayout layout = new FrameLayout(1, 2, 3, 16, 16, 15, false, Photometric.RGB, true);
        StoredFrame decoded = codec().decode(new byte[] {1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 1}, layout);
        assertThat(values(decoded)).containsExactly(1, 3, 5, 2, 4, 262);
    }

    @Test
    void packed_chroma_is_shared_by_two_pixels_and_hashed_as_stored() {
        FrameLayout layout = FrameLayout.colour(1, 2, Photometric.YBR_FULL_422);
        StoredFrame decoded = codec().decode(new byte[] {10, 20, 30, 40}, layout);
        assertThat(values(decoded)).containsExactly(10, 30, 40, 20, 30, 40);
        assertThat(decoded.layout().photometric()).isEqualTo(Photometric.YBR_FULL);
        assertThat(decoded.bytes()).containsExactly(10, 20, 30, 40);
    }

    @Test
    void the_last_pixel_of_an_odd_row_has_a_pair_for_itself() {
        FrameLayout layout = FrameLayout.colour(2, 3, Photometric.YBR_FULL_422);
        byte[] pairs = {10, 20, 30, 40, 11, 99, 31, 41, 12, 22, 32, 42, 13, 99, 33, 43};
        assertThat(values(codec().decode(pairs, layout)))
                .containsExactly(10, 30, 40, 20, 30, 40, 11, 31, 41, 12, 32, 42, 22, 32, 42, 13, 33, 43);
    }

    @Test
    void pairs_that_run_on_into_the_next_row_are_not_guessed_at() {
        FrameLayout layout = FrameLayout.colour(2, 3, Photometric.YBR_FULL_422);
        assertThatThrownBy(() -> codec().decode(new byte[12], layout))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("12 bytes, expected 16");
    }

    @Test
    void one_bit_pixels_take_a_byte_each_lowest_bit_first() {
        FrameLayout layout = FrameLayout.grey(2, 5, 1, 1, false);
        StoredFrame decoded = codec().decode(new byte[] {(byte) 0b1000_0101, 0b10}, layout);
        assertThat(decoded.bytes()).containsExactly(1, 0, 1, 0, 0, 0, 0, 1, 0, 1);
    }

    @Test
    void a_frame_that_is_too_short_says_how_much_is_there() {
        assertThatThrownBy(() -> codec().decode(new byte[11], layout())).hasMessageContaining("11 bytes, expected 12");
    }
}
