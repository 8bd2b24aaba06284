// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

/** D14: a segmentation over its sources; PS3.3 A.51, C.8.20. */
class SegmentationLayerTest {
    /** CIELab of sRGB red (255, 0, 0) under D50: L 54.29, a 80.81, b 69.89, as 16-bit PCS values. */
    private static final int[] RED = {
        (int) (54.29 / 100 * 65535), (int) ((80.81 + 128) / 255 * 65535), (int) ((69.89 + 128) / 255 * 65535)
    };

    /** Two segments on two slices of 3 x 5: 15 bits a frame, so that every frame but the first begins within a byte. */
    private static DataSetBuilder binary() {
        DataSetBuilder seg = LayerFixtures.seg("BINARY", 1, 3, 5, 4)
                .items(Tag.SEGMENT_SEQUENCE, LayerFixtures.segment(1, "Lung", RED), LayerFixtures.segment(2, "Nodule"))
                .items(
                        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        LayerFixtures.frame(1, 0, "2.25.100"),
                        LayerFixtures.frame(1, 2, "2.25.101"),
                        LayerFixtures.frame(2, 0, "2.25.100"),
                        LayerFixtures.frame(2, 2, "2.25.101"));
        return seg.bytes(Tag.PIXEL_DATA, Vr.OB, LayerFixtures.packed(mask(0), mask(1), mask(2), mask(3)));
    }

    private static int[] mask(int frame) {
        int[] bits = new int[15];
        for (int i = 0; i < 15; i++) {
            bits[i] = set(frame, i) ? 1 : 0;
        }
        return bits;
    }

    private static boolean set(int frame, int i) {
        return (i * 7 + frame * 3) % 4 == 0;
    }

    @Test
    void frames_of_single_bits_that_begin_within_a_byte_fall_on_their_own_slice_in_their_own_colour() {
        LayerImage second = LayerFixtures.draw(binary(), LayerFixtures.axial("2.25.101", 3, 5, 1, 0, 0, 2));
        assertThat(second.width()).isEqualTo(5);
        int nodule = 0xFF000000 | Colours.distinct(1);
        for (int i = 0; i < 15; i++) {
            int expected = set(3, i) ? nodule : set(1, i) ? 0xFFFF0000 : 0;
            assertThat(near(second.argb()[i])).as("pixel " + i).isEqualTo(expected);
        }
    }

    /** Red by CIELab comes within rounding of red. */
    private static int near(int argb) {
        boolean red = argb >>> 24 == 255 && (argb >> 16 & 255) >= 253 && (argb >> 8 & 255) <= 3 && (argb & 255) <= 3;
        return red ? 0xFFFF0000 : argb;
    }

    @Test
    void the_legend_has_labels_and_colours() {
        LayerFacts facts = LayerFixtures.open(binary()).facts();
        assertThat(facts.kind()).isEqualTo(LayerFacts.Kind.SEGMENTATION);
        assertThat(facts.parts()).extracting(LayerFacts.Part::label).containsExactly("Lung", "Nodule");
        assertThat(facts.parts().get(1).color()).isEqualTo(Colours.hex(Colours.distinct(1)));
    }

    @Test
    void another_series_at_the_same_place_has_it_too_and_one_elsewhere_or_in_another_frame_of_reference_has_not() {
        LayerObject seg = LayerFixtures.open(binary());
        assertThat(seg.liesOver(LayerFixtures.axial("2.25.9", 3, 5, 1, 0, 0, 2)))
                .isTrue();
        assertThat(seg.liesOver(LayerFixtures.axial("2.25.9", 3, 5, 1, 0, 0, 2.9)))
                .isTrue();
        assertThat(seg.liesOver(LayerFixtures.axial("2.25.9", 3, 5, 1, 0, 0, 3.5)))
                .isFalse();
        assertThat(seg.liesOver(
                        LayerFixtures.plane("2.25.9", 3, 5, 1, new double[] {0, 0, 2}, LayerFixtures.AXIAL, "2.25.56")))
                .isFalse();
        assertThat(seg.liesOver(LayerFixtures.plane(
                        "2.25.9",
                        3,
                        5,
                        1,
                        new double[] {0, 0, 2},
                        new double[] {1, 0, 0, 0, 0, -1},
                        LayerFixtures.FOR)))
                .isFalse();
    }

