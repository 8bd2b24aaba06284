// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;

/** PS3.3 A.33; B27, B28: applied to what it refers to only, units and characters as written; else said not to be shown. */
class PresentationStatesTest {
    private static final String GSPS = "1.2.840.10008.5.1.4.1.1.11.1";

    @Test
    void it_is_for_the_images_and_frames_that_it_names_and_for_no_others() {
        PresentationState state = read(state());
        assertThat(state.isFor("2.25.1", 2)).isTrue();
        assertThat(state.isFor("2.25.1", 1)).isFalse();
        assertThat(state.isFor("2.25.9", 2)).isFalse();
    }

    @Test
    void graphics_keep_their_units_and_texts_their_characters() {
        PresentationState state = read(state());
        PresentationState.Annotation annotation = state.annotations("2.25.1", 2).get(0);
        assertThat(annotation.graphics())
                .extracting(PresentationState.Graphic::units)
                .containsExactly("PIXEL", "DISPLAY");
        assertThat(annotation.graphics().get(0).points().get(1)).containsExactly(10.5, 20.0);
        assertThat(annotation.texts().get(0).text()).isEqualTo("Läsion 病変\nzweite Zeile");
        assertThat(state.layer(annotation.layer()).color()).isEqualTo("#ff0000");
        assertThat(state.rotation()).isEqualTo(90);
        assertThat(state.flip()).isTrue();
        assertThat(state.label()).isEqualTo("ZEICHNUNG");
    }

    @Test
    void its_grey_steps_take_the_place_of_the_images_and_of_their_polarity() {
        StoredFrame frame = PixelFixtures.frame(1, 3, 8, false, 0, 100, 255);
        assertThat(new SoftcopyScale(read(state()), "2.25.1", 2, frame.layout())
                        .render(frame, null)
                        .pixels())
                .containsExactly(255, 155, 0);
        DataSetBuilder identity = state().string(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY");
        assertThat(new SoftcopyScale(read(identity), "2.25.1", 2, frame.layout())
                        .render(frame, null)
                        .pixels())
                .containsExactly(0, 100, 255);
    }

    @Test
    void a_window_for_one_image_is_not_the_window_of_another() {
        DataSet item = DataSet.builder()
                .decimal(Tag.WINDOW_CENTER, 50)
                .decimal(Tag.WINDOW_WIDTH, 10)
                .items(Tag.REFERENCED_IMAGE_SEQUENCE, reference())
                .build();
        PresentationState state = read(state().items(Tag.SOFTCOPY_VOI_LUT_SEQUENCE, item));
        assertThat(state.voi("2.25.1", 2)).isPresent();
        assertThat(state.voi("2.25.9", 2)).isEmpty();
    }

    @Test
    void one_of_a_class_that_is_not_read_says_so() {
        DataSetBuilder blending = state().string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.11.4");
        assertThatThrownBy(() -> read(blending))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("presentation state not shown");
    }

    private static DataSet reference() {
        return DataSet.builder()
                .string(Tag.REFERENCED_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
                .string(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.1")
                .string(Tag.REFERENCED_FRAME_NUMBER, "2")
                .build();
    }

    private static DataSetBuilder state() {
        DataSet line = graphic("PIXEL", 1, 1, 10.5, 20);
        DataSet part = graphic("DISPLAY", 0, 0, 1, 1);
        DataSet text = DataSet.builder()
                .string(Tag.UNFORMATTED_TEXT_VALUE, "Läsion 病変\r\nzweite Zeile")
                .string(Tag.ANCHOR_POINT_ANNOTATION_UNITS, "PIXEL")
                .decimal(Tag.ANCHOR_POINT, 5, 6)
                .string(Tag.ANCHOR_POINT_VISIBILITY, "Y")
                .build();
        return DataSet.builder()
                .string(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .string(Tag.SOP_CLASS_UID, GSPS)
                .string(Tag.SOP_INSTANCE_UID, "2.25.7")
                .string(Tag.CONTENT_LABEL, "ZEICHNUNG")
                .string(Tag.PRESENTATION_LUT_SHAPE, "INVERSE")
                .integer(Tag.IMAGE_ROTATION, 90)
                .string(Tag.IMAGE_HORIZONTAL_FLIP, "Y")
                .items(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder()
                                .string(Tag.SERIES_INSTANCE_UID, "2.25.2")
                                .items(Tag.REFERENCED_IMAGE_SEQUENCE, reference())
                                .build())
                .items(
                        Tag.GRAPHIC_LAYER_SEQUENCE,
                        DataSet.builder()
                                .string(Tag.GRAPHIC_LAYER, "MARKS")
                                .integer(Tag.GRAPHIC_LAYER_ORDER, 1)
                                .integer(Tag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_CIELAB_VALUE, 35571, 53683, 50874)
                                .build())
                .items(
                        Tag.GRAPHIC_ANNOTATION_SEQUENCE,
                        DataSet.builder()
                                .string(Tag.GRAPHIC_LAYER, "MARKS")
                                .items(Tag.GRAPHIC_OBJECT_SEQUENCE, line, part)
                                .items(Tag.TEXT_OBJECT_SEQUENCE, text)
                                .build());
    }

    private static DataSet graphic(String units, double... points) {
        return DataSet.builder()
                .string(Tag.GRAPHIC_ANNOTATION_UNITS, units)
                .string(Tag.GRAPHIC_TYPE, "POLYLINE")
                .decimal(Tag.GRAPHIC_DATA, points)
                .string(Tag.GRAPHIC_FILLED, "N")
                .build();
    }

    private static PresentationState read(DataSetBuilder builder) {
        return PresentationStates.of(PixelFixtures.written(builder.build()));
    }
}
