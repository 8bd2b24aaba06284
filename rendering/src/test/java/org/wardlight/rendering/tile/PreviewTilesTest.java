// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.rendering.PixelFixtures.kind;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.FrameKind.Window;

class PreviewTilesTest {
    private static final TileAddress FIRST = new TileAddress(0, 0, 0);

    private static StoredFrame slope(int rows, int columns) {
        short[] words = new short[rows * columns];
        for (int i = 0; i < words.length; i++) {
            words[i] = (short) (i % columns);
        }
        return StoredFrame.of(FrameLayout.grey(rows, columns, 16, 12, false), words);
    }

    private static BufferedImage decoded(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    @Test
    void a_grey_preview_is_grey_jpeg_with_the_first_window_applied() throws IOException {
        StoredFrame frame = slope(64, 256);
        byte[] jpeg = PreviewTiles.encode(
                Pyramid.of(frame, kind(frame, new Window(64, 128, Function.LINEAR_EXACT, null))), FIRST);
        BufferedImage image = decoded(jpeg);
        assertThat(image.getRaster().getNumBands()).isEqualTo(1);
        assertThat(image.getRaster().getSample(200, 30, 0)).isGreaterThan(250);
        assertThat(image.getRaster().getSample(64, 30, 0)).isBetween(120, 136);
    }

    @Test
    void an_inverted_kind_gives_an_inverted_preview() throws IOException {
        StoredFrame frame = slope(64, 256);
        byte[] jpeg = PreviewTiles.encode(Pyramid.of(frame, kind(frame, true, null)), FIRST);
        assertThat(decoded(jpeg).getRaster().getSample(2, 30, 0)).isGreaterThan(245);
    }

    @Test
    void every_level_is_windowed_by_the_range_of_the_whole_frame() {
        StoredFrame frame = slope(600, 1200);
        Pyramid pyramid = Pyramid.of(frame, kind(frame, false, (Padding) null));
        byte[] corner = PreviewTiles.screen(pyramid, new TileAddress(0, 1, 2)).pixels();
        assertThat(corner[0] & 0xFF).isEqualTo(Math.round(1024 * 255f / 1199));
        byte[] top = PreviewTiles.screen(pyramid, new TileAddress(2, 0, 0)).pixels();
        assertThat(top[299] & 0xFF).isGreaterThan(253);
    }

    @Test
    void colour_keeps_its_colours() throws IOException {
        byte[] bytes = new byte[32 * 32 * 3];
        for (int i = 0; i < bytes.length; i += 3) {
            bytes[i] = (byte) 220;
            bytes[i + 2] = 40;
        }
        StoredFrame frame = StoredFrame.of(FrameLayout.colour(32, 32, Photometric.RGB), bytes);
        int rgb = decoded(PreviewTiles.encode(Pyramid.of(frame, kind(frame)), FIRST))
                .getRGB(10, 10);
        assertThat(rgb >> 16 & 0xFF).isBetween(214, 226);
        assertThat(rgb >> 8 & 0xFF).isLessThan(6);
        assertThat(rgb & 0xFF).isBetween(34, 46);
    }

    @Test
    void only_a_window_over_all_eight_bits_leaves_pixels_as_they_are() {
        StoredFrame frame = StoredFrame.of(FrameLayout.grey(1, 1, 8, 8, false), new byte[1]);
        assertThat(PreviewTiles.isIdentity(kind(frame, new Window(128, 256, Function.LINEAR, null))))
                .isTrue();
        assertThat(PreviewTiles.isIdentity(kind(frame, new Window(127, 255, Function.LINEAR, null))))
                .isFalse();
        assertThat(PreviewTiles.isIdentity(kind(frame))).isFalse();
        assertThat(PreviewTiles.isIdentity(kind(frame, true, null, new Window(128, 256, Function.LINEAR, null))))
                .isFalse();
    }

    @Test
    void padding_is_black_whatever_the_polarity_in_previews_and_thumbnails() {
        StoredFrame frame = slope(64, 256);
        FrameKind inverted = kind(frame, true, new Padding(0, 40), new Window(128, 256, Function.LINEAR, null));
        byte[] preview = PreviewTiles.screen(Pyramid.of(frame, inverted), FIRST).pixels();
        assertThat(preview[40]).isZero();
        assertThat(preview[41] & 0xFF).isEqualTo(255 - 41);
        byte[] thumbnail = StripSheets.cell(frame, inverted).pixels();
        assertThat(thumbnail[2]).isZero();
        assertThat(thumbnail[30] & 0xFF).isBetween(185, 205);
    }

    @Test
    void white_padding_is_no_reason_to_pass_a_jpeg_through() {
        StoredFrame frame = StoredFrame.of(FrameLayout.grey(1, 1, 8, 8, false), new byte[1]);
        Window whole = new Window(128, 256, Function.LINEAR, null);
        assertThat(PreviewTiles.isIdentity(kind(frame, false, new Padding(0, 0), whole)))
                .isTrue();
        assertThat(PreviewTiles.isIdentity(kind(frame, false, new Padding(255, 255), whole)))
                .isFalse();
    }
}
