// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.rendering.PixelFixtures.decode;
import static org.wardlight.rendering.PixelFixtures.grey;
import static org.wardlight.rendering.PixelFixtures.object;

import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

/** Tables with fewer entries than their descriptors state (decisions/0060). */
class ShortTablesTest {
    /** Entries of 16 bits that fall from 4095 in steps of 1000. */
    private static DataSet table(int stated, int present) {
        byte[] words = new byte[2 * present];
        for (int i = 0; i < present; i++) {
            int value = Math.max(0, 4095 - 1000 * i);
            words[2 * i] = (byte) value;
            words[2 * i + 1] = (byte) (value >> 8);
        }
        return DataSet.builder()
                .integer(Tag.LUT_DESCRIPTOR, stated, 0, 12)
                .bytes(Tag.LUT_DATA, Vr.OW, words)
                .build();
    }

    /** Values 0 to 5. */
    private static DicomObject image(DataSetBuilder builder) {
        byte[] words = new byte[12];
        for (int i = 0; i < 6; i++) {
            words[2 * i] = (byte) i;
        }
        return object(builder.bytes(Tag.PIXEL_DATA, Vr.OW, words));
    }

    private static FrameKind kind(DicomObject object) {
        return ImageHeaders.of(object).kinds().get(0);
    }

    private static byte[] screen(DicomObject object) {
        return Screen.render(decode(object, 1), kind(object)).pixels();
    }

    @Test
    void a_voi_table_is_used_as_far_as_it_goes() {
        DicomObject object = image(grey(2, 3, 12).items(Tag.VOI_LUT_SEQUENCE, table(6, 4)));
        byte[] whole = screen(image(grey(2, 3, 12).items(Tag.VOI_LUT_SEQUENCE, table(4, 4))));
        assertThat(screen(object)).isEqualTo(whole);
        assertThat(screen(object)[4]).isEqualTo(screen(object)[3]);
        assertThat(kind(object).notices())
                .containsExactly("a VOI LUT has 4 of 6 entries: values beyond are shown as its last one");
    }

    @Test
    void words_of_a_short_table_are_not_taken_for_bytes() {
        DicomObject object = image(grey(2, 3, 12).items(Tag.VOI_LUT_SEQUENCE, table(6, 4)));
        // Eight bytes would do for six entries of one byte: 255, 15, 23, 12, …
        assertThat(screen(object)[0]).isEqualTo((byte) 255);
        assertThat(screen(object)[1]).isEqualTo((byte) Math.round(3095 / 4095.0 * 255));
    }

    @Test
    void a_modality_table_that_lacks_entries_is_not_used_and_nothing_is_windowed_by_what_it_would_have_given() {
        DicomObject object = image(grey(2, 3, 12)
                .items(Tag.MODALITY_LUT_SEQUENCE, table(6, 4))
                .items(Tag.VOI_LUT_SEQUENCE, table(6, 6))
                .string(Tag.RESCALE_TYPE, "OD")
                .decimal(Tag.WINDOW_CENTER, 2000)
                .decimal(Tag.WINDOW_WIDTH, 100));
        FrameKind kind = kind(object);
        assertThat(kind.windows()).isEmpty();
        assertThat(kind.luts()).isEmpty();
        assertThat(kind.unit()).isNull();
        assertThat(kind.notices()).singleElement().asString().contains("Modality LUT has 4 of 6 entries", "not used");
        assertThat(screen(object)).containsExactly(0, 51, 102, (byte) 153, (byte) 204, (byte) 255);
    }

    @Test
    void a_table_without_any_entry_is_none() {
        DicomObject object = image(grey(2, 3, 12).items(Tag.VOI_LUT_SEQUENCE, table(6, 0)));
        assertThat(screen(object)).containsExactly(0, 51, 102, (byte) 153, (byte) 204, (byte) 255);
    }
}
