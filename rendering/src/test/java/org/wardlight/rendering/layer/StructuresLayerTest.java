// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;

/** A21: contours on the images that they were drawn on, else within half a slice (PS3.3 A.19, C.8.8.6). */
class StructuresLayerTest {
    /** One region: a square of 8 mm with a hole of 4 mm around (16, 16), on the plane z = 0. */
    private static DataSetBuilder structures(DataSet... contours) {
        return DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.3")
                .string(Tag.SOP_INSTANCE_UID, "2.25.1")
                .string(LayerTag.STRUCTURE_SET_LABEL, "PLAN")
                .integer(Tag.ROWS, 1)
                .integer(Tag.COLUMNS, 1)
                .items(
                        Tag.STRUCTURE_SET_ROI_SEQUENCE,
                        DataSet.builder()
                                .integer(LayerTag.ROI_NUMBER, 3)
                                .string(LayerTag.ROI_NAME, "GTV")
                                .string(LayerTag.REFERENCED_FRAME_OF_REFERENCE_UID, LayerFixtures.FOR)
                                .build())
                .items(
                        LayerTag.ROI_CONTOUR_SEQUENCE,
                        DataSet.builder()
                                .integer(LayerTag.REFERENCED_ROI_NUMBER, 3)
                                .integer(LayerTag.ROI_DISPLAY_COLOR, 0, 255, 0)
                                .items(LayerTag.CONTOUR_SEQUENCE, contours)
                                .build());
    }

    private static DataSet square(String type, double half, double z, String source) {
        double a = 16 - half;
        double b = 16 + half;
        DataSetBuilder contour = DataSet.builder()
                .string(LayerTag.CONTOUR_GEOMETRIC_TYPE, type)
                .decimal(LayerTag.CONTOUR_DATA, a, a, z, b, a, z, b, b, z, a, b, z);
        if (!source.isEmpty()) {
            contour.items(
                    LayerTag.CONTOUR_IMAGE_SEQUENCE,
                    DataSet.builder()
                            .string(Tag.REFERENCED_SOP_INSTANCE_UID, source)
                            .build());
        }
        return contour.build();
    }

    private static FramePlane slice(String instance, double z) {
        return LayerFixtures.axial(instance, 32, 32, 1, 0, 0, z);
    }

    /** Four pixels of the picture are one of the frame; the alpha at the centre of a frame's pixel. */
    private static int alpha(LayerImage image, int column, int row) {
        return image.argb()[(4 * row + 2) * image.width() + 4 * column + 2] >>> 24;
    }

    @Test
    void a_line_is_opaque_in_the_regions_colour_its_inside_is_tinted_and_a_contour_inside_is_a_hole() {
        LayerImage image = LayerFixtures.draw(
                structures(square("CLOSED_PLANAR", 8, 0, ""), square("CLOSEDPLANAR_XOR", 4, 0, "")),
                slice("2.25.5", 0));
        assertThat(image.width()).isEqualTo(128);
        // The centre of pixel 8 is at 8 mm: there the outer line runs.
        assertThat(image.argb()[(4 * 16 + 2) * 128 + 4 * 8 + 2]).isEqualTo(0xFF00FF00);
        assertThat(alpha(image, 10, 16)).isBetween(30, 60);
        assertThat(alpha(image, 16, 16)).isZero();
        assertThat(alpha(image, 4, 16)).isZero();
    }

    @Test
    void it_lies_on_the_slice_that_it_names_or_else_within_half_a_slice() {
        LayerObject named = LayerFixtures.open(structures(square("CLOSED_PLANAR", 8, 0, "2.25.5")));
        assertThat(named.liesOver(slice("2.25.5", 0))).isTrue();
        LayerObject placed = LayerFixtures.open(structures(square("CLOSED_PLANAR", 8, 0, "")));
        assertThat(placed.liesOver(slice("2.25.6", 0.9))).isTrue();
        assertThat(placed.liesOver(slice("2.25.6", 1.1))).isFalse();
        assertThat(placed.liesOver(LayerFixtures.plane(
                        "2.25.6", 32, 32, 1, new double[] {0, 0, 0}, LayerFixtures.AXIAL, "2.25.56")))
                .isFalse();
    }

    @Test
    void points_and_open_lines_enclose_nothing() {
        DataSet point = DataSet.builder()
                .string(LayerTag.CONTOUR_GEOMETRIC_TYPE, "POINT")
                .decimal(LayerTag.CONTOUR_DATA, 4, 4, 0)
                .build();
        LayerImage image = LayerFixtures.draw(structures(point, square("OPEN_PLANAR", 8, 0, "")), slice("2.25.5", 0));
        assertThat(alpha(image, 4, 4)).isEqualTo(255);
        assertThat(alpha(image, 16, 16)).isZero();
        assertThat(alpha(image, 16, 8)).isEqualTo(255);
        assertThat(alpha(image, 8, 16)).isZero();
    }

    @Test
    void the_legend_has_names_and_display_colours() {
        LayerFacts facts = LayerFixtures.open(structures(square("CLOSED_PLANAR", 8, 0, "")))
                .facts();
        assertThat(facts.label()).isEqualTo("PLAN");
        assertThat(facts.parts()).containsExactly(new LayerFacts.Part(3, "GTV", "#00ff00"));
    }
}
