// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.rendering.PixelFixtures.kind;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.StoredFrame;

class PlaneTilesTest {
    private static final TileAddress FIRST = new TileAddress(0, 0, 0);

    private static byte[] planes(byte[] tile) throws IOException {
        return new InflaterInputStream(new ByteArrayInputStream(tile, 20, tile.length - 20)).readAllBytes();
    }

    /** As a viewer decodes a tile, written from the words of the contract. */
    private static int[] decoded(byte[] tile) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(tile);
        int width = header.getInt(4);
        byte[] planes = planes(tile);
        int[] out = new int[planes.length / 2];
        for (int i = 0; i < out.length; i++) {
            int folded = (planes[i] & 0xFF) << 8 | planes[out.length + i] & 0xFF;
            int difference = folded >> 1 ^ -(folded & 1);
            out[i] = guess(out, i, width) + difference & 0xFFFF;
        }
        return out;
    }

    private static int guess(int[] out, int i, int width) {
        if (i < width) {
            return i == 0 ? 0 : out[i - 1];
        }
        if (i % width == 0) {
            return out[i - width];
        }
        int[] three = {out[i - 1], out[i - width], out[i - 1] + out[i - width] - out[i - width - 1]};
        java.util.Arrays.sort(three);
        return three[1];
    }

    private static StoredFrame frame(int rows, int columns, int bits, boolean signed) {
        Random random = new Random(bits);
        short[] values = new short[rows * columns];
        int range = 1 << bits;
        for (int i = 0; i < values.length; i++) {
            int value = i % 7 == 0 ? random.nextInt(range) : (i % columns + i / columns) * 5 % range;
            values[i] = (short) (signed ? value - range / 2 : value);
        }
        return StoredFrame.of(FrameLayout.grey(rows, columns, 16, bits, signed), values);
    }

    // The same tile is asserted where the viewer reads it: planes.test.ts.
    @Test
    void a_tile_is_what_the_contract_says() throws IOException {
        short[] values = {1000, 1003, (short) 65535, 998, 1010, 0};
        StoredFrame frame = StoredFrame.of(FrameLayout.grey(2, 3, 16, 16, false), values);
        byte[] tile = PlaneTiles.encode(Pyramid.of(frame, kind(frame)), FIRST);
        assertThat(java.util.Arrays.copyOf(tile, 20))
                .containsExactly('W', 'L', 'P', '1', 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF);
        assertThat(planes(tile)).containsExactly(7, 0, 7, 0, 0, 0, 0xD0, 6, 0xD7, 3, 0x12, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 11, 12, 13, 14, 15, 16})
    void every_depth_signed_or_not_holds_what_its_png_holds(int bits) throws IOException {
        for (boolean signed : new boolean[] {false, true}) {
            StoredFrame frame = frame(37, 53, bits, signed);
            Pyramid pyramid = Pyramid.of(frame, kind(frame));
            byte[] tile = PlaneTiles.encode(pyramid, FIRST);
            Raster png = ImageIO.read(new ByteArrayInputStream(ExactTiles.encode(pyramid, FIRST)))
                    .getRaster();
            assertThat(decoded(tile)).containsExactly(png.getPixels(0, 0, 53, 37, (int[]) null));
            assertThat(ByteBuffer.wrap(tile).getInt(12))
                    .isEqualTo((int) pyramid.range().minimum());
            assertThat(ByteBuffer.wrap(tile).getInt(16))
                    .isEqualTo((int) pyramid.range().maximum());
        }
    }

    @Test
    void a_tile_of_one_row_or_column_comes_back() throws IOException {
        for (int[] size : new int[][] {{1, 1}, {1, 9}, {9, 1}}) {
            StoredFrame frame = frame(size[0], size[1], 12, false);
            Pyramid pyramid = Pyramid.of(frame, kind(frame));
            int[] found = decoded(PlaneTiles.encode(pyramid, FIRST));
            assertThat(found).containsExactly(org.wardlight.rendering.PixelFixtures.values(frame));
        }
    }

    @Test
    void eight_bits_have_no_such_form() {
        StoredFrame frame = StoredFrame.of(FrameLayout.grey(4, 4, 8, 8, false), new byte[16]);
        Pyramid pyramid = Pyramid.of(frame, kind(frame));
        assertThat(PlaneTiles.has(pyramid.kind())).isFalse();
        assertThatThrownBy(() -> PlaneTiles.encode(pyramid, FIRST)).isInstanceOf(IllegalArgumentException.class);
    }
}
