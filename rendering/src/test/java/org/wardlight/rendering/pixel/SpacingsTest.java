// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.rendering.PixelFixtures.grey;
import static org.wardlight.rendering.PixelFixtures.object;

import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.pixel.FrameKind.Spacing;
import org.wardlight.rendering.pixel.FrameKind.Spacing.Source;

class SpacingsTest {
    private static FrameKind kind(DataSetBuilder builder) {
        return ImageHeaders.of(object(builder)).kinds().get(0);
    }

    @Test
    void the_first_value_is_between_rows() {
        FrameKind kind = kind(grey(2, 2, 12).decimal(Tag.PIXEL_SPACING, 1, 0.5));
        assertThat(kind.spacing()).isEqualTo(new Spacing(1, 0.5, Source.PIXEL_SPACING));
        assertThat(kind.pixelAspect()).isEqualTo(2);
    }

    @Test
    void without_spacing_the_aspect_ratio_still_counts_but_gives_no_millimetres() {
        FrameKind kind = kind(grey(2, 2, 12).integer(Tag.PIXEL_ASPECT_RATIO, 2, 1));
        assertThat(kind.spacing()).isNull();
        assertThat(kind.pixelAspect()).isEqualTo(2);
        assertThat(kind(grey(2, 2, 12).integer(Tag.PIXEL_ASPECT_RATIO, 0, 1)).pixelAspect())
                .isEqualTo(1);
    }

    @Test
    void imager_spacing_is_said_to_be_at_the_detector_and_never_magnified() {
        DataSetBuilder mammogram = grey(2, 2, 12)
                .decimal(Tag.IMAGER_PIXEL_SPACING, 0.07, 0.07)
                .decimal(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, 1.07);
        assertThat(kind(mammogram).spacing()).isEqualTo(new Spacing(0.07, 0.07, Source.IMAGER_PIXEL_SPACING));
    }

    @Test
    void pixel_spacing_equal_to_imager_spacing_was_not_calibrated() {
        DataSetBuilder same =
                grey(2, 2, 12).decimal(Tag.IMAGER_PIXEL_SPACING, 0.14, 0.14).decimal(Tag.PIXEL_SPACING, 0.14, 0.14);
        assertThat(kind(same).spacing()).isEqualTo(new Spacing(0.14, 0.14, Source.IMAGER_PIXEL_SPACING));
        assertThat(kind(same.decimal(Tag.PIXEL_SPACING, 0.13, 0.13)).spacing())
                .isEqualTo(new Spacing(0.13, 0.13, Source.PIXEL_SPACING));
    }

    @Test
    void scanned_film_has_its_own_source_and_zero_is_no_spacing() {
        assertThat(kind(grey(2, 2, 12).decimal(Tag.NOMINAL_SCANNED_PIXEL_SPACING, 0.2, 0.2))
                        .spacing())
                .isEqualTo(new Spacing(0.2, 0.2, Source.NOMINAL_SCANNED_PIXEL_SPACING));
        assertThat(kind(grey(2, 2, 12).decimal(Tag.PIXEL_SPACING, 0, 0.5)).spacing())
                .isNull();
        assertThat(kind(grey(2, 2, 12)).spacing()).isNull();
    }

    private static DataSet region(int format, int unit, double deltaX) {
        return DataSet.builder()
                .integer(Tag.REGION_SPATIAL_FORMAT, format)
                .integer(Tag.PHYSICAL_UNITS_X_DIRECTION, unit)
                .integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, unit)
                .decimal(Tag.PHYSICAL_DELTA_X, deltaX)
                .decimal(Tag.PHYSICAL_DELTA_Y, 0.02)
                .build();
    }

    @Test
    void an_only_ultrasound_region_in_centimetres_gives_millimetres_whatever_its_direction() {
        DataSetBuilder one = grey(2, 2, 12).items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, region(1, 3, -0.01));
        assertThat(kind(one).spacing()).isEqualTo(new Spacing(0.2, 0.1, Source.ULTRASOUND_REGION));
    }

    @Test
    void several_regions_or_other_kinds_of_region_give_no_spacing() {
        int regions = Tag.SEQUENCE_OF_ULTRASOUND_REGIONS;
        assertThat(kind(grey(2, 2, 12).items(regions, region(1, 3, 0.01), region(1, 3, 0.03)))
                        .spacing())
                .isNull();
        assertThat(kind(grey(2, 2, 12).items(regions, region(2, 3, 0.01))).spacing())
                .isNull();
        assertThat(kind(grey(2, 2, 12).items(regions, region(1, 4, 0.01))).spacing())
                .isNull();
    }
}
