// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;

/** PS3.3 C.7.6.11; B17: bad shutters are ignored and named, and hide nothing. */
class ShuttersTest {
    @Test
    void what_is_shut_takes_the_presentation_value() {
        DataSetBuilder builder = shutter("RECTANGULAR", "CIRCULAR")
                .integer(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 1)
                .integer(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 5)
                .integer(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 0)
                .integer(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 6)
                .integer(Tag.CENTER_OF_CIRCULAR_SHUTTER, 3, 3)
                .integer(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 1)
                .integer(Tag.SHUTTER_PRESENTATION_VALUE, 0x8080);
        FrameKind kind = kind(builder);
        byte[] white = new byte[25];
        java.util.Arrays.fill(white, (byte) 255);
        ScreenImage shut = Shutters.apply(new ScreenImage(5, 5, 1, white), kind.shutters(), 1);
        assertThat(shut.pixels())
                .containsExactly(
                        128, 128, 128, 128, 128, 128, 128, 255, 128, 128, 128, 255, 255, 255, 128, 128, 128, 255, 128,
                        128, 128, 128, 128, 128, 128);
        assertThat(kind.notices()).isEmpty();
    }

    @Test
    void a_polygon_leaves_open_what_is_within() {
        FrameKind kind = kind(shutter("POLYGONAL").integer(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, 0, 0, 0, 9, 9, 0));
        assertThat(kind.shutters().get(0).isOpen(2, 2, 1)).isTrue();
        assertThat(kind.shutters().get(0).isOpen(8, 8, 1)).isFalse();
    }

    @Test
    void a_circle_without_radius_is_ignored_with_a_notice() {
        FrameKind kind = kind(shutter("CIRCULAR")
                .integer(Tag.CENTER_OF_CIRCULAR_SHUTTER, 3, 3)
                .integer(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 0));
        assertThat(kind.shutters()).isEmpty();
        assertThat(kind.notices()).singleElement().asString().contains("circular shutter");
    }

    @Test
    void a_polygon_of_an_odd_count_is_ignored_with_a_notice() {
        FrameKind kind = kind(shutter("POLYGONAL").integer(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, 0, 0, 0, 9, 9, 0, 5));
        assertThat(kind.shutters()).isEmpty();
        assertThat(kind.notices()).singleElement().asString().contains("polygonal shutter");
    }

    private static DataSetBuilder shutter(String... shapes) {
        return PixelFixtures.grey(5, 5, 8).string(Tag.SHUTTER_SHAPE, shapes);
    }

    private static FrameKind kind(DataSetBuilder builder) {
        return ImageHeaders.of(PixelFixtures.object(builder)).kinds().get(0);
    }
}
