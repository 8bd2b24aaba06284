// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.corpus.Corpus;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.SopClass;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

class DocumentsTest {
    @ParameterizedTest
    @CsvSource({
        "104.1, application/pdf, PDF, .pdf",
        "104.3, model/stl, STL, .stl",
        "104.4, model/obj, OTHER, .obj",
        "104.5, model/mtl, OTHER, .mtl"
    })
    void an_encapsulated_document_comes_out_to_the_byte(String uid, String type, DocumentKind kind, String ending)
            throws IOException {
        byte[] odd = {'%', 'P', 'D', 'F', 0, 1, 2};
        DataSetBuilder data = encapsulated(uid, odd).integer(0x00420015, odd.length);
        DicomObject object = Written.object(data);
        Document document = Documents.open(object, 1);

        assertThat(Documents.factsOf(object))
                .contains(new DocumentFacts(kind, "Discharge letter", "2026-11-24", type, 7, 1));
        assertThat(document.bytes()).isEqualTo(odd);
        assertThat(document.mediaType()).isEqualTo(type);
        assertThat(document.fileName()).isEqualTo("discharge-letter" + ending);
    }

    @Test
    void padding_goes_also_where_no_length_is_stated_and_a_wrong_length_cuts_nothing() throws IOException {
        byte[] text = "%PDF-1".concat("x").getBytes(StandardCharsets.US_ASCII);

        assertThat(Documents.open(Written.object(encapsulated("104.1", text)), 1)
                        .bytes())
                .isEqualTo(text);
        assertThat(Documents.open(Written.object(encapsulated("104.1", text).integer(0x00420015, 3)), 1)
                        .bytes())
                .startsWith(text);
    }

    @Test
    void a_type_that_a_browser_would_run_is_only_saved() throws IOException {
        DataSetBuilder data =
                encapsulated("104.99", new byte[] {'<'}).string(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, "text/html");

        assertThat(Documents.open(Written.object(data), 1).mediaType()).isEqualTo("application/octet-stream");
    }

    @Test
    void a_clinical_document_is_read_by_its_sections() throws IOException {
        String page = cda("<ClinicalDocument xmlns='urn:hl7-org:v3'><title>Summary</title>"
                + "<recordTarget><patientRole><patient><name><given>Aled</given> <family>Zztest</family></name></patient></patientRole></recordTarget>"
                + "<component><structuredBody><component><section><title>Allergies</title><text><paragraph>None &lt;b&gt;</paragraph>"
                + "<list listType='ordered'><item>One</item></list><table onclick='x()'><thead><tr><th colspan='2'>Drug</th></tr></thead></table>"
                + "<script>alert(1)</script><content styleCode='Bold'>strong</content></text></section></component></structuredBody></component>"
                + "</ClinicalDocument>");

        assertThat(page)
                .contains("<dt>Document</dt><dd>Summary</dd><dt>Patient</dt><dd>Aled Zztest</dd>")
                .contains("<section><h2>Allergies</h2><div><p>None &lt;b&gt;</p><ol><li>One</li></ol>")
                .contains("<table><thead><tr><th colspan=\"2\">Drug</th></tr></thead></table>")
                .contains("<strong>strong</strong>")
                .doesNotContain("<script", "onclick");
    }

    @Test
    void entities_are_not_followed() throws IOException {
        String page = cda("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'><!ENTITY l 'lol'>]><x>&e;&l;</x>");

        assertThat(page).contains("no XML that can be read safely").contains("&amp;e;&amp;l;");
    }

    @Test
    void xml_nested_ten_thousand_deep_is_shown_as_text() throws IOException {
        assertThat(cda("<a>".repeat(10_000) + "</a>".repeat(10_000))).contains("no XML that can be read safely");
    }

    @Test
    void a_plan_is_a_table() throws IOException {
        DataSet beam = DataSet.builder()
                .string(0x300A00C0, Vr.IS, "1")
                .string(0x300A00C2, Vr.LO, "Field <1>")
                .items(
                        0x300A0111,
                        DataSet.builder().string(0x300A011E, Vr.DS, "90").build())
                .build();
        String page = Written.page(Written.header("481.5")
                .string(0x300A0002, Vr.SH, "PROSTATE")
                .items(
                        0x300A0070,
                        DataSet.builder().string(0x300A0078, Vr.IS, "20").build())
                .items(0x300A00B0, beam));

        assertThat(page)
                .contains("<h1>PROSTATE</h1>")
                .contains("<td>20</td>")
                .contains("<td>Field &lt;1&gt;</td>")
                .contains("<td>90</td>");
    }

    @Test
    void what_is_no_document_says_what_it_is() throws IOException {
        DicomObject raw = Written.object(Written.header("66"));

        assertThat(Documents.factsOf(raw)).isEmpty();
        assertThatThrownBy(() -> Documents.open(raw, 1))
                .isInstanceOf(Unsupported.class)
                .hasMessageStartingWith("raw data");
    }

    @Test
    void a_document_that_is_empty_is_none() throws IOException {
        assertThat(Documents.factsOf(Written.object(encapsulated("104.3", new byte[0]))))
                .isEmpty();
    }

    @Test
    void every_storage_class_has_a_name_and_a_kind() {
        assertThat(SopClass.name(Written.STORAGE + "88.65")).isEqualTo("chest CAD SR");
        assertThat(SopClass.kind(Written.STORAGE + "4.2")).contains(SopClass.Kind.DATA);
        assertThat(SopClass.kind(Written.STORAGE + "9.4.2")).contains(SopClass.Kind.AUDIO);
        assertThat(SopClass.kind("1.2.3")).isEmpty();
    }

    @Test
    void every_real_document_opens() throws IOException {
        Corpus corpus = Corpus.required();
        List<String> opened = new ArrayList<>();
        for (Corpus.Row row : corpus.table("manifest.tsv")) {
            try (ByteSource source = FileByteSource.open(corpus.file(row.get("path")))) {
                DicomObject object = DicomReader.read(source, Limits.STANDARD);
                if (Documents.factsOf(object).isPresent()) {
                    assertThat(Documents.open(object, 1).bytes())
                            .as(row.get("path"))
                            .isNotEmpty();
                    opened.add(row.get("path").replaceFirst(".*/", ""));
                }
            } catch (RenderingException broken) {
                assertThat(row.get("path")).contains("malformed");
            }
        }
        assertThat(opened)
                .contains(
                        "sr.dcm",
                        "test-SR.dcm",
                        "sr-ellipse.dcm",
                        "reportsi_with_empty_number_tags.dcm",
                        "waveform_ecg.dcm")
                .contains("real0X.ko.dcm", "rtplan.dcm", "encapsulated_pdf.dcm", "encapsulated_cda.dcm");
    }

    private static String cda(String xml) throws IOException {
        return Written.page(encapsulated("104.2", xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static DataSetBuilder encapsulated(String uid, byte[] bytes) {
        return Written.header(uid)
                .string(Tag.DOCUMENT_TITLE, "Discharge letter")
                .bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, bytes);
    }
}
