// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Nesting and lengths: private and unknown sequences (PS3.5 6.2.2, 7.5), limits, and what is said of bytes that break the form. */
class SequenceParsingTest {
    private static final long UNDEFINED = 0xFFFF_FFFFL;
    private static final int PRIVATE = 0x00291010;

    private static RawBytes implicitItem(String value) {
        return RawBytes.create()
                .implicit(Tag.ITEM, UNDEFINED)
                .implicit(Tag.CODE_MEANING, value)
                .implicit(Tag.ITEM_DELIMITATION, 0);
    }

    @Test
    void unknown_of_undefined_length_is_an_implicit_sequence_also_two_deep() throws IOException {
        byte[] inner = implicitItem("deep").toBytes();
        byte[] file = RawBytes.create()
                .explicit(Tag.MODALITY, "CS", "MR")
                .explicitLong(PRIVATE, "UN", UNDEFINED)
                .implicit(Tag.ITEM, UNDEFINED)
                .implicit(PRIVATE, UNDEFINED)
                .bytes(inner)
                .implicit(Tag.SEQUENCE_DELIMITATION, 0)
                .implicit(Tag.ITEM_DELIMITATION, 0)
                .implicit(Tag.SEQUENCE_DELIMITATION, 0)
                .explicit(0x00310010, "LO", "after ")
                .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        DataSet data = DicomFixtures.read(file).data();

        DataSet outer = data.item(PRIVATE).orElseThrow();
        assertThat(outer.item(PRIVATE).orElseThrow().string(Tag.CODE_MEANING)).contains("deep");
        assertThat(data.string(0x00310010)).contains("after");
    }

    @Test
    void unknown_of_defined_length_that_begins_with_an_item_is_a_sequence_and_does_not_grow() throws IOException {
        byte[] items = implicitItem("twelve bytes").toBytes();
        byte[] file = RawBytes.create()
                .explicit(Tag.MODALITY, "CS", "MR")
                .explicitLong(PRIVATE, "UN", items.length)
                .bytes(items)
                .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        DicomObject object = DicomFixtures.read(file);
        byte[] again = DicomFixtures.write(object.data(), object.syntax());

        assertThat(object.data().item(PRIVATE).orElseThrow().string(Tag.CODE_MEANING))
                .contains("twelve bytes");
        assertThat(DicomFixtures.read(again).data()).isEqualTo(object.data());
        assertThat(DicomFixtures.bare(again).length).isLessThan(file.length + 64);
    }

    @Test
    void unknown_bytes_that_only_begin_like_an_item_stay_bytes() throws IOException {
        byte[] value = RawBytes.create().implicit(Tag.ITEM, 99).text("nope").toBytes();
        byte[] file = RawBytes.create()
                .explicit(Tag.MODALITY, "CS", "MR")
                .explicitLong(PRIVATE, "UN", value.length)
                .bytes(value)
                .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        assertThat(DicomFixtures.read(file).data().bytes(PRIVATE)).contains(value);
    }

    @Test
    void a_known_attribute_written_as_unknown_gets_its_own_vr() throws IOException {
        byte[] file = RawBytes.create()
                .explicit(Tag.MODALITY, "CS", "MR")
                .explicitLong(Tag.ROWS, "UN", 2)
                .u16(512)
                .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        assertThat(DicomFixtures.read(file).data().integer(Tag.ROWS)).hasValue(512);
    }

    @Test
    void a_length_that_looks_like_blanks_is_a_length() throws IOException {
        String value = "x".repeat(0x200A);
        byte[] file = RawBytes.create()
                .implicit(Tag.MODALITY, "MR")
                .implicit(0x00104000, value)
                .toFile(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);

        assertThat(DicomFixtures.read(file).data().string(0x00104000)).contains(value);
    }

    @Test
    void blanks_in_place_of_a_vr_do_not_stop_the_reading() throws IOException {
        byte[] file = RawBytes.create()
                .explicit(Tag.MODALITY, "CS", "MR")
                .tag(Tag.PIXEL_PADDING_VALUE)
                .text("  ")
                .u16(2)
                .u16(7)
                .explicit(Tag.WINDOW_CENTER, "DS", "40")
                .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        DataSet data = DicomFixtures.read(file).data();

        assertThat(data.integer(Tag.PIXEL_PADDING_VALUE)).hasValue(7);
        assertThat(data.integer(Tag.WINDOW_CENTER)).hasValue(40);
    }

