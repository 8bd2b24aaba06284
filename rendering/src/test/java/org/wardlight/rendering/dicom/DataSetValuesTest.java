// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values asked of a data set: what is absent, blank or unreadable is empty, and nothing takes another value's place. */
class DataSetValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0.5\\", "0.5 ", " 0.5\0", "+.5", "5e-1", "0.5\\  "})
    void one_spacing_is_read_with_blanks_and_nuls_around_it(String text) throws IOException {
        assertThat(decimals(text)).containsExactly(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc\\1", "1\\abc", "NaN\\1", "1\\1e9999999", "0x10\\1", "1\\\\2", "", " ", "1,5\\1", "1f"})
    void a_list_with_one_unreadable_number_is_empty(String text) throws IOException {
        assertThat(decimals(text)).isEmpty();
    }

    @Test
    void the_first_number_counts_even_when_a_later_one_is_unreadable() throws IOException {
        assertThat(read(Tag.WINDOW_CENTER, "DS", "40\\abc").decimal(Tag.WINDOW_CENTER))
                .hasValue(40);
    }

    @ParameterizedTest
    @CsvSource({
        "1A, false",
        "12345678901234567890, false",
        "2147483648, false",
        "' 7 ', true",
        "7.0, true",
        "7.5, false"
    })
    void a_whole_number_is_in_range_or_empty(String text, boolean readable) throws IOException {
        assertThat(read(Tag.NUMBER_OF_FRAMES, "IS", text)
                        .integer(Tag.NUMBER_OF_FRAMES)
                        .isPresent())
                .isEqualTo(readable);
    }

    @Test
    void unsigned_and_signed_words_differ() {
        DataSet data = DataSet.builder()
                .integer(Tag.ROWS, 62720)
                .integer(Tag.PIXEL_PADDING_VALUE, -2000)
                .integer(Tag.LUT_DESCRIPTOR, 62720, -2, 16)
                .bytes(Tag.LUT_DATA, Vr.OW, new byte[] {(byte) 0xFF, (byte) 0xFF, 1, 0})
                .build();

        assertThat(data.integer(Tag.ROWS)).hasValue(62720);
        assertThat(data.integer(Tag.PIXEL_PADDING_VALUE)).hasValue(-2000);
        assertThat(data.integers(Tag.LUT_DESCRIPTOR)).containsExactly((short) 62720, -2, 16);
        assertThat(data.integers(Tag.LUT_DATA)).containsExactly(65535, 1);
    }

    @Test
    void padding_values_in_implicit_vr_are_signed_by_pixel_representation() throws IOException {
        for (int signed : new int[] {0, 1}) {
            byte[] file = RawBytes.create()
                    .implicit(Tag.MODALITY, "CT")
                    .implicit(Tag.PIXEL_REPRESENTATION, 2)
                    .u16(signed)
                    .implicit(Tag.PIXEL_PADDING_VALUE, 2)
                    .u16(0xF830)
                    .toFile(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);

            assertThat(DicomFixtures.read(file).data().integer(Tag.PIXEL_PADDING_VALUE))
                    .hasValue(signed == 1 ? -2000 : 63536);
        }
    }

    @Test
    void absent_and_empty_values_are_empty_in_every_form() {
        DataSet data = DataSet.builder()
                .string(Tag.STUDY_DATE)
                .string(Tag.PATIENT_NAME, "^^=")
                .build();

        assertThat(data.string(Tag.STUDY_DATE)).isEmpty();
        assertThat(data.personName(Tag.PATIENT_NAME)).isEmpty();
        assertThat(data.string(Tag.STUDY_TIME)).isEmpty();
        assertThat(data.integers(Tag.ROWS)).isEmpty();
        assertThat(data.decimals(Tag.PIXEL_SPACING)).isEmpty();
        assertThat(data.items(Tag.STUDY_DATE)).isEmpty();
        assertThat(data.bytes(Tag.LUT_DATA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "-1024, -1024",
        "0.333333333333333333, 0.33333333333333",
        "1e-12, 0.000000000001",
        "123456789012345680000, 1.2345678901E+20",
        "-0.0000123456789123, -0.0000123456789",
        "0, 0"
    })
    void decimal_strings_keep_to_sixteen_characters(double value, String expected) {
        String text = DataSetBuilder.decimalString(value);

        assertThat(text.length()).isLessThanOrEqualTo(16);
        assertThat(Double.parseDouble(text))
                .isCloseTo(Double.parseDouble(expected), org.assertj.core.data.Percentage.withPercentage(1e-4));
    }

    private static double[] decimals(String text) throws IOException {
        return read(Tag.PIXEL_SPACING, "DS", text).decimals(Tag.PIXEL_SPACING);
    }

    private static DataSet read(int tag, String vr, String value) throws IOException {
        return DicomFixtures.read(RawBytes.create()
                        .explicit(Tag.MODALITY, "CS", "CT")
                        .explicit(tag, vr, value)
                        .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
                .data();
    }
}
