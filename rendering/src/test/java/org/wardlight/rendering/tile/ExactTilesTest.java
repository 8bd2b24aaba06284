// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.rendering.PixelFixtures.kind;
import static org.wardlight.rendering.PixelFixtures.values;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Padding;

class ExactTilesTest {
    private static final TileAddress FIRST = new TileAddress(0, 0, 0);

    private static int[] decoded(byte[] png) throws IOException {
        Raster raster = ImageIO.read(new ByteArrayInputStream(png)).getRaster();
        return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
    }

    /** Slopes, edges and noise, so that every row filter is chosen somewhere. */
    private static int sample(int x, int y, Random random, int range) {
        return switch (y / 8 % 4) {
            case 0 -> x * 37 % range;
            case 1 -> random.nextInt(range);
            case 2 -> (x + y) * 11 % range;
            default -> x / 9 * 400 % range;
        };
    }

    private static StoredFrame words(int rows, int columns, boolean signed) {
        Random random = new Random(1);
        short[] out = new short[rows * columns];
        for (int i = 0; i < out.length; i++) {
            int value = sample(i % columns, i / columns, random, 65536);
            out[i] = (short) (signed ? value - 32768 : value);
        }
        return StoredFrame.of(FrameLayout.grey(rows, columns, 16, 16, signed), out);
    }

    @Test
    void sixteen_bit_grey_comes_back_as_it_went() throws IOException {
        StoredFrame frame = words(97, 131, false);
        byte[] png = ExactTiles.encode(Pyramid.of(frame, kind(frame)), FIRST);
        assertThat(decoded(png)).containsExactly(values(frame));
    }

    @Test
    void signed_grey_comes_back_with_its_offset() throws IOException {
        StoredFrame frame = words(97, 131, true);
        int[] found = decoded(ExactTiles.encode(Pyramid.of(frame, kind(frame)), FIRST));
        int[] stored = values(frame);
        for (int i = 0; i < stored.length; i++) {
            assertThat(found[i]).isEqualTo(stored[i] + 32768);
        }
    }

    @Test
    void eight_bit_grey_comes_back_signed_or_not() throws IOException {
        byte[] bytes = new byte[61 * 43];
        new Random(2).nextBytes(bytes);
        for (boolean signed : new boolean[] {false, true}) {
            StoredFrame frame = StoredFrame.of(FrameLayout.grey(61, 43, 8, 8, signed), bytes);
            int[] found = decoded(ExactTiles.encode(Pyramid.of(frame, kind(frame)), FIRST));
            for (int i = 0; i < bytes.length; i++) {
                assertThat(found[i]).isEqualTo(frame.value(i) + (signed ? 128 : 0));
            }
        }
    }

    @Test
    void colour_comes_back_as_rgb_without_a_range() throws IOException {
        byte[] bytes = new byte[31 * 45 * 3];
        new Random(3).nextBytes(bytes);
        StoredFrame frame = StoredFrame.of(FrameLayout.colour(31, 45, Photometric.RGB), bytes);
        byte[] png = ExactTiles.encode(Pyramid.of(frame, kind(frame)), FIRST);
        assertThat(decoded(png)).containsExactly(values(frame));
        assertThat(text(png)).doesNotContain("tEXt");
    }

    private static String text(byte[] png) {
        return new String(png, StandardCharsets.ISO_8859_1);
    }

    @Test
    void the_range_chunk_states_stored_values_without_padding() {
        StoredFrame frame = StoredFrame.of(FrameLayout.grey(1, 3, 16, 16, true), new short[] {-2000, -7, 300});
        FrameKind kind = kind(frame, false, new Padding(-2000, -2000));
        assertThat(text(ExactTiles.encode(Pyramid.of(frame, kind), FIRST))).contains("tEXtRange\0-7 300");
    }

    @Test
    void tiles_of_a_large_frame_join_to_the_whole() throws IOException {
        StoredFrame frame = words(600, 1100, false);
        Pyramid pyramid = Pyramid.of(frame, kind(frame));
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                int[] tile = decoded(ExactTiles.encode(pyramid, new TileAddress(0, row, column)));
                int width = Math.min(512, 1100 - 512 * column);
                assertThat(tile).hasSize(width * Math.min(512, 600 - 512 * row));
                assertThat(tile[width + 3]).isEqualTo(frame.value((512 * row + 1) * 1100 + 512 * column + 3));
            }
        }
    }

    @Test
    void one_pixel_is_a_tile_too() throws IOException {
        StoredFrame frame = StoredFrame.of(FrameLayout.grey(1, 1, 16, 12, false), new short[] {77});
        assertThat(decoded(ExactTiles.encode(Pyramid.of(frame, kind(frame)), FIRST)))
                .containsExactly(77);
    }
}
