// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text in the character sets of PS3.3 C.12.1.1.2, with and without code extensions (PS3.5 6.1, H, I, J, K). */
class CharacterSetTest {
    private static final String ESC = "\u001B";

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, ISO-8859-1, Buc^Jérôme",
        "ISO_IR 101, ISO-8859-2, Dvořák^Žofie",
        "ISO_IR 109, ISO-8859-3, Ĉapelo^Ĝoja",
        "ISO_IR 110, ISO-8859-4, Āboliņš^Jānis",
        "ISO_IR 144, ISO-8859-5, Люкceмбypг",
        "ISO_IR 127, ISO-8859-6, قباني^لنزار",
        "ISO_IR 126, ISO-8859-7, Διονυσιος",
        "ISO_IR 138, ISO-8859-8, שרון^דבורה",
        "ISO_IR 148, ISO-8859-9, Yıldız^Şükrü",
        "ISO_IR 203, ISO-8859-15, Œuvre^€",
        "ISO_IR 166, TIS-620, สมมุติ^ทดสอบ",
        "ISO_IR 13, JIS_X0201, ﾔﾏﾀﾞ^ﾀﾛｳ",
        "ISO_IR 192, UTF-8, Wang^XiaoDong=王^小东",
        "GB18030, GB18030, Wang^XiaoDong=王^小东",
        "GBK, GBK, Wang^XiaoDong=王^小东",
    })
    void each_single_set_decodes_and_encodes(String term, String charset, String name) throws IOException {
        byte[] encoded = name.getBytes(Charset.forName(charset));

        assertThat(name(term, encoded)).isEqualTo(name);
        assertThat(CharacterSet.of(List.of(term)).encode(name)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR_100",
        "ISO-IR 100",
        "ISO IR 100",
        "ISO_IR100",
        "iso_ir 100",
        "ISO 2022 IR 100",
        "ISO_2022_IR_100",
        "ISO8859-1",
        "ISO-8859-1"
    })
    void common_misspellings_are_understood(String term) throws IOException {
        assertThat(name(term, "J\u00E9r\u00F4me".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("Jérôme");
    }

    @Test
    void japanese_with_code_extensions() throws IOException {
        String kanji = ESC + "$B;3ED" + ESC + "(B^" + ESC + "$BB@O:" + ESC + "(B";
        String kana = ESC + "$B$d$^$@" + ESC + "(B^" + ESC + "$B$?$m$&" + ESC + "(B";

        assertThat(name("\\ISO 2022 IR 87", bytes("Yamada^Tarou=" + kanji + "=" + kana)))
                .isEqualTo("Yamada^Tarou=山田^太郎=やまだ^たろう");
        String romaji = kanji.replace("(B", "(J");
        assertThat(name(
                        "ISO 2022 IR 13\\ISO 2022 IR 87",
                        bytes("\u00D4\u00CF\u00C0\u00DE^\u00C0\u00DB\u00B3=" + romaji)))
                .isEqualTo("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎");
        assertThat(name("\\ISO 2022 IR 159", bytes(ESC + "$(D0!" + ESC + "(B^A")))
                .isEqualTo("丂^A");
    }

    @Test
    void korean_and_chinese_with_code_extensions() throws IOException {
        byte[] korean = RawBytes.create()
                .text("Hong^Gildong=" + ESC + "$)C")
                .bytes("洪".getBytes(Charset.forName("EUC-KR")))
                .text("^" + ESC + "$)C")
                .bytes("吉洞".getBytes(Charset.forName("EUC-KR")))
                .toBytes();
        assertThat(name("\\ISO 2022 IR 149", korean)).isEqualTo("Hong^Gildong=洪^吉洞");

        byte[] chinese = RawBytes.create()
                .text("Zhang^XiaoDong=" + ESC + "$)A")
                .bytes("张".getBytes(Charset.forName("GB2312")))
                .text("^" + ESC + "$)A")
                .bytes("小东".getBytes(Charset.forName("GB2312")))
                .toBytes();
        assertThat(name("\\ISO 2022 IR 58", chinese)).isEqualTo("Zhang^XiaoDong=张^小东");
    }

    @Test
    void a_forgotten_escape_still_reads_when_only_one_table_can_be_meant() throws IOException {
        assertThat(name("\\ISO 2022 IR 149", "홍^길동".getBytes(Charset.forName("EUC-KR"))))
                .isEqualTo("홍^길동");
    }

    @Test
    void a_delimiter_ends_the_reach_of_an_escape() throws IOException {
        String greek = ESC + "-F" + "\u00C4";
        DataSet data = read("ISO 2022 IR 100\\ISO 2022 IR 126", Tag.OTHER_PATIENT_IDS, "LO", bytes(greek + "\\\u00C4"));

        assertThat(data.strings(Tag.OTHER_PATIENT_IDS)).containsExactly("Δ", "Ä");
    }

    @Test
    void a_backslash_byte_within_a_character_parts_no_values() throws IOException {
        for (String term : List.of("GB18030", "GBK")) {
            byte[] encoded = "誠".getBytes(Charset.forName(term));
            assertThat(encoded).as("trailing byte").endsWith('\\');

            assertThat(read(term, Tag.OTHER_PATIENT_IDS, "LO", encoded).strings(Tag.OTHER_PATIENT_IDS))
                    .containsExactly("誠");
        }
    }

    @Test
    void a_backslash_parts_values_also_where_the_set_has_a_yen_sign() throws IOException {
        DataSet written = DicomFixtures.image()
                .string(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 13")
                .string(Tag.OTHER_PATIENT_IDS, "ﾔﾏ", "ﾀﾞ")
                .build();

        DataSet data = DicomFixtures.read(DicomFixtures.write(written, TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
                .data();

        assertThat(data.strings(Tag.OTHER_PATIENT_IDS)).containsExactly("ﾔﾏ", "ﾀﾞ");
    }

    @Test
    void long_text_keeps_backslashes_and_leading_blanks() throws IOException {
        DataSet data = read("ISO_IR 192", Tag.PATIENT_COMMENTS, "LT", bytes("  a\\b  "));

        assertThat(data.strings(Tag.PATIENT_COMMENTS)).containsExactly("  a\\b");
    }

    @Test
    void bytes_outside_the_set_become_replacement_characters() throws IOException {
        assertThat(name("ISO_IR 192", bytes("A\u00FF\u00C0B")))
                .startsWith("A\uFFFD")
                .endsWith("B");
        assertThat(name("ISO_IR 999", bytes("A\u00FFB "))).isEqualTo("A\uFFFDB");
        assertThat(name("\\ISO 2022 IR 87", bytes("A" + ESC + "$B\u00B0\u00FFB")))
                .contains("\uFFFD");
        assertThat(name("ISO 2022 IR 6\\ISO 2022 IR 100", bytes(ESC + "%Gx\u00E9")))
                .contains("é");
    }

    @Test
    void an_item_inherits_the_set_and_may_have_its_own() throws IOException {
        byte[] file = RawBytes.create()
                .explicit(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 144")
                .explicitLong(Tag.CONTENT_SEQUENCE, "SQ", 0xFFFF_FFFFL)
                .implicit(Tag.ITEM, 0xFFFF_FFFFL)
                .explicit(Tag.CODE_MEANING, "LO", "\u00BB\u00EE")
                .implicit(Tag.ITEM_DELIMITATION, 0)
                .implicit(Tag.ITEM, 0xFFFF_FFFFL)
                .explicit(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 100")
                .explicit(Tag.CODE_MEANING, "LO", "\u00E4\u00F6")
                .implicit(Tag.ITEM_DELIMITATION, 0)
                .implicit(Tag.SEQUENCE_DELIMITATION, 0)
                .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        List<DataSet> items = DicomFixtures.read(file).data().items(Tag.CONTENT_SEQUENCE);

        assertThat(items.get(0).string(Tag.CODE_MEANING)).contains("Лю");
        assertThat(items.get(1).string(Tag.CODE_MEANING)).contains("äö");
    }

    @Test
    void a_name_without_alphabetic_group_shows_the_next_one() {
        assertThat(PersonName.parse("=山田^太郎=やまだ").best()).isEqualTo("山田^太郎");
        assertThat(PersonName.parse("^^=山田^太郎").display()).isEqualTo("山田, 太郎");
        assertThat(PersonName.parse("ZZTEST^ADA^B^DR").display()).isEqualTo("ZZTEST, ADA B DR");
        assertThat(PersonName.parse("A=B=").format()).isEqualTo("A=B");
    }

    private static String name(String term, byte[] value) throws IOException {
        return read(term, Tag.PATIENT_NAME, "PN", value)
                .string(Tag.PATIENT_NAME)
                .orElse("");
    }

    private static DataSet read(String term, int tag, String vr, byte[] value) throws IOException {
        byte[] file = RawBytes.create()
                .explicit(Tag.SPECIFIC_CHARACTER_SET, "CS", term)
                .tag(tag)
                .text(vr)
                .u16(value.length)
                .bytes(value)
                .toFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        return DicomFixtures.read(file).data();
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void naming_the_set_afterwards_reads_what_a_node_did_not_label() throws IOException {
        byte[] greek = "Διονυσιος".getBytes(java.nio.charset.Charset.forName("ISO-8859-7"));
        DataSet unlabelled =
                DataSet.builder().bytes(Tag.PATIENT_NAME, Vr.PN, greek).build();
        DataSet read = DicomFixtures.read(DicomFixtures.write(unlabelled, TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
                .data();

        DataSet named = read.toBuilder()
                .string(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 126")
                .build();

        assertThat(named.string(Tag.PATIENT_NAME)).contains("Διονυσιος");
    }
}
