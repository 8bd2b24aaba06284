// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.EcgWriting;
import org.wardlight.rendering.phantom.ReportWriting;

class DocumentFilesTest {
    private static final byte[] XML =
            "<ClinicalDocument><title>T</title></ClinicalDocument>".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void check_says_document_where_there_is_a_page_and_no_image_where_there_is_none() throws Exception {
        assertThat(status(write("report.dcm", report()))).isEqualTo("document");
        assertThat(status(write("ecg.dcm", ecg("9.1.1")))).isEqualTo("document");
        assertThat(status(write("letter.dcm", encapsulated("104.2", XML)))).isEqualTo("document");
        assertThat(status(write("raw.dcm", header("66")))).isEqualTo("no-image");
        assertThat(status(write("voice.dcm", ecg("9.4.1")))).isEqualTo("no-image");
        assertThat(status(write("empty.dcm", encapsulated("104.3", new byte[0]))))
                .isEqualTo("no-image");
    }

    @Test
    void render_writes_the_document_of_the_ending() throws Exception {
        assertThat(rendered(ecg("9.1.1"), "svg")).startsWith("<svg");
        assertThat(rendered(report(), "html")).startsWith("<!DOCTYPE html>").contains("All well");
        assertThat(rendered(encapsulated("104.2", XML), "xml")).isEqualTo(new String(XML, StandardCharsets.US_ASCII));
        assertThat(rendered(encapsulated("104.1", "%PDF-1".getBytes(StandardCharsets.US_ASCII)), "pdf"))
                .isEqualTo("%PDF-1");
    }

    @Test
    void an_ending_of_another_kind_is_refused_in_words() throws Exception {
        Run run = Run.of(
                "render",
                write("report.dcm", report()).toString(),
                "-o",
                folder.resolve("a.pdf").toString());

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("use the ending .html");
        assertThat(folder.resolve("a.pdf")).doesNotExist();
    }

    private String rendered(DataSetBuilder data, String ending) throws Exception {
        Path out = folder.resolve("out." + ending);
        Run run = Run.of("render", write("in.dcm", data).toString(), "-o", out.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Files.readString(out);
    }

    private static String status(Path file) {
        return Run.of("check", file.toString()).lines().get(0).split("\t", -1)[1];
    }

    private Path write(String name, DataSetBuilder data) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            DicomWriter.write(data.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
        }
        return file;
    }

    private static DataSetBuilder report() {
        return ReportWriting.container(
                header("88.11"),
                ReportWriting.code("18748-4", "LN", "Diagnostic imaging report"),
                ReportWriting.text("CONTAINS", "Impression", "All well"));
    }

    private static DataSetBuilder ecg(String sopClass) {
        return EcgWriting.object(header(sopClass), EcgWriting.resting(100, 1));
    }

    private static DataSetBuilder encapsulated(String sopClass, byte[] bytes) {
        return header(sopClass).bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, bytes).integer(0x00420015, bytes.length);
    }

    private static DataSetBuilder header(String sopClass) {
        return DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1." + sopClass)
                .string(Tag.SOP_INSTANCE_UID, "2.25.7")
                .string(Tag.STUDY_INSTANCE_UID, "2.25.5")
                .string(Tag.SERIES_INSTANCE_UID, "2.25.6")
                .string(Tag.PATIENT_ID, "9990000018");
    }
}
