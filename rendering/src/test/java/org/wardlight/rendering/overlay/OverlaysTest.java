// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.pixel.FrameLayouts;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeaders;

/** PS3.3 C.9.2, C.9.3; B15, B16: short and multi-frame overlay data, overlays without an image. */
class OverlaysTest {
    @Test
    void data_one_byte_short_is_drawn_as_far_as_it_goes() throws IOException {
        byte[] bits = new byte[(567 * 652 + 7) / 8 - 1];
        java.util.Arrays.fill(bits, (byte) 0xFF);
        DicomObject object = PixelFixtures.object(plane(PixelFixtures.grey(567, 652, 12), 0, 567, 652, 1, 1, bits));
        OverlayMask mask = draw(object, 1);
        assertThat(mask.count()).isEqualTo(8 * bits.length);
        assertThat(mask.at(0, 0)).isTrue();
        assertThat(mask.at(566, 651)).isFalse();
    }

    @Test
    void a_plane_lies_where_its_origin_says_and_is_cut_at_the_edges_of_the_image() throws IOException {
        byte[] all = {(byte) 0xFF, (byte) 0xFF};
        assertThat(cells(draw(image(plane(PixelFixtures.grey(4, 4, 8), 0, 3, 3, 3, 3, all)), 1)))
                .isEqualTo("....\n....\n..##\n..##\n");
        assertThat(cells(draw(image(plane(PixelFixtures.grey(4, 4, 8), 0, 3, 3, -1, 0, all)), 1)))
                .isEqualTo("##..\n....\n....\n....\n");
        assertThat(cells(draw(image(plane(PixelFixtures.grey(4, 4, 8), 0, 65535, 65535, -32768, 32767, all)), 1)))
                .isEqualTo("....\n....\n....\n....\n");
    }

    @Test
    void all_sixteen_groups_are_drawn() throws IOException {
        DataSetBuilder builder = PixelFixtures.grey(4, 4, 8);
        for (int i = 0; i < 16; i++) {
            plane(builder, i, 1, 1, i / 4 + 1, i % 4 + 1, new byte[] {1, 0});
        }
        assertThat(draw(image(builder), 1).count()).isEqualTo(16);
    }

    @Test
    void a_multi_frame_plane_lies_over_its_own_frames_only() throws IOException {
        DataSetBuilder builder = plane(
                        PixelFixtures.grey(1, 4, 8).integer(Tag.NUMBER_OF_FRAMES, 4), 0, 1, 4, 1, 1, new byte[] {0x21, 0
                        })
                .integer(Tag.NUMBER_OF_FRAMES_IN_OVERLAY, 2)
                .integer(Tag.IMAGE_FRAME_ORIGIN, 2);
        DicomObject object = image(builder);
        assertThat(cells(draw(object, 1))).isEqualTo("....\n");
        assertThat(cells(draw(object, 2))).isEqualTo("#...\n");
        assertThat(cells(draw(object, 3))).isEqualTo(".#..\n");
        assertThat(cells(draw(object, 4))).isEqualTo("....\n");
        ImageHeader header = ImageHeaders.of(object);
        assertThat(header.frames())
                .extracting(place -> header.kinds().get(place.kind()).overlay())
                .containsExactly(false, true, true, false);
    }

    @Test
    void a_plane_in_the_high_bits_is_drawn_and_is_no_part_of_the_values() throws IOException {
        DataSetBuilder builder = PixelFixtures.grey(1, 2, 12)
                .integer(Tag.OVERLAY_ROWS, 1)
                .integer(Tag.OVERLAY_COLUMNS, 2)
                .integer(Tag.OVERLAY_BITS_ALLOCATED, 16)
                .integer(Tag.OVERLAY_BIT_POSITION, 13)
                .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {7, 0x20, 9, 0});
        DicomObject object = PixelFixtures.object(builder);
        assertThat(cells(draw(object, 1))).isEqualTo("#.\n");
        assertThat(PixelFixtures.values(PixelFixtures.decode(object, 1))).containsExactly(7, 9);
    }

    @Test
    void an_object_of_overlays_alone_is_a_blank_frame_with_its_layer() throws IOException {
        DataSetBuilder builder = plane(
                org.wardlight.rendering.dicom.DataSet.builder()
                        .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
                        .string(Tag.SOP_INSTANCE_UID, "2.25.1"),
                0,
                2,
                3,
                1,
                1,
                new byte[] {0x3F, 0});
        DicomObject object = PixelFixtures.written(builder.build());
        ImageHeader header = ImageHeaders.of(object);
        assertThat(header.kinds().get(0).rows()).isEqualTo(2);
        assertThat(header.kinds().get(0).overlay()).isTrue();
        assertThat(PixelFixtures.values(PixelFixtures.decode(object, 1))).containsOnly(0);
        assertThat(draw(object, 1).count()).isEqualTo(6);
    }

    @Test
    void thin_lines_stay_in_a_smaller_picture() throws IOException {
        DicomObject object = image(plane(PixelFixtures.grey(8, 8, 8), 0, 1, 1, 6, 6, new byte[] {1, 0}));
        assertThat(cells(draw(object, 1).within(2, 2))).isEqualTo("..\n.#\n");
    }

    private static DicomObject image(DataSetBuilder builder) {
        return PixelFixtures.object(builder);
    }

    private static DataSetBuilder plane(
            DataSetBuilder builder, int index, int rows, int columns, int top, int left, byte[] bits) {
        int shift = index << 17;
        return builder.integer(Tag.OVERLAY_ROWS + shift, rows)
                .integer(Tag.OVERLAY_COLUMNS + shift, columns)
                .string(Tag.OVERLAY_TYPE + shift, "G")
                .integer(Tag.OVERLAY_ORIGIN + shift, top, left)
                .integer(Tag.OVERLAY_BITS_ALLOCATED + shift, 1)
                .integer(Tag.OVERLAY_BIT_POSITION + shift, 0)
                .bytes(Tag.OVERLAY_DATA + shift, Vr.OW, bits);
    }

    private static OverlayMask draw(DicomObject object, int frame) throws IOException {
        return Overlays.draw(object, object.source(), FrameLayouts.of(object), frame, Limits.STANDARD);
    }

    private static String cells(OverlayMask mask) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < mask.rows(); row++) {
            for (int column = 0; column < mask.columns(); column++) {
                text.append(mask.at(row, column) ? '#' : '.');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
