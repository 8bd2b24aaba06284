// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Files that begin in other ways than PS3.10 7.1 asks for, or that are no DICOM at all. */
class OpeningTest {
    static java.util.stream.Stream<TransferSyntax> plainSyntaxes() {
        return java.util.stream.Stream.of(
                TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_BIG_ENDIAN);
    }

    @ParameterizedTest
    @MethodSource("plainSyntaxes")
    void a_bare_data_set_without_preamble_and_meta_group_is_recognised(TransferSyntax syntax) throws IOException {
        byte[] bare =
                DicomFixtures.bare(DicomFixtures.write(DicomFixtures.rich().build(), syntax));

        DicomObject object = DicomFixtures.read(bare);

        DicomFixtures.assertRich(object);
        assertThat(object.syntax()).isEqualTo(syntax);
        assertThat(object.meta().isEmpty()).isTrue();
    }

    @Test
    void a_meta_group_without_preamble_is_read() throws IOException {
        byte[] file = DicomFixtures.write(DicomFixtures.rich().build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        DicomFixtures.assertRich(DicomFixtures.read(Arrays.copyOfRange(file, 132, file.length)));
        DicomFixtures.assertRich(DicomFixtures.read(Arrays.copyOfRange(file, 128, file.length)));
    }

    @Test
    void a_text_value_that_says_DICM_at_byte_128_is_no_prefix() throws IOException {
        RawBytes raw = RawBytes.create().explicit(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 100");
        String filler = "x".repeat(128 - raw.toBytes().length - 8) + "DICM and more text";
        byte[] file = raw.explicit(Tag.STUDY_DESCRIPTION, "LO", filler).toBytes();

        assertThat(new String(file, 128, 4, StandardCharsets.ISO_8859_1)).isEqualTo("DICM");
        assertThat(DicomFixtures.read(file).data().string(Tag.STUDY_DESCRIPTION))
                .contains(filler);
    }

    @ParameterizedTest
    @MethodSource("plainSyntaxes")
    void a_missing_transfer_syntax_is_found_from_the_data_set(TransferSyntax syntax) throws IOException {
        byte[] bare =
                DicomFixtures.bare(DicomFixtures.write(DicomFixtures.rich().build(), syntax));
        byte[] file = RawBytes.create()
                .bytes(new byte[128])
                .text("DICM")
                .explicit(Tag.IMPLEMENTATION_VERSION_NAME, "SH", "NONE")
                .bytes(bare)
                .toBytes();

        DicomObject object = DicomFixtures.read(file);

        DicomFixtures.assertRich(object);
        assertThat(object.syntax()).isEqualTo(syntax);
        assertThat(object.sopClassUid()).contains("1.2.840.10008.5.1.4.1.1.7.3");
    }

    @ParameterizedTest
    @MethodSource("plainSyntaxes")
    void a_meta_group_that_lies_about_the_syntax_is_overruled(TransferSyntax real) throws IOException {
        byte[] bare =
                DicomFixtures.bare(DicomFixtures.write(DicomFixtures.rich().build(), real));
        for (TransferSyntax stated : plainSyntaxes().toList()) {
            DicomObject object =
                    DicomFixtures.read(RawBytes.create().bytes(bare).toFile(stated));

            DicomFixtures.assertRich(object);
            assertThat(object.syntax()).isEqualTo(real);
        }
    }

    @Test
    void native_pixel_data_in_a_compressed_syntax_is_known_by_its_length() throws IOException {
        byte[] bare = DicomFixtures.bare(
                DicomFixtures.write(DicomFixtures.image().build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN));

        DicomObject object = DicomFixtures.read(RawBytes.create().bytes(bare).toFile(TransferSyntax.RLE_LOSSLESS));

        assertThat(object.syntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    @Test
    void native_pixel_data_in_a_syntax_that_nobody_knows_is_left_in_doubt() throws IOException {
        byte[] bare = DicomFixtures.bare(
                DicomFixtures.write(DicomFixtures.image().build(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
        TransferSyntax secret = TransferSyntax.of("1.2.840.113619.5.2");

        DicomObject object = DicomFixtures.read(RawBytes.create().bytes(bare).toFile(secret));

        assertThat(object.syntax().uid()).isEqualTo(secret.uid());
        assertThat(object.syntax().isKnown()).isFalse();
        assertThat(object.data().integer(Tag.ROWS)).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE000104A464946, a JPEG picture",
        "89504E470D0A1A0A0000, a PNG picture",
        "255044462D312E340A25, a PDF document",
        "504B0304140000000800, a ZIP archive",
        "48656C6C6F20776F726C64, but text",
        "8899AABB0102030405FF, neither a preamble",
    })
    void what_is_no_dicom_is_called_by_its_name(String hex, String words) {
        byte[] file = Arrays.copyOf(java.util.HexFormat.of().parseHex(hex), hex.length() / 2);

        assertThatThrownBy(() -> DicomFixtures.read(file))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining(words);
    }

    @Test
    void an_empty_file_and_a_lone_preamble_are_refused() {
        assertThatThrownBy(() -> DicomFixtures.read(new byte[0]))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("empty");
        byte[] preamble = RawBytes.create().bytes(new byte[128]).text("DICM").toBytes();
        assertThatThrownBy(() -> DicomFixtures.read(preamble))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("after its preamble");
    }

    @Test
    void trailing_padding_and_zeros_are_no_part_of_the_data_set() throws IOException {
        byte[] file = DicomFixtures.write(DicomFixtures.rich().build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        byte[] padded = RawBytes.create()
                .bytes(file)
                .explicitLong(Tag.DATA_SET_TRAILING_PADDING, "OB", 64)
                .bytes(new byte[64])
                .toBytes();

        assertThat(DicomFixtures.read(padded).data())
                .isEqualTo(DicomFixtures.read(file).data());
        assertThat(DicomFixtures.read(Arrays.copyOf(file, file.length + 13)).data())
                .isEqualTo(DicomFixtures.read(file).data());
    }

    @Test
    void broken_bytes_after_the_pixel_data_cost_completeness_not_the_image() throws IOException {
        byte[] file = DicomFixtures.write(DicomFixtures.image().build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        DicomObject object = DicomFixtures.read(
                RawBytes.create().bytes(file).text("appended by a mail gateway").toBytes());

        assertThat(object.complete()).isFalse();
        assertThat(DicomFixtures.frame(object, 0)).hasSize(12);
    }

    @Test
    void a_hole_of_zeros_in_the_header_is_not_taken_for_its_end() throws IOException {
        byte[] file = RawBytes.create()
                .explicit(Tag.MODALITY, "CS", "MR")
                .bytes(new byte[64])
                .explicit(Tag.PATIENT_ID, "LO", "ZZ")
                .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        assertThatThrownBy(() -> DicomFixtures.read(file)).isInstanceOf(MalformedDicom.class);
    }

    @Test
    void a_deflated_data_set_that_inflates_past_the_limit_is_refused() throws IOException {
        DataSet data = DicomFixtures.image()
                .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[3 << 20])
                .build();
        byte[] file = DicomFixtures.write(data, TransferSyntax.DEFLATED);
        Limits small = new Limits(1 << 20, 2 << 20, 1000, 32, 1 << 20, 100);

        assertThat(file.length).isLessThan(10_000);
        assertThatThrownBy(() -> DicomReader.read(new MemoryByteSource(file), small))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("2097152");
        assertThatThrownBy(() -> DicomFixtures.read(Arrays.copyOf(file, file.length / 2)))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void a_media_directory_is_known_by_its_class() throws IOException {
        DataSet directory = DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.1.3.10")
                .string(Tag.FILE_SET_ID, "WARD")
                .build();

        assertThat(DicomFixtures.read(DicomFixtures.write(directory, TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
                        .isDirectory())
                .isTrue();
        assertThat(DicomFixtures.read(DicomFixtures.write(
                                DicomFixtures.image().build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
                        .isDirectory())
                .isFalse();
    }

    @Test
    void a_long_padding_of_zeros_behind_the_pixel_data_takes_nothing_away() throws IOException {
        byte[] file = DicomFixtures.write(DicomFixtures.image().build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        byte[] padded = java.util.Arrays.copyOf(file, file.length + 300_000);
        assertThat(DicomFixtures.read(padded).complete()).isTrue();
    }
}