    @Test
    void a_length_past_the_end_is_reported_with_tag_path_and_offset() {
        byte[] start = RawBytes.create()
                .explicit(Tag.MODALITY, "CS", "MR")
                .explicitLong(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", UNDEFINED)
                .implicit(Tag.ITEM, UNDEFINED)
                .implicit(Tag.ITEM_DELIMITATION, 0)
                .implicit(Tag.ITEM, UNDEFINED)
                .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        byte[] file = RawBytes.create()
                .bytes(start)
                .explicit(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", 60000, "1.2.3.4.")
                .toBytes();

        assertThatThrownBy(() -> DicomFixtures.read(file))
                .isInstanceOf(MalformedDicom.class)
                .hasMessage("(0008,1140)[2]/(0008,1155) at byte " + start.length
                        + ": declares 60000 bytes, but 8 are left in the file");
    }

    @Test
    void nesting_ten_thousand_deep_meets_the_limit() {
        RawBytes raw = RawBytes.create().explicit(Tag.MODALITY, "CS", "MR");
        for (int i = 0; i < 10_000; i++) {
            raw.explicitLong(Tag.CONTENT_SEQUENCE, "SQ", UNDEFINED).implicit(Tag.ITEM, UNDEFINED);
        }
        byte[] file = raw.toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        assertThatThrownBy(() -> DicomFixtures.read(file))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("deeper than 32")
                .hasMessageContaining("(0040,A730)");
    }

    @Test
    void more_elements_than_allowed_are_refused() {
        byte[] file = DicomFixtures.written(DicomFixtures.rich().build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        Limits few = new Limits(1 << 20, 1 << 20, 10, 32, 1 << 20, 100);

        assertThatThrownBy(() -> DicomReader.read(new MemoryByteSource(file), few))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("more than 10 data elements");
    }

    @Test
    void long_values_stay_in_the_file_and_are_written_from_there() throws IOException {
        byte[] big = new byte[5000];
        Arrays.fill(big, (byte) 7);
        DataSet data = DicomFixtures.image().bytes(PRIVATE, Vr.OB, big).build();
        byte[] file = DicomFixtures.write(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        Limits small = new Limits(1000, 1 << 20, 1000, 32, 1 << 20, 100);

        DicomObject object = DicomReader.read(new MemoryByteSource(file), small);

        assertThat(object.data().bytes(PRIVATE)).isEmpty();
        assertThat(object.data().element(PRIVATE).orElseThrow().value()).isInstanceOf(Value.InFile.class);
        byte[] again = DicomFixtures.write(object.data(), TransferSyntax.EXPLICIT_BIG_ENDIAN);
        assertThat(DicomFixtures.read(again).data().bytes(PRIVATE)).contains(big);
    }

    @Test
    void the_last_of_two_equal_tags_counts_and_order_is_restored() throws IOException {
        byte[] file = RawBytes.create()
                .explicit(Tag.MODALITY, "CS", "MR")
                .explicit(Tag.WINDOW_CENTER, "DS", "40")
                .explicit(Tag.PATIENT_ID, "LO", "ZZ")
                .explicit(Tag.WINDOW_CENTER, "DS", "50")
                .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        DataSet data = DicomFixtures.read(file).data();

        assertThat(data.elements())
                .extracting(Element::tag)
                .containsExactly(Tag.MODALITY, Tag.PATIENT_ID, Tag.WINDOW_CENTER);
        assertThat(data.integer(Tag.WINDOW_CENTER)).hasValue(50);
    }

    @Test
    void stray_delimiters_and_group_lengths_do_no_harm() throws IOException {
        byte[] file = RawBytes.create()
                .explicit(0x00080000, "UL", 4, "\0\0\0\0")
                .explicit(Tag.MODALITY, "CS", "MR")
                .implicit(Tag.SEQUENCE_DELIMITATION, 0)
                .explicit(Tag.PATIENT_ID, "LO", "ZZ")
                .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        assertThat(DicomFixtures.read(file).data().string(Tag.PATIENT_ID)).contains("ZZ");
    }

    @Test
    void an_item_that_claims_more_than_its_sequence_has_is_read_when_its_elements_fit() throws IOException {
        byte[] element = RawBytes.create().explicit(Tag.PATIENT_ID, "LO", "ZZ").toBytes();
        RawBytes start = RawBytes.create()
                .explicit(Tag.MODALITY, "CS", "MR")
                .explicitLong(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", 8 + element.length);
        byte[] file = start.implicit(Tag.ITEM, 24 + element.length)
                .bytes(element)
                .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        assertThat(DicomFixtures.read(file)
                        .data()
                        .item(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .orElseThrow()
                        .string(Tag.PATIENT_ID))
                .contains("ZZ");
    }

    @Test
    void a_private_tag_is_found_by_its_creator() {
        DataSet data = DataSet.builder()
                .string(0x00290011, Vr.LO, "WARDLIGHT TEST")
                .string(0x00291120, Vr.LO, "value")
                .build();

        assertThat(data.privateTag("WARDLIGHT TEST", 0x0029, 0x20)).hasValue(0x00291120);
        assertThat(data.privateTag("SOMEBODY ELSE", 0x0029, 0x20)).isEmpty();
    }

    @Test
    void a_vr_that_nobody_knows_has_the_length_that_leads_on() throws IOException {
        RawBytes damaged = RawBytes.create()
                .explicit(Tag.MODALITY, "CS", "OT")
                .explicit(Tag.PATIENT_NAME, "ZZ", "ZZTEST^ADA")
                .explicit(Tag.PATIENT_ID, "LO", "9990000018");
        RawBytes future = RawBytes.create()
                .explicit(Tag.MODALITY, "CS", "OT")
                .explicitLong(Tag.PATIENT_NAME, "ZZ", 10)
                .text("ZZTEST^ADA")
                .explicit(Tag.PATIENT_ID, "LO", "9990000018");
        for (RawBytes bytes : List.of(damaged, future)) {
            DataSet data = DicomFixtures.read(bytes.toBytes()).data();
            assertThat(data.string(Tag.PATIENT_NAME)).contains("ZZTEST^ADA");
            assertThat(data.string(Tag.PATIENT_ID)).contains("9990000018");
        }
    }
}
