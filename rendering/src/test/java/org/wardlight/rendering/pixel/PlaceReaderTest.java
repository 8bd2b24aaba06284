// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.rendering.PixelFixtures.grey;
import static org.wardlight.rendering.PixelFixtures.object;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.measure.FrameTimes;
import org.wardlight.rendering.pixel.ImageHeader.Place;

class PlaceReaderTest {
    private static List<Place> places(DataSetBuilder image) {
        return ImageHeaders.of(object(image)).frames();
    }

    private static DataSet dimension(int pointer) {
        return DataSet.builder()
                .integer(Tag.DIMENSION_INDEX_POINTER, Vr.AT, pointer)
                .build();
    }

    private static DataSet frame(double z, int temporal, int... values) {
        DataSet content = DataSet.builder()
                .integer(Tag.DIMENSION_INDEX_VALUES, values)
                .integer(Tag.TEMPORAL_POSITION_INDEX, temporal)
                .string(Tag.FRAME_ACQUISITION_DATE_TIME, "19700102000001.5")
                .build();
        DataSet position =
                DataSet.builder().decimal(Tag.IMAGE_POSITION_PATIENT, 0, 0, z).build();
        return DataSet.builder()
                .items(Tag.FRAME_CONTENT_SEQUENCE, content)
                .items(Tag.PLANE_POSITION_SEQUENCE, position)
                .build();
    }

    @Test
    void a_slice_has_the_times_of_its_object() {
        DataSetBuilder slice = grey(2, 2, 12)
                .integer(Tag.TEMPORAL_POSITION_IDENTIFIER, 4)
                .decimal(Tag.TRIGGER_TIME, 41.5)
                .decimal(Tag.FRAME_REFERENCE_TIME, 1000)
                .string(Tag.ACQUISITION_DATE, "19700101")
                .string(Tag.ACQUISITION_TIME, "000001.25");
        assertThat(places(slice).get(0).times()).isEqualTo(new FrameTimes(4, 1000.0, 41.5, 1250.0));
        // Said once of many frames it tells none apart.
        assertThat(places(slice.integer(Tag.NUMBER_OF_FRAMES, 2)).get(0).times())
                .isEqualTo(FrameTimes.NONE);
    }

    @Test
    void dimensions_of_stack_position_and_time_are_not_told_twice() {
        DataSetBuilder enhanced = grey(2, 2, 12)
                .integer(Tag.NUMBER_OF_FRAMES, 2)
                .items(
                        Tag.DIMENSION_INDEX_SEQUENCE,
                        dimension(Tag.STACK_ID),
                        dimension(Tag.IN_STACK_POSITION_NUMBER),
                        dimension(Tag.TEMPORAL_POSITION_INDEX),
                        dimension(Tag.ECHO_TIME))
                .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frame(5, 3, 2, 7, 3, 9), frame(6, 3, 2, 8, 3, 9));
        Place first = places(enhanced).get(0);
        assertThat(first.position()).containsExactly(0.0, 0.0, 5.0);
        assertThat(first.stack()).containsExactly(2);
        assertThat(first.order()).containsExactly(9);
        assertThat(first.times()).isEqualTo(new FrameTimes(3, null, null, 86_401_500.0));
    }

    @Test
    void without_a_position_all_dimensions_count() {
        DataSet content =
                DataSet.builder().integer(Tag.DIMENSION_INDEX_VALUES, 2, 7).build();
        DataSet own =
                DataSet.builder().items(Tag.FRAME_CONTENT_SEQUENCE, content).build();
        DataSetBuilder volume = grey(2, 2, 12)
                .items(
                        Tag.DIMENSION_INDEX_SEQUENCE,
                        dimension(Tag.TEMPORAL_POSITION_INDEX),
                        dimension(Tag.IN_STACK_POSITION_NUMBER))
                .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, own);
        assertThat(places(volume).get(0).order()).containsExactly(2, 7);
    }

    private static DataSetBuilder nuclear(String type, int frames) {
        DataSet detector = DataSet.builder()
                .decimal(Tag.IMAGE_POSITION_PATIENT, -100, -100, 50)
                .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                .build();
        return grey(2, 2, 16)
                .string(Tag.MODALITY, "NM")
                .string(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", type, "EMISSION")
                .integer(Tag.NUMBER_OF_FRAMES, frames)
                .items(Tag.DETECTOR_INFORMATION_SEQUENCE, detector);
    }

    @Test
    void reconstructed_slices_lie_along_the_normal_whose_side_the_sign_of_the_spacing_says() {
        DataSetBuilder recon =
                nuclear("RECON TOMO", 3).integer(Tag.SLICE_VECTOR, 1, 2, 3).decimal(Tag.SPACING_BETWEEN_SLICES, -4.4);
        ImageHeader header = ImageHeaders.of(object(recon));
        assertThat(header.frames().get(0).position()).containsExactly(-100.0, -100.0, 50.0);
        assertThat(header.frames().get(2).position()).containsExactly(-100.0, -100.0, 50 - 8.8);
        assertThat(header.kinds().get(0).orientation()).containsExactly(1.0, 0.0, 0.0, 0.0, 1.0, 0.0);
        // Counts of a camera, which these are not.
        assertThat(header.kinds().get(0).unit()).isNull();
    }

    @Test
    void vectors_of_nuclear_medicine_part_stacks_and_order_views_and_times() {
        DataSetBuilder gated = nuclear("GATED TOMO", 4)
                .integer(Tag.ENERGY_WINDOW_VECTOR, 1, 1, 1, 1)
                .integer(Tag.DETECTOR_VECTOR, 1, 1, 1, 1)
                .integer(Tag.RR_INTERVAL_VECTOR, 1, 1, 2, 2)
                .integer(Tag.ANGULAR_VIEW_VECTOR, 1, 2, 1, 2)
                .integer(Tag.TIME_SLOT_VECTOR, 3, 3, 4, 4);
        List<Place> places = places(gated);
        assertThat(places.get(3))
                .isEqualTo(new Place(0, null, new FrameTimes(4, null, null, null), List.of(1, 1, 2), List.of(2)));
        assertThat(ImageHeaders.of(object(gated)).kinds().get(0).unit()).isEqualTo("CNTS");
    }
}
