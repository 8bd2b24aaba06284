// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static java.util.Objects.requireNonNull;
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

    private static Source source(DataSetBuilder builder) {
        return requireNonNull(kind(builder).spacing()).source();
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
    void imager_spacing_alone_is_said_to_be_at_the_detector() {
        DataSetBuilder radiograph =
                grey(2, 2, 12).string(Tag.MODALITY, "DX").decimal(Tag.IMAGER_PIXEL_SPACING, 0.14, 0.14);
        assertThat(kind(radiograph).spacing()).isEqualTo(new Spacing(0.14, 0.14, Source.IMAGER_PIXEL_SPACING));
        // Less than 1 would mean that the patient is behind the detector.
        for (double senseless : new double[] {0, 0.9, -1.1, 50}) {
            radiograph.decimal(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, senseless);
            assertThat(kind(radiograph).spacing()).isEqualTo(new Spacing(0.14, 0.14, Source.IMAGER_PIXEL_SPACING));
        }
    }

    @Test
    void a_mammogram_is_taken_to_the_patient_by_its_magnification_factor_and_that_is_said() {
        DataSetBuilder mammogram = grey(2, 2, 12)
                .string(Tag.MODALITY, "MG")
                .decimal(Tag.IMAGER_PIXEL_SPACING, 0.07, 0.0749)
                .decimal(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, 1.07);
        assertThat(kind(mammogram).spacing())
                .isEqualTo(new Spacing(0.07 / 1.07, 0.0749 / 1.07, Source.MAGNIFICATION_FACTOR, 1.07, null, null));
    }

    @Test
    void the_distances_that_define_the_factor_stand_in_for_it() {
        DataSetBuilder fluoroscopy = grey(2, 2, 12)
                .string(Tag.MODALITY, "XA")
                .decimal(Tag.IMAGER_PIXEL_SPACING, 0.3, 0.3)
                .decimal(Tag.DISTANCE_SOURCE_TO_DETECTOR, 1000)
                .decimal(Tag.DISTANCE_SOURCE_TO_PATIENT, 800);
        assertThat(kind(fluoroscopy).spacing()).isEqualTo(new Spacing(0.24, 0.24, Source.DISTANCES, 1.25, null, null));
        fluoroscopy.decimal(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, 1.5);
        assertThat(source(fluoroscopy)).isEqualTo(Source.MAGNIFICATION_FACTOR);
        fluoroscopy.remove(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR).remove(Tag.DISTANCE_SOURCE_TO_PATIENT);
        assertThat(source(fluoroscopy)).isEqualTo(Source.IMAGER_PIXEL_SPACING);
    }

    @Test
    void pixel_spacing_equal_to_imager_spacing_was_not_calibrated() {
        DataSetBuilder same =
                grey(2, 2, 12).decimal(Tag.IMAGER_PIXEL_SPACING, 0.14, 0.14).decimal(Tag.PIXEL_SPACING, 0.14, 0.14);
        assertThat(kind(same).spacing()).isEqualTo(new Spacing(0.14, 0.14, Source.IMAGER_PIXEL_SPACING));
        assertThat(kind(same.decimal(Tag.PIXEL_SPACING, 0.13, 0.13)).spacing())
                .isEqualTo(new Spacing(0.13, 0.13, Source.CALIBRATED));
    }

    @Test
    void how_pixel_spacing_was_calibrated_is_told() {
        DataSetBuilder ruler = grey(2, 2, 12)
                .string(Tag.MODALITY, "DX")
                .decimal(Tag.PIXEL_SPACING, 0.14, 0.14)
                .string(Tag.PIXEL_SPACING_CALIBRATION_TYPE, "FIDUCIAL")
                .string(Tag.PIXEL_SPACING_CALIBRATION_DESCRIPTION, "25 mm ball");
        assertThat(kind(ruler).spacing())
                .isEqualTo(new Spacing(0.14, 0.14, Source.CALIBRATED, null, "FIDUCIAL", "25 mm ball"));
        ruler.remove(Tag.PIXEL_SPACING_CALIBRATION_TYPE).remove(Tag.PIXEL_SPACING_CALIBRATION_DESCRIPTION);
        assertThat(kind(ruler).spacing()).isEqualTo(new Spacing(0.14, 0.14, Source.UNEXPLAINED));
    }

    @Test
    void functional_groups_hold_spacing_of_enhanced_slices_and_projections() {
        DataSet measures = DataSet.builder().decimal(Tag.PIXEL_SPACING, 2, 1).build();
        DataSet slice =
                DataSet.builder().items(Tag.PIXEL_MEASURES_SEQUENCE, measures).build();
        FrameKind volume = kind(grey(2, 2, 12).items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, slice));
        assertThat(volume.spacing()).isEqualTo(new Spacing(2, 1, Source.PIXEL_SPACING));
        DataSet beam = DataSet.builder()
                .decimal(Tag.OBJECT_PIXEL_SPACING_IN_CENTER_OF_BEAM, 0.25, 0.25)
                .build();
        DataSet detector =
                DataSet.builder().decimal(Tag.IMAGER_PIXEL_SPACING, 0.5, 0.5).build();
        DataSetBuilder shared = DataSet.builder().items(Tag.FRAME_PIXEL_DATA_PROPERTIES_SEQUENCE, detector);
        DataSetBuilder angiogram = grey(2, 2, 12).string(Tag.MODALITY, "XA");
        assertThat(kind(angiogram.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared.build()))
                        .spacing())
                .isEqualTo(new Spacing(0.5, 0.5, Source.IMAGER_PIXEL_SPACING));
        shared.items(Tag.PROJECTION_PIXEL_CALIBRATION_SEQUENCE, beam);
        assertThat(kind(angiogram.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared.build()))
                        .spacing())
                .isEqualTo(new Spacing(0.25, 0.25, Source.BEAM_CENTER));
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
