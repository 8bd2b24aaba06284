// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.PersonName;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;

class DicomJsonTest {
    @Test
    void a_name_is_an_object_of_its_groups_and_text_is_utf_8_that_says_so() throws IOException {
        DataSet data = DataSet.builder()
                .string(Tag.SPECIFIC_CHARACTER_SET, "", "ISO 2022 IR 149")
                .bytes(
                        Tag.PATIENT_NAME,
                        Vr.PN,
                        "Hong^Gildong=\u001b$)C\u00fb\u00f3^\u001b$)C\u00d1\u00ce\u00d4\u00d7"
                                .getBytes(StandardCharsets.ISO_8859_1))
                .build();

        assertThat(json(data))
                .isEqualTo(
                        "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                                + "\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Hong^Gildong\",\"Ideographic\":\"洪^吉洞\"}]}}");
    }

    @Test
    void text_that_needs_utf_8_is_labelled_where_nothing_was() throws IOException {
        DataSet data = DataSet.builder().string(Tag.INSTITUTION_NAME, "Übersee").build();

        assertThat(json(data)).startsWith("{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},\"00080080\"");
        assertThat(json(DataSet.builder().string(Tag.MODALITY, "CT").build())).doesNotContain("00080005");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "+0012, 12",
        "-.5, -0.5",
        "5., 5",
        "1.0E+02, 1.0E+02",
        "-0, -0",
        "12345678901234.5, 12345678901234.5",
        "9007199254740993, '\"9007199254740993\"'",
        "1E999, '\"1E999\"'",
        "1E-999, '\"1E-999\"'",
        "0.33333333333333333, '\"0.33333333333333333\"'",
        "NaN, '\"NaN\"'",
        "., '\".\"'",
        "abc, '\"abc\"'"
    })
    void a_decimal_string_is_a_number_exactly_where_64_bits_hold_it(String text, String expected) throws IOException {
        DataSet data = DataSet.builder().string(Tag.RESCALE_SLOPE, Vr.DS, text).build();

        assertThat(json(data)).isEqualTo("{\"00281053\":{\"vr\":\"DS\",\"Value\":[" + expected + "]}}");
    }

    @Test
    void an_integer_string_with_a_fraction_stays_text() throws IOException {
        DataSet data = DataSet.builder()
                .string(Tag.INSTANCE_NUMBER, Vr.IS, "1.5", "", "+7")
                .build();

        assertThat(json(data)).isEqualTo("{\"00200013\":{\"vr\":\"IS\",\"Value\":[\"1.5\",null,7]}}");
    }

    @Test
    void numbers_that_json_would_round_are_strings() throws IOException {
        byte[] longs =
                bytes(24).putLong(1L << 53).putLong((1L << 53) + 1).putLong(-1).array();
        DataSet data = DataSet.builder()
                .bytes(0x00091010, Vr.UV, longs)
                .bytes(0x00091011, Vr.SV, longs)
                .build();

        assertThat(json(data))
                .isEqualTo(
                        "{\"00091010\":{\"vr\":\"UV\",\"Value\":[9007199254740992,\"9007199254740993\",\"18446744073709551615\"]},"
                                + "\"00091011\":{\"vr\":\"SV\",\"Value\":[9007199254740992,\"9007199254740993\",-1]}}");
        assertThat(parse(json(data))).isEqualTo(data);
    }

    @Test
    void what_is_no_number_has_a_name_and_comes_back_to_the_bit() throws IOException {
        DataSet data = DataSet.builder()
                .decimal(0x00189098, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.1)
                .bytes(
                        0x00091010,
                        Vr.FL,
                        bytes(8).putFloat(0.1f).putFloat(Float.NaN).array())
                .build();

        assertThat(json(data))
                .contains("[\"NaN\",\"Infinity\",\"-Infinity\",0.1]")
                .contains("[0.1,\"NaN\"]");
        assertThat(parse(json(data))).isEqualTo(data);
    }

    @Test
    void tags_are_eight_digits_and_bytes_base_64() throws IOException {
        DataSet data = DataSet.builder()
                .integer(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME)
                .bytes(0x00091010, Vr.OB, new byte[] {1, 2, -1, 0})
                .bytes(0x00091011, Vr.UN, new byte[0])
                .build();

        assertThat(json(data))
                .isEqualTo("{\"00091010\":{\"vr\":\"OB\",\"InlineBinary\":\"AQL/AA==\"},\"00091011\":{\"vr\":\"UN\"},"
                        + "\"00280009\":{\"vr\":\"AT\",\"Value\":[\"00181063\"]}}");
        assertThat(parse(json(data))).isEqualTo(data);
    }

    @Test
    void empty_values_items_and_sequences_keep_their_places() throws IOException {
        DataSet data = DataSet.builder()
                .string(Tag.IMAGE_TYPE, "DERIVED", "", "AXIAL")
                .string(Tag.ACCESSION_NUMBER)
                .items(Tag.REFERENCED_IMAGE_SEQUENCE)
                .items(Tag.PROCEDURE_CODE_SEQUENCE, DataSet.EMPTY)
                .build();

        assertThat(json(data))
                .isEqualTo(
                        "{\"00080008\":{\"vr\":\"CS\",\"Value\":[\"DERIVED\",null,\"AXIAL\"]},\"00080050\":{\"vr\":\"SH\"},"
                                + "\"00081032\":{\"vr\":\"SQ\",\"Value\":[{}]},\"00081140\":{\"vr\":\"SQ\"}}");
    }

    @Test
    void group_lengths_and_file_meta_are_left_out() throws IOException {
        DataSet data = DataSet.builder()
                .string(Tag.TRANSFER_SYNTAX_UID, "1.2.840.10008.1.2")
                .bytes(0x00080000, Vr.UL, new byte[4])
                .string(Tag.MODALITY, "MR")
                .build();

        assertThat(json(data)).isEqualTo("{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"MR\"]}}");
    }

    @Test
    void a_long_value_goes_by_reference_and_pixel_data_only_so() throws IOException {
        DataSet item = DataSet.builder().bytes(0x00091011, Vr.OB, new byte[20]).build();
        DataSet data = DataSet.builder()
                .items(Tag.REFERENCED_IMAGE_SEQUENCE, DataSet.EMPTY, item)
                .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[4])
                .build();
        BulkData bulk = new BulkData(16, (path, element) -> Optional.of("../bulk/" + path));

        assertThat(json(data)).contains("InlineBinary").doesNotContain("7FE00010");
        String referring = json(data, bulk);
        assertThat(referring)
                .contains("{\"vr\":\"OB\",\"BulkDataURI\":\"../bulk/00081140/2/00091011\"}")
                .contains("\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"../bulk/7FE00010\"}");
        assertThat(ElementPath.parse("00081140/2/00091011").flatMap(path -> path.find(data)))
                .isEqualTo(item.element(0x00091011));
        assertThat(DicomJson.read(
                        stream(referring),
                        Limits.STANDARD,
                        (path, vr, uri) -> ElementPath.parse(uri.substring("../bulk/".length()))
                                .flatMap(found -> found.find(data))
                                .map(org.wardlight.rendering.dicom.Element::value)))
                .isEqualTo(data);
    }

    @Test
    void members_may_come_in_any_order() throws IOException {
        DataSet data = parse(
                "{\"00100010\":{\"Value\":[{\"Phonetic\":\"やまだ\",\"Alphabetic\":\"Yamada\"}],\"vr\":\"PN\"},"
                        + "\"00081140\":{\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]}}],\"vr\":\"SQ\"}}");

        assertThat(data.personName(Tag.PATIENT_NAME)).contains(new PersonName("Yamada", "", "やまだ"));
        assertThat(data.item(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .flatMap(item -> item.string(Tag.REFERENCED_SOP_INSTANCE_UID)))
                .contains("1.2");
    }

    @Test
    void a_number_too_long_for_a_decimal_string_gives_up_digits() throws IOException {
        DataSet data = parse("{\"00280030\":{\"vr\":\"DS\",\"Value\":[0.33333333333333331,-1.2345678901234567e-200]}}");

        assertThat(data.strings(Tag.PIXEL_SPACING)).containsExactly("0.33333333333333", "-1.23456789E-200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "{",
                "{\"0010\":{\"vr\":\"PN\"}}",
                "{\"00100010\":{}}",
                "{\"00100010\":7}",
                "{\"00100010\":{\"vr\":\"ZZ\"}}",
                "{\"00100010\":{\"vr\":\"PN\",\"Value\":\"A\"}}",
                "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"00100010\":{\"vr\":\"LO\"}}]}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":[{\"Alphabetic\":\"SECRET\"}]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[70000]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[1.5]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[null]}}",
                "{\"00280010\":{\"vr\":\"US\",\"InlineBinary\":\"AAA=\"}}",
                "{\"00091010\":{\"vr\":\"OB\",\"Value\":[1]}}",
                "{\"00280009\":{\"vr\":\"AT\",\"Value\":[\"SECRET\"]}}",
                "{\"00200013\":{\"vr\":\"IS\",\"Value\":[1E999999]}}",
                "{\"00100020\":{\"vr\":\"LO\"},\"00100020\":{\"vr\":\"LO\"}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":[SECRET]}}",
                "{} {}"
            })
    void what_is_no_dicom_json_is_refused_without_quoting_it(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(MalformedDicom.class).hasMessageNotContaining("SECRET");
    }

    @Test
    void depth_length_and_count_are_bounded() {
        Limits small = new Limits(64, 100, 10, 4, 1000, 10);
        String deep = "{\"00081140\":{\"vr\":\"SQ\",\"Value\":[".repeat(10_000);
        String longText = "{\"00100020\":{\"vr\":\"LT\",\"Value\":[\"" + "x".repeat(90) + "\"]}}";
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 11; i++) {
            many.append(i == 0 ? "" : ",").append("\"001000%02d\":{\"vr\":\"LO\"}".formatted(i + 20));
        }

        assertThatThrownBy(() -> parse(deep, small)).isInstanceOf(LimitExceeded.class);
        assertThatThrownBy(() -> parse(deep, Limits.STANDARD)).isInstanceOf(LimitExceeded.class);
        assertThatThrownBy(() -> parse(longText, small)).isInstanceOf(LimitExceeded.class);
        assertThatThrownBy(() -> parse(many + "}", small)).isInstanceOf(LimitExceeded.class);
    }

    @Test
    void many_data_sets_are_an_array() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DicomJsonArray array = DicomJson.array(out)) {
            array.add(DataSet.builder().string(Tag.MODALITY, "CT").build(), BulkData.NONE)
                    .add(DataSet.EMPTY, BulkData.NONE);
        }

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("[{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}},{}]");
        assertThat(DicomJson.readAll(
                        stream(out.toString(StandardCharsets.UTF_8)), Limits.STANDARD, BulkDataSource.LEAVE_OUT))
                .hasSize(2);
    }

    @Test
    void half_a_surrogate_pair_does_not_break_the_writer() throws IOException {
        DataSet data = DataSet.builder()
                .put(new org.wardlight.rendering.dicom.Element(
                        Tag.PATIENT_ID, Vr.LO, new Value.Text(java.util.List.of("a\uD800b"))))
                .build();

        assertThat(json(data)).contains("a\uFFFDb");
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String json(DataSet data) throws IOException {
        return json(data, BulkData.NONE);
    }

    private static String json(DataSet data, BulkData bulk) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomJson.write(data, bulk, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static DataSet parse(String json) throws IOException {
        return parse(json, Limits.STANDARD);
    }

    private static DataSet parse(String json, Limits limits) throws IOException {
        return DicomJson.read(stream(json), limits, BulkDataSource.LEAVE_OUT);
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
