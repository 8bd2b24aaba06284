// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.pixel.FrameKind.Spacing;
import org.wardlight.rendering.pixel.FrameKind.Spacing.Source;

/** One object of each kind: side, view, and where its millimetres come from; each frame is drawn as stored. */
class ObjectKindsTest {
    private static final String CLASSES = "1.2.840.10008.5.1.4.1.1.";

    @Test
    void a_fundus_photo_has_its_eye_from_image_laterality() {
        DicomObject object = colour("77.1.5.1", 1, photo().string(Tag.IMAGE_LATERALITY, "R"));
        assertThat(kind(object).laterality()).isEqualTo("R");
        assertThat(kind(object).spacing()).isNull();
        assertThat(shown(object, 1)).containsExactly(10, 20, 30, 40, 50, 60);
    }

    @Test
    void a_retinal_tomography_has_eye_and_unequal_spacing_from_its_groups() {
        DicomObject object =
                grey("77.1.5.4", 2, header().items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, groups("L", 0.004, 0.012)));
        assertThat(kind(object).laterality()).isEqualTo("L");
        assertThat(kind(object).spacing()).isEqualTo(new Spacing(0.004, 0.012, Source.PIXEL_SPACING));
        assertThat(kind(object).pixelAspect()).isEqualTo(0.004 / 0.012);
        assertThat(ImageHeaders.of(object).frames()).hasSize(2);
        assertThat(shown(object, 2)).containsExactly(0, 255);
    }

    @Test
    void photos_and_endoscopy_have_no_millimetres() {
        assertThat(kind(colour("77.1.4", 1, photo())).spacing()).isNull();
        assertThat(kind(colour("77.1.1", 1, photo())).format()).isEqualTo(FrameKind.Format.RGB8);
    }

    @Test
    void frames_of_a_colour_secondary_capture_are_each_their_own() {
        DicomObject object = colour("7.4", 2, photo().decimal(Tag.NOMINAL_SCANNED_PIXEL_SPACING, 0.1, 0.1));
        assertThat(kind(object).spacing()).isEqualTo(new Spacing(0.1, 0.1, Source.NOMINAL_SCANNED_PIXEL_SPACING));
        assertThat(shown(object, 1)).containsExactly(10, 20, 30, 40, 50, 60);
        assertThat(shown(object, 2)).containsExactly(11, 21, 31, 41, 51, 61);
    }

    @Test
    void ultrasound_is_measured_in_its_only_region() {
        DataSet region = DataSet.builder()
                .integer(Tag.REGION_SPATIAL_FORMAT, 1)
                .integer(Tag.PHYSICAL_UNITS_X_DIRECTION, 3)
                .integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, 3)
                .decimal(Tag.PHYSICAL_DELTA_X, 0.05)
                .decimal(Tag.PHYSICAL_DELTA_Y, 0.05)
                .build();
        DicomObject object = colour("3.1", 2, photo().items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, region));
        assertThat(kind(object).spacing()).isEqualTo(new Spacing(0.5, 0.5, Source.ULTRASOUND_REGION));
    }

    @Test
    void angiography_and_fluoroscopy_say_that_their_spacing_is_at_the_detector() {
        for (String sopClass : new String[] {"12.1", "12.2"}) {
            DicomObject object = grey(sopClass, 2, header().decimal(Tag.IMAGER_PIXEL_SPACING, 0.3, 0.3));
            assertThat(kind(object).spacing()).isEqualTo(new Spacing(0.3, 0.3, Source.IMAGER_PIXEL_SPACING));
            assertThat(shown(object, 1)).containsExactly(0, 255);
        }
    }

    @Test
    void breast_tomosynthesis_has_side_and_view() {
        DataSet view = DataSet.builder()
                .string(Tag.CODE_MEANING, "medio-lateral oblique")
                .build();
        DicomObject object = grey(
                "13.1.3",
                2,
                header().items(Tag.VIEW_CODE_SEQUENCE, view)
                        .string(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY")
                        .items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, groups("L", 0.1, 0.1)));
        assertThat(kind(object).laterality()).isEqualTo("L");
        assertThat(kind(object).view()).isEqualTo("medio-lateral oblique");
        assertThat(kind(object).spacing()).isEqualTo(new Spacing(0.1, 0.1, Source.PIXEL_SPACING));
    }

    private static DataSet groups(String side, double row, double column) {
        return DataSet.builder()
                .items(
                        Tag.FRAME_ANATOMY_SEQUENCE,
                        DataSet.builder().string(Tag.FRAME_LATERALITY, side).build())
                .items(
                        Tag.PIXEL_MEASURES_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.PIXEL_SPACING, row, column)
                                .build())
                .build();
    }

    private static DataSetBuilder header() {
        return PixelFixtures.image(1, 2, 8, 8, "MONOCHROME2", 1);
    }

    private static DataSetBuilder photo() {
        return PixelFixtures.image(1, 2, 8, 8, "RGB", 3).integer(Tag.PLANAR_CONFIGURATION, 0);
    }

    private static DicomObject grey(String sopClass, int frames, DataSetBuilder builder) {
        return object(sopClass, frames, builder, 10, 20);
    }

    private static DicomObject colour(String sopClass, int frames, DataSetBuilder builder) {
        return object(sopClass, frames, builder, 10, 20, 30, 40, 50, 60);
    }

    private static DicomObject object(String sopClass, int frames, DataSetBuilder builder, int... first) {
        byte[] pixels = new byte[first.length * frames];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (first[i % first.length] + i / first.length);
        }
        return PixelFixtures.object(builder.string(Tag.SOP_CLASS_UID, CLASSES + sopClass)
                .integer(Tag.NUMBER_OF_FRAMES, frames)
                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels));
    }

    private static FrameKind kind(DicomObject object) {
        return ImageHeaders.of(object).kinds().get(0);
    }

    private static byte[] shown(DicomObject object, int frame) {
        return Screen.render(PixelFixtures.decode(object, frame), kind(object)).pixels();
    }
}
