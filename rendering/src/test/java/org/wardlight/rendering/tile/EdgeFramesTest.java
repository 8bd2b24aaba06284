// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.rendering.PixelFixtures.decode;
import static org.wardlight.rendering.PixelFixtures.image;
import static org.wardlight.rendering.PixelFixtures.object;
import static org.wardlight.rendering.PixelFixtures.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.LosslessJpegWriter;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;

/** A matrix of 6 rows and 7 columns in tiles of 4 x 4, whose scanner cut the tiles at its edge. */
class EdgeFramesTest {
    private static byte[] tile(int rows, int columns, int samples, int value) {
        int[] all = new int[rows * columns * samples];
        java.util.Arrays.fill(all, value);
        return LosslessJpegWriter.encode(all, rows, columns, samples, 8, 1, true);
    }

    private static DataSetBuilder slide(int samples, String photometric) {
        return image(4, 4, 8, 8, photometric, samples)
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.77.1.6")
                .integer(Tag.TOTAL_PIXEL_MATRIX_ROWS, 6)
                .integer(Tag.TOTAL_PIXEL_MATRIX_COLUMNS, 7)
                .integer(Tag.NUMBER_OF_FRAMES, 4);
    }

    private static DicomObject written(DataSetBuilder slide, byte[]... tiles) {
        return object(slide.frames(List.of(tiles)), TransferSyntax.JPEG_LOSSLESS_SV1);
    }

    @Test
    void a_cut_tile_is_filled_up_beside_what_it_has() {
        DicomObject object = written(
                slide(1, "MONOCHROME2"), tile(4, 4, 1, 9), tile(4, 3, 1, 8), tile(2, 4, 1, 7), tile(2, 3, 1, 6));
        assertThat(values(decode(object, 1))).hasSize(16).containsOnly(9);
        assertThat(values(decode(object, 2))).containsExactly(8, 8, 8, 0, 8, 8, 8, 0, 8, 8, 8, 0, 8, 8, 8, 0);
        assertThat(values(decode(object, 4))).containsExactly(6, 6, 6, 0, 6, 6, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void colour_is_filled_up_with_white() {
        DicomObject object =
                written(slide(3, "RGB"), tile(4, 4, 3, 9), tile(4, 3, 3, 8), tile(2, 4, 3, 7), tile(2, 3, 3, 6));
        assertThat(values(decode(object, 3)))
                .startsWith(7, 7, 7)
                .endsWith(255, 255, 255)
                .hasSize(48);
    }

    @Test
    void a_tile_that_says_where_it_lies_is_cut_there() {
        DataSet corner = DataSet.builder()
                .items(
                        Tag.PLANE_POSITION_SLIDE_SEQUENCE,
                        DataSet.builder()
                                .integer(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 5)
                                .integer(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 5)
                                .build())
                .build();
        DicomObject object = written(
                slide(1, "MONOCHROME2")
                        .integer(Tag.NUMBER_OF_FRAMES, 1)
                        .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, corner),
                tile(2, 3, 1, 6));
        assertThat(values(decode(object, 1))).startsWith(6, 6, 6, 0);
    }

    @Test
    void any_other_size_is_a_fault() {
        DicomObject object = written(
                slide(1, "MONOCHROME2"), tile(3, 4, 1, 9), tile(4, 2, 1, 8), tile(2, 4, 1, 7), tile(2, 3, 1, 6));
        for (int frame = 1; frame <= 2; frame++) {
            int at = frame;
            assertThatThrownBy(() -> decode(object, at))
                    .isInstanceOf(MalformedDicom.class)
                    .hasMessageContaining("the header 4");
        }
    }
}
