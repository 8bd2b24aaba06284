// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.codec.Lookups;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

/** Rows of the case list: A07 and A09 (descriptors: first and third value unsigned, scaled by the third), A05 (VOI LUT). */
class LookupTablesTest {
    private static FrameLayout indices(boolean signed) {
        return new FrameLayout(1, 1, 1, 16, 16, 15, signed, Photometric.PALETTE_COLOR, false);
    }

    private static byte[] words(int count, int step) {
        byte[] bytes = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            bytes[2 * i] = (byte) (i * step);
            bytes[2 * i + 1] = (byte) (i * step >> 8);
        }
        return bytes;
    }

    private static DataSet palette(byte[] data, int... descriptor) {
        DataSetBuilder builder = DataSet.builder();
        for (int colour = 0; colour < 3; colour++) {
            builder.integer(Tag.RED_PALETTE_DESCRIPTOR + colour, descriptor)
                    .bytes(Tag.RED_PALETTE_DATA + colour, Vr.OW, data.clone());
        }
        return builder.build();
    }

    private static LookupTable red(DataSet data, boolean signed) {
        Lookups.@Nullable Palette palette =
                LookupTables.of(data, indices(signed), 0).palette();
        if (palette == null) {
            throw new AssertionError("no palette");
        }
        return palette.red();
    }

    @Test
    void an_entry_count_of_zero_means_65536() {
        assertThat(red(palette(words(65536, 1), 0, 0, 16), false).entries()).hasSize(65536);
    }

    @Test
    void eight_bit_entries_may_be_packed_two_to_a_word() {
        LookupTable table = red(palette(new byte[] {1, 2, 3, 4}, 4, 0, 8), false);
        assertThat(table.entries()).containsExactly((char) 1, (char) 2, (char) 3, (char) 4);
        assertThat(table.bits()).isEqualTo(8);
    }

    @Test
    void entries_that_are_wider_than_the_descriptor_says_count_in_full() {
        LookupTable table = red(palette(new byte[] {0, 1, 0, 2, 0, (byte) 0xFF}, 3, 0, 8), false);
        assertThat(table.bits()).isEqualTo(16);
        assertThat(table.get(2)).isEqualTo(0xFF00);
    }

    @Test
    void a_table_said_to_have_16_bits_that_never_passes_255_has_eight() {
        assertThat(red(palette(words(256, 1), 256, 0, 16), false).bits()).isEqualTo(8);
    }

    @Test
    void only_the_second_value_of_a_descriptor_may_be_negative() {
        DataSet data = palette(words(40000, 1), (short) 40000, -128, 16);
        LookupTable table = red(data, true);
        assertThat(table.first()).isEqualTo(-128);
        assertThat(table.entries()).hasSize(40000);
    }

    @Test
    void too_little_data_is_malformed() {
        assertThatThrownBy(() -> red(palette(new byte[100], 256, 0, 16), false))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("100 bytes for 256 entries");
        assertThatThrownBy(() -> red(DataSet.EMPTY, false)).hasMessageContaining("(0028,1101)");
    }

    @Test
    void a_voi_table_is_scaled_by_its_third_value_not_by_eight() {
        DataSet item = DataSet.builder()
                .integer(Tag.LUT_DESCRIPTOR, Vr.SS, 3, 736, 16)
                .bytes(Tag.LUT_DATA, Vr.OW, new byte[] {0, 0, 0, 64, 0, (byte) 128})
                .build();
        DataSet data = DataSet.builder().items(Tag.VOI_LUT_SEQUENCE, item).build();
        LookupTable table =
                LookupTables.of(data, FrameLayout.grey(1, 1, 16, 12, false), 0).voi();
        assertThat(table).isNotNull().satisfies(voi -> {
            assertThat(voi.first()).isEqualTo(736);
            assertThat(voi.bits()).isEqualTo(16);
            assertThat(voi.get(10_000)).isEqualTo(0x8000);
        });
    }

    @Test
    void an_empty_sequence_item_changes_nothing() {
        DataSet data = DataSet.builder()
                .items(Tag.MODALITY_LUT_SEQUENCE, DataSet.EMPTY)
                .items(Tag.VOI_LUT_SEQUENCE, DataSet.EMPTY)
                .build();
        assertThat(LookupTables.of(data, FrameLayout.grey(1, 1, 16, 12, false), 0))
                .isEqualTo(Lookups.NONE);
    }

    @Test
    void a_segmented_palette_has_discrete_linear_and_repeated_parts() {
        char[] words = {0, 2, 10, 20, 1, 4, 60, 2, 1, 0, 0};
        char[] expected = {10, 20, 30, 40, 50, 60, 10, 20};
        assertThat(SegmentedPalette.expand(words, 8, "(0028,1221)")).containsExactly(expected);
    }

    @Test
    void a_segmented_palette_that_leads_to_itself_is_malformed() {
        char[] words = {0, 1, 5, 2, 65535, 3, 0};
        assertThatThrownBy(() -> SegmentedPalette.expand(words, 256, "(0028,1221)"))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("indirect");
    }

    @Test
    void an_input_outside_of_the_table_takes_its_first_or_last_entry() {
        LookupTable table = new LookupTable(-100, 16, new char[] {7, 8, 40_000});
        assertThat(new int[] {table.get(-32768), table.get(-101), table.get(-100), table.get(-98), table.get(65535)})
                .containsExactly(7, 7, 7, 40_000, 40_000);
    }
}