    @Test
    void of_a_series_that_it_names_it_lies_over_the_named_images_alone() {
        DataSetBuilder seg = binary().items(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder()
                                .string(Tag.SERIES_INSTANCE_UID, LayerFixtures.SERIES)
                                .build());
        LayerObject layer = LayerFixtures.open(seg);
        assertThat(layer.liesOver(LayerFixtures.axial("2.25.101", 3, 5, 1, 0, 0, 2)))
                .isTrue();
        // A second time point at the same position.
        assertThat(layer.liesOver(LayerFixtures.axial("2.25.201", 3, 5, 1, 0, 0, 2)))
                .isFalse();
    }

    @Test
    void a_reference_does_not_outweigh_a_position_that_contradicts_it() {
        assertThat(LayerFixtures.open(binary()).liesOver(LayerFixtures.axial("2.25.101", 3, 5, 1, 0, 0, 40)))
                .isFalse();
    }

    @Test
    void onto_a_grid_of_half_the_spacing_that_begins_elsewhere_each_pixel_takes_the_nearest() {
        FramePlane fine = LayerFixtures.axial("2.25.9", 8, 8, 0.5, 0.25, -0.5, 0);
        LayerImage image = LayerFixtures.draw(binary(), fine);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                int column = (int) Math.floor(0.25 + 0.5 * x + 0.5);
                int row = (int) Math.floor(-0.5 + 0.5 * y + 0.5);
                boolean inside = column >= 0 && column < 5 && row >= 0 && row < 3;
                boolean marked = inside && (set(0, row * 5 + column) || set(2, row * 5 + column));
                assertThat(image.argb()[y * 8 + x] != 0).as(x + " " + y).isEqualTo(marked);
            }
        }
    }

    @Test
    void a_fraction_is_the_alpha_of_its_pixel() {
        DataSetBuilder seg = LayerFixtures.seg("FRACTIONAL", 8, 1, 4, 1)
                .integer(LayerTag.MAXIMUM_FRACTIONAL_VALUE, 200)
                .items(Tag.SEGMENT_SEQUENCE, LayerFixtures.segment(1, "Tumour"))
                .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, LayerFixtures.frame(1, 0, "2.25.100"))
                .bytes(Tag.PIXEL_DATA, Vr.OB, new byte[] {0, 50, 100, (byte) 200});
        LayerImage image = LayerFixtures.draw(seg, LayerFixtures.axial("2.25.100", 1, 4, 1, 0, 0, 0));
        assertThat(Arrays.stream(image.argb()).map(pixel -> pixel >>> 24)).containsExactly(0, 64, 128, 255);
    }

    @Test
    void a_label_map_shows_each_number_in_its_segments_colour_and_no_background() {
        DataSetBuilder seg = LayerFixtures.seg("LABELMAP", 8, 1, 4, 1)
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.66.7")
                .items(
                        Tag.SEGMENT_SEQUENCE,
                        LayerFixtures.segment(0, "Background"),
                        LayerFixtures.segment(1, "Liver"),
                        LayerFixtures.segment(7, "Spleen"))
                .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, LayerFixtures.frame(0, 0, ""))
                .bytes(Tag.PIXEL_DATA, Vr.OB, new byte[] {0, 1, 7, 0});
        LayerImage image = LayerFixtures.draw(seg, LayerFixtures.axial("2.25.100", 1, 4, 1, 0, 0, 0));
        assertThat(image.argb())
                .containsExactly(0, 0xFF000000 | Colours.distinct(1), 0xFF000000 | Colours.distinct(2), 0);
        assertThat(LayerFixtures.open(seg).facts().parts())
                .extracting(LayerFacts.Part::label)
                .containsExactly("Liver", "Spleen");
    }

    @Test
    void without_geometry_it_lies_on_the_image_that_it_names_when_both_are_equally_large() {
        DataSetBuilder seg = binary().remove(Tag.FRAME_OF_REFERENCE_UID).remove(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
        LayerObject layer = LayerFixtures.open(seg);
        assertThat(layer.liesOver(LayerFixtures.axial("2.25.101", 3, 5, 1, 0, 0, 2)))
                .isTrue();
        assertThat(layer.liesOver(LayerFixtures.axial("2.25.101", 6, 10, 1, 0, 0, 2)))
                .isFalse();
        assertThat(layer.liesOver(LayerFixtures.axial("2.25.9", 3, 5, 1, 0, 0, 2)))
                .isFalse();
    }
}
