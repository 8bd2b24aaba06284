// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.rendering.PixelFixtures.grey;
import static org.wardlight.rendering.PixelFixtures.object;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.measure.UltrasoundRegion.Format;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeaders;

class RegionsTest {
    private static DataSetBuilder region(int left, int upper, int right, int lower) {
        return DataSet.builder()
                .integer(Tag.REGION_LOCATION_MIN_X0, left)
                .integer(Tag.REGION_LOCATION_MIN_Y0, upper)
                .integer(Tag.REGION_LOCATION_MAX_X1, right)
                .integer(Tag.REGION_LOCATION_MAX_Y1, lower)
                .integer(Tag.REGION_SPATIAL_FORMAT, 1)
                .integer(Tag.REGION_DATA_TYPE, 1)
                .integer(Tag.REGION_FLAGS, 2)
                .integer(Tag.PHYSICAL_UNITS_X_DIRECTION, 3)
                .integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, 3)
                .decimal(Tag.PHYSICAL_DELTA_X, 0.05)
                .decimal(Tag.PHYSICAL_DELTA_Y, 0.02);
    }

    private static FrameKind kind(DataSet... regions) {
        DataSetBuilder picture = grey(8, 8, 8).string(Tag.MODALITY, "US");
        return ImageHeaders.of(object(picture.items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, regions)))
                .kinds()
                .get(0);
    }

    @Test
    void two_regions_keep_their_own_scales_and_the_sign_of_their_steps() {
        FrameKind kind = kind(
                region(0, 0, 3, 7).decimal(Tag.PHYSICAL_DELTA_X, -0.05).build(),
                region(4, 0, 7, 7).decimal(Tag.PHYSICAL_DELTA_X, 0.01).build());
        List<UltrasoundRegion> regions = kind.measures().regions();
        assertThat(regions)
                .containsExactly(
                        new UltrasoundRegion(0, 0, 3, 7, Format.TWO_D, 1, 2, "cm", "cm", -0.05, 0.02, null, null, 0, 0),
                        new UltrasoundRegion(4, 0, 7, 7, Format.TWO_D, 1, 2, "cm", "cm", 0.01, 0.02, null, null, 0, 0));
        // No one spacing holds for both.
        assertThat(kind.spacing()).isNull();
    }

    @Test
    void a_doppler_trace_has_seconds_and_a_base_line() {
        DataSet trace = region(0, 0, 7, 7)
                .integer(Tag.REGION_SPATIAL_FORMAT, 3)
                .integer(Tag.REGION_DATA_TYPE, 3)
                .integer(Tag.PHYSICAL_UNITS_X_DIRECTION, 4)
                .integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, 7)
                .decimal(Tag.PHYSICAL_DELTA_Y, -0.5)
                .integer(Tag.REFERENCE_PIXEL_X0, 0)
                .integer(Tag.REFERENCE_PIXEL_Y0, 4)
                .decimal(Tag.REFERENCE_PIXEL_PHYSICAL_VALUE_Y, 1.5)
                .build();
        assertThat(kind(trace).measures().regions())
                .containsExactly(
                        new UltrasoundRegion(0, 0, 7, 7, Format.SPECTRAL, 3, 2, "s", "cm/s", 0.05, -0.5, 0, 4, 0, 1.5));
        assertThat(kind(trace).spacing()).isNull();
    }

    @Test
    void units_and_formats_that_nobody_knows_measure_nothing() {
        DataSet odd = region(0, 0, 7, 7)
                .integer(Tag.REGION_SPATIAL_FORMAT, 9)
                .integer(Tag.PHYSICAL_UNITS_X_DIRECTION, 99)
                .integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, 0)
                .decimal(Tag.PHYSICAL_DELTA_X, 0)
                .build();
        UltrasoundRegion region = kind(odd).measures().regions().get(0);
        assertThat(region.format()).isEqualTo(Format.OTHER);
        assertThat(region.unitX()).isNull();
        assertThat(region.unitY()).isNull();
        assertThat(region.deltaX()).isNull();
    }

    @Test
    void a_region_without_place_or_turned_inside_out_is_none() {
        assertThat(kind(
                                region(5, 0, 3, 7).build(),
                                region(0, 0, 3, 7)
                                        .remove(Tag.REGION_LOCATION_MAX_X1)
                                        .build())
                        .measures()
                        .regions())
                .isEmpty();
    }

    @Test
    void regions_may_differ_from_object_to_object() {
        assertThat(kind(region(0, 0, 3, 7).build()))
                .isNotEqualTo(kind(
                        region(0, 0, 3, 7).decimal(Tag.PHYSICAL_DELTA_X, 0.06).build()));
    }
}
