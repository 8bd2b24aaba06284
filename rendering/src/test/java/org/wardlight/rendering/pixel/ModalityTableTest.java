// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

/** PS3.3 C.7.5.1.1.2, C.11.1: padding does not go through the Modality LUT. */
class ModalityTableTest {
    @Test
    void padding_is_no_part_of_the_automatic_window_and_is_black() {
        // Stored 3 is padding; the table would make it the brightest of all.
        ScreenImage screen = screen(image(new byte[] {0, 1, 2, 3}, 10, 20, 30, 200));
        assertThat(screen.pixels()).containsExactly(0, 128, 255, 0);
    }

    @Test
    void padding_is_told_from_a_value_that_the_table_gives_the_same_output() {
        DicomObject object = image(new byte[] {0, 1, 2, 3}, 0, 10, 20, 20);
        FrameKind kind = kind(object);
        StoredFrame values = ModalityTable.apply(PixelFixtures.decode(object, 1));
        assertThat(kind.padding()).isEqualTo(new FrameKind.Padding(1, 1));
        assertThat(PixelFixtures.values(values)).containsExactly(0, 10, 20, 1);
    }

    @Test
    void a_table_that_uses_all_its_outputs_gets_one_bit_more_for_padding() {
        byte[] entries = new byte[256];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (byte) i;
        }
        DicomObject object = image(
                PixelFixtures.image(1, 4, 16, 10, "MONOCHROME2", 1),
                new byte[] {0, 0, 1, 0, (byte) 255, 0, 44, 1},
                300,
                entries);
        FrameKind kind = kind(object);
        assertThat(kind.bitsStored()).isEqualTo(9);
        assertThat(kind.format()).isEqualTo(FrameKind.Format.GREY16);
        assertThat(PixelFixtures.values(ModalityTable.apply(PixelFixtures.decode(object, 1))))
                .containsExactly(0, 1, 255, 256);
        assertThat(screen(object).pixels()).containsExactly(0, 1, 255, 0);
    }

    private static DicomObject image(byte[] pixels, int... entries) {
        byte[] table = new byte[entries.length];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) entries[i];
        }
        return image(PixelFixtures.image(1, 4, 8, 8, "MONOCHROME2", 1), pixels, 3, table);
    }

    private static DicomObject image(DataSetBuilder header, byte[] pixels, int padding, byte[] entries) {
        DataSet table = DataSet.builder()
                .integer(Tag.LUT_DESCRIPTOR, entries.length, 0, 8)
                .bytes(Tag.LUT_DATA, Vr.OW, entries)
                .build();
        return PixelFixtures.object(header.integer(Tag.PIXEL_PADDING_VALUE, padding)
                .items(Tag.MODALITY_LUT_SEQUENCE, table)
                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels));
    }

    private static FrameKind kind(DicomObject object) {
        return ImageHeaders.of(object).kinds().get(0);
    }

    private static ScreenImage screen(DicomObject object) {
        return Screen.render(PixelFixtures.decode(object, 1), kind(object));
    }
}
