// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;

/** A22, D15: dose in Gy by Dose Grid Scaling, interpolated, in its own frame of reference only (PS3.3 A.18, C.8.8.3). */
class DoseLayerTest {
    private static final int ROWS = 4;
    private static final int COLUMNS = 5;
    private static final double SCALING = 0.01;

    /** Linear in the patient's x, y and z, so that trilinear interpolation gives it back everywhere. */
    private static int stored(double x, double y, double z) {
        return (int) Math.round(1000 + 40 * x + 70 * y + 110 * z);
    }

    /** 5 x 4 points 2 mm apart from (0, 0, 10), planes 3 mm apart. */
    private static DataSetBuilder dose(double... offsets) {
        int planes = offsets.length;
        double first = Math.abs(offsets[0]) < 1e-9 ? 0 : offsets[0];
        int[] values = new int[planes * ROWS * COLUMNS];
        for (int k = 0, at = 0; k < planes; k++) {
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++, at++) {
                    values[at] = stored(2 * column, 2 * row, offsets[k] - first);
                }
            }
        }
        return LayerFixtures.pixels(
                PixelFixtures.image(ROWS, COLUMNS, 16, 16, "MONOCHROME2", 1)
                        .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.2")
                        .string(Tag.FRAME_OF_REFERENCE_UID, LayerFixtures.FOR)
                        .string(LayerTag.DOSE_UNITS, "GY")
                        .string(LayerTag.DOSE_TYPE, "PHYSICAL")
                        .string(LayerTag.DOSE_SUMMATION_TYPE, "PLAN")
                        .decimal(LayerTag.DOSE_GRID_SCALING, SCALING)
                        .decimal(LayerTag.GRID_FRAME_OFFSET_VECTOR, offsets)
                        .decimal(Tag.IMAGE_POSITION_PATIENT, 0, 0, 10)
                        .decimal(Tag.IMAGE_ORIENTATION_PATIENT, LayerFixtures.AXIAL)
                        .decimal(Tag.PIXEL_SPACING, 2, 2)
                        .integer(Tag.NUMBER_OF_FRAMES, planes),
                LayerFixtures.words(values));
    }

    private static double[] doses(DataSetBuilder builder, FramePlane plane) throws IOException {
        DicomObject object = PixelFixtures.object(builder);
        return DoseLayer.open(object, object.source(), Limits.STANDARD)
                .doses(Raster.of(plane, 1024), object.source(), Limits.STANDARD);
    }

    @Test
    void between_the_points_it_is_interpolated_along_all_three_axes() throws IOException {
        FramePlane plane = LayerFixtures.axial("2.25.1", 7, 9, 0.75, 0.5, 0.25, 14.5);
        double[] dose = doses(dose(0, 3, 6), plane);
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 9; column++) {
                double expected =
                        SCALING * (1000 + 40 * (0.5 + 0.75 * column) + 70 * (0.25 + 0.75 * row) + 110 * (14.5 - 10));
                assertThat(dose[row * 9 + column]).as(column + " " + row).isCloseTo(expected, within(1e-9));
            }
        }
    }

    @Test
    void offsets_that_are_positions_mean_the_same_as_offsets_from_the_first_plane() throws IOException {
        FramePlane plane = LayerFixtures.axial("2.25.1", 3, 4, 2, 0, 0, 13.5);
        assertThat(doses(dose(10, 13, 16), plane)).containsExactly(doses(dose(0, 3, 6), plane));
    }

    @Test
    void planes_that_go_down_and_planes_that_are_not_evenly_spaced_are_where_they_say() throws IOException {
        double[] down = doses(dose(0, -3, -7), LayerFixtures.axial("2.25.1", 1, 1, 1, 2, 2, 5));
        assertThat(down[0]).isCloseTo(SCALING * (1000 + 80 + 140 - 550), within(1e-9));
    }

    @Test
    void a_sagittal_image_cuts_through_all_planes() throws IOException {
        FramePlane sagittal = LayerFixtures.plane(
                "2.25.1", 6, 6, 1, new double[] {3, 0, 15}, new double[] {0, 1, 0, 0, 0, -1}, LayerFixtures.FOR);
        double[] dose = doses(dose(0, 3, 6), sagittal);
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 6; column++) {
                double expected = SCALING * (1000 + 120 + 70 * column + 110 * (5 - row));
                assertThat(dose[row * 6 + column]).isCloseTo(expected, within(1e-9));
            }
        }
    }

    @Test
    void outside_of_the_grid_and_in_another_frame_of_reference_nothing_is_drawn() throws IOException {
        LayerObject layer = LayerFixtures.open(dose(0, 3, 6));
        assertThat(layer.liesOver(LayerFixtures.axial("2.25.1", 7, 9, 1, 0, 0, 16)))
                .isTrue();
        assertThat(layer.liesOver(LayerFixtures.axial("2.25.1", 7, 9, 1, 0, 0, 16.5)))
                .isFalse();
        assertThat(layer.liesOver(LayerFixtures.axial("2.25.1", 7, 9, 1, 100, 0, 12)))
                .isFalse();
        FramePlane foreign =
                LayerFixtures.plane("2.25.1", 7, 9, 1, new double[] {0, 0, 12}, LayerFixtures.AXIAL, "2.25.56");
        assertThat(layer.liesOver(foreign)).isFalse();
        assertThatThrownBy(() -> LayerFixtures.draw(dose(0, 3, 6), foreign)).isInstanceOf(Unsupported.class);
        double[] wide = doses(dose(0, 3, 6), LayerFixtures.axial("2.25.1", 1, 3, 10, -1, 0, 12));
        assertThat(wide[0]).isZero();
        assertThat(wide[1]).isZero();
    }

    @Test
    void the_legend_names_gray_and_percent_of_the_highest_dose_and_colours_follow_it() {
        double highest = SCALING * stored(8, 6, 6);
        LayerFacts facts = LayerFixtures.open(dose(0, 3, 6)).facts();
        assertThat(facts.unit()).isEqualTo("Gy");
        assertThat(facts.label()).isEqualTo("Dose (physical plan), highest 24.0 Gy");
        assertThat(facts.parts().get(4).label())
                .isEqualTo(String.format(java.util.Locale.ROOT, "from 50 %%, %.1f Gy", highest / 2));
        LayerImage image = LayerFixtures.draw(dose(0, 3, 6), LayerFixtures.axial("2.25.1", 4, 5, 2, 0, 0, 16));
        // 16.6 Gy at the first point of 24.0 Gy: 69 percent, so the band from 50.
        assertThat(Colours.hex(image.argb()[0])).isEqualTo(facts.parts().get(4).color());
        assertThat(Colours.hex(image.argb()[19])).isEqualTo(facts.parts().get(0).color());
    }

    @Test
    void offsets_that_cannot_be_understood_are_refused() {
        assertThatThrownBy(() -> LayerFixtures.open(dose(5, 8))).isInstanceOf(Unsupported.class);
        assertThatThrownBy(() -> LayerFixtures.open(dose(0, 3, 1))).isInstanceOf(MalformedDicom.class);
        assertThatThrownBy(() -> LayerFixtures.open(dose(0, 3).integer(Tag.NUMBER_OF_FRAMES, 3)))
                .isInstanceOf(MalformedDicom.class);
        assertThatThrownBy(() -> LayerFixtures.open(dose(0, 3).remove(LayerTag.DOSE_GRID_SCALING)))
                .isInstanceOf(Unsupported.class);
    }
}
