// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.rendering.PixelFixtures.frame;
import static org.wardlight.rendering.PixelFixtures.kind;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.ScreenImage;

class StripSheetsTest {
    private static BufferedImage decoded(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static ScreenImage flat(int samples, int value) {
        byte[] pixels = new byte[128 * 128 * samples];
        java.util.Arrays.fill(pixels, (byte) value);
        return new ScreenImage(128, 128, samples, pixels);
    }

    @Test
    void a_thumbnail_keeps_the_shape_of_its_frame() {
        StoredFrame wide = StoredFrame.of(FrameLayout.grey(300, 600, 8, 8, false), new byte[300 * 600]);
        ScreenImage cell = StripSheets.cell(wide, kind(wide));
        assertThat(cell.columns()).isEqualTo(128);
        assertThat(cell.rows()).isEqualTo(64);
    }

    @Test
    void a_thin_frame_is_one_pixel_at_least_and_a_small_one_is_enlarged() {
        StoredFrame line = StoredFrame.of(FrameLayout.grey(1, 1000, 8, 8, false), new byte[1000]);
        assertThat(StripSheets.cell(line, kind(line)).rows()).isEqualTo(1);
        StoredFrame small = frame(2, 2, 12, false, 0, 100, 100, 0);
        ScreenImage cell = StripSheets.cell(small, kind(small));
        assertThat(cell.rows()).isEqualTo(128);
        assertThat(cell.pixels()[0]).isZero();
        assertThat(cell.pixels()[127] & 0xFF).isEqualTo(255);
    }

    @Test
    void stored_values_are_averaged_without_padding() {
        StoredFrame source = frame(2, 2, 16, true, -2000, 10, 20, -2000);
        assertThat(AreaAverage.of(source, new Padding(-2000, -2000), 1, 1)).containsExactly(15);
        assertThat(AreaAverage.of(source, null, 1, 1)).containsExactly(-992);
        StoredFrame nothing = frame(1, 2, 16, true, -2000, -2000);
        assertThat(AreaAverage.of(nothing, new Padding(-2000, -2000), 1, 1)).containsExactly(-2000);
    }

    @Test
    void cells_stand_row_by_row_from_the_top_left() throws IOException {
        ScreenImage[] cells = new ScreenImage[10];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = flat(1, 25 * i);
        }
        BufferedImage sheet = decoded(StripSheets.encode(List.of(cells)));
        assertThat(sheet.getWidth()).isEqualTo(1024);
        assertThat(sheet.getHeight()).isEqualTo(256);
        assertThat(sheet.getRaster().getNumBands()).isEqualTo(1);
        assertThat(sheet.getRaster().getSample(7 * 128 + 64, 64, 0)).isBetween(172, 178);
        assertThat(sheet.getRaster().getSample(64, 128 + 64, 0)).isBetween(197, 203);
    }

    @Test
    void one_cell_in_colour_makes_the_sheet_colour() throws IOException {
        BufferedImage sheet = decoded(StripSheets.encode(List.of(flat(1, 90), flat(3, 200))));
        assertThat(sheet.getRaster().getNumBands()).isEqualTo(3);
        assertThat(sheet.getRGB(64, 64) & 0xFF).isBetween(87, 93);
    }

    @Test
    void a_frame_that_cannot_be_shown_has_a_cross() {
        ScreenImage cell = StripSheets.missing();
        assertThat(cell.pixels()[64 * 128 + 64] & 0xFF).isGreaterThan(100);
        assertThat(cell.pixels()[10 * 128 + 10] & 0xFF).isGreaterThan(100);
        assertThat(cell.pixels()[10 * 128 + 117] & 0xFF).isGreaterThan(100);
        assertThat(cell.pixels()[10 * 128 + 64]).isZero();
    }

    @Test
    void colour_frames_have_colour_thumbnails() {
        StoredFrame rgb = StoredFrame.of(FrameLayout.colour(1, 1, Photometric.RGB), new byte[] {1, 2, 3});
        ScreenImage cell = StripSheets.cell(rgb, kind(rgb));
        assertThat(cell.colour()).isTrue();
        assertThat(cell.pixels()).startsWith(1, 2, 3, 1, 2, 3);
    }

    @Test
    void a_sheet_holds_one_to_sixty_four_cells() {
        assertThatThrownBy(() -> StripSheets.encode(List.of())).isInstanceOf(IllegalArgumentException.class);
        List<ScreenImage> many = Collections.nCopies(65, StripSheets.missing());
        assertThatThrownBy(() -> StripSheets.encode(many)).hasMessageContaining("65 cells");
    }
}
