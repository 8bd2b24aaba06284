// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.rendering.PixelFixtures.frame;
import static org.wardlight.rendering.PixelFixtures.kind;
import static org.wardlight.rendering.PixelFixtures.values;

import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.ValueRange;

class PyramidTest {
    @Test
    void a_pixel_of_the_next_level_is_the_mean_of_four_rounded_half_up() {
        StoredFrame source = frame(2, 4, 16, true, 1, 2, -1, -2, 3, 4, -3, -4);
        // 10 / 4 = 2.5 goes up to 3; -10 / 4 = -2.5 goes up to -2.
        assertThat(values(Halving.of(source, null))).containsExactly(3, -2);
    }

    @Test
    void padding_does_not_take_part_in_a_mean_unless_there_is_nothing_else() {
        StoredFrame source = frame(2, 4, 16, true, -2000, 10, -2000, -2000, 20, -2000, -2000, -2000);
        assertThat(values(Halving.of(source, new Padding(-2000, -2000)))).containsExactly(15, -2000);
    }

    @Test
    void an_odd_edge_is_the_mean_of_what_is_there() {
        StoredFrame source = frame(3, 3, 12, false, 0, 0, 10, 0, 0, 20, 4, 6, 7);
        StoredFrame half = Halving.of(source, null);
        assertThat(half.columns()).isEqualTo(2);
        assertThat(values(half)).containsExactly(0, 15, 5, 7);
    }

    @Test
    void colour_is_averaged_sample_by_sample() {
        StoredFrame rgb = StoredFrame.of(
                FrameLayout.colour(1, 3, Photometric.RGB), new byte[] {0, 10, 20, 10, 20, 30, 7, 8, (byte) 255});
        assertThat(values(Halving.of(rgb, null))).containsExactly(5, 15, 25, 7, 8, 255);
    }

    private static StoredFrame large() {
        short[] words = new short[1100 * 1500];
        for (int i = 0; i < words.length; i++) {
            words[i] = (short) (i % 1500);
        }
        return StoredFrame.of(FrameLayout.grey(1100, 1500, 16, 12, false), words);
    }

    @Test
    void levels_halve_until_one_tile_holds_all() {
        StoredFrame frame = large();
        Pyramid pyramid = Pyramid.of(frame, kind(frame));
        assertThat(pyramid.level(0)).isSameAs(frame);
        assertThat(pyramid.kind().levels()).isEqualTo(3);
        assertThat(pyramid.level(1).columns()).isEqualTo(750);
        assertThat(pyramid.level(2).columns()).isEqualTo(375);
        assertThat(pyramid.level(2).rows()).isEqualTo(275);
        assertThat(pyramid.bytes()).isBetween(1100 * 1500 * 8 / 3L, 1100 * 1500 * 4L);
        assertThatThrownBy(() -> pyramid.level(3)).hasMessageContaining("level 3 of 3");
    }

    @Test
    void a_tile_at_the_edge_is_cropped_not_padded() {
        Pyramid.Area area = Pyramid.of(large(), kind(large())).area(new TileAddress(0, 2, 2));
        assertThat(area.width()).isEqualTo(1500 - 1024);
        assertThat(area.height()).isEqualTo(1100 - 1024);
        int[] row = new int[area.width()];
        area.row(5, row);
        assertThat(row[0]).isEqualTo(1024);
        assertThat(row[row.length - 1]).isEqualTo(1499);
    }

    @Test
    void a_tile_that_is_not_there_is_refused() {
        Pyramid pyramid = Pyramid.of(large(), kind(large()));
        assertThatThrownBy(() -> pyramid.area(new TileAddress(0, 3, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pyramid.area(new TileAddress(3, 0, 0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_frame_of_another_size_than_its_kind_is_malformed() {
        StoredFrame small = frame(1, 2, 12, false, 1, 2);
        assertThatThrownBy(() -> Pyramid.of(small, kind(large()))).isInstanceOf(MalformedDicom.class);
    }

    @Test
    void the_range_is_of_the_whole_frame_without_padding() {
        StoredFrame source = frame(1, 4, 16, true, -2000, -5, 900, 7);
        Pyramid pyramid = Pyramid.of(source, kind(source, false, new Padding(-2000, -1900)));
        assertThat(pyramid.range()).isEqualTo(new ValueRange(-5, 900));
    }
}
