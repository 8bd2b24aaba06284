// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.EcgWriting;
import org.wardlight.rendering.phantom.ReportWriting;

class DocumentsTest {
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    private static final String REPORT = "/api/v1/instances/2.25.300.1/document";

    private FilledServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FilledServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_report_is_listed_opened_and_copied() throws Exception {
        server.ingest(bytes(report("2.25.300.1")));
        JsonNode study = server.get("/api/v1/studies/2.25.300").json();
        JsonNode document = study.get("documents").get(0);
        String path = REPORT + "?v=" + document.get("version").asText();
        Answer answer = server.get(path);

        assertThat(study.get("omitted")).isEmpty();
        assertThat(document.get("kind").asText()).isEqualTo("REPORT");
        assertThat(document.get("title").asText()).isEqualTo("Diagnostic imaging report");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(answer.header("Cache-Control")).contains("immutable");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("<dd><div class=\"text\">All well &lt;b&gt;</div></dd>");
        assertThat(server.get("/sync/v1/studies/2.25.300/manifest?for=exact")
                        .json()
                        .get("blobs"))
                .anyMatch(blob -> blob.get("kind").asText().equals("document")
                        && blob.get("path").asText().equals(path));
    }

    @Test
    void a_waveform_answers_svg_and_a_pdf_its_bytes() throws Exception {
        byte[] pdf = "%PDF-1.4 x".getBytes(StandardCharsets.US_ASCII);
        server.ingest(bytes(EcgWriting.object(header("9.1.1", "2.25.300.2"), EcgWriting.resting(100, 2))));
        server.ingest(bytes(header("104.1", "2.25.300.3").bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, pdf)));
        Answer svg = server.get("/api/v1/instances/2.25.300.2/waveforms/1");
        Answer letter = server.get("/api/v1/instances/2.25.300.3/document");

        assertThat(svg.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(new String(svg.body(), StandardCharsets.UTF_8)).startsWith("<svg");
        assertThat(letter.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(letter.body()).isEqualTo(pdf);
        assertThat(server.get("/api/v1/instances/2.25.300.2/waveforms/2").status())
                .isEqualTo(422);
    }

    @Test
    void what_is_not_here_or_no_document_is_a_problem() throws Exception {
        server.ingest(bytes(report("2.25.300.1")));
        server.ingest(bytes(header("66", "2.25.300.4")));

        assertThat(server.get("/api/v1/instances/2.25.9/document").status()).isEqualTo(404);
        assertThat(server.get(REPORT + "?v=00000000").status()).isEqualTo(410);
        assertThat(server.get(REPORT + "?page=2").status()).isEqualTo(422);
        assertThat(server.get("/api/v1/instances/2.25.300.4/document").status()).isEqualTo(422);
    }

    @Test
    void a_document_of_another_patient_is_refused() throws Exception {
        server.ingest(bytes(report("2.25.300.1")));
        server.ingest(bytes(report("2.25.300.5").string(Tag.PATIENT_ID, "OTHER")));
        JsonNode study = server.get("/api/v1/studies/2.25.300").json();

        assertThat(study.get("documents")).hasSize(1);
        assertThat(server.get("/api/v1/instances/2.25.300.5/document").status()).isGreaterThanOrEqualTo(400);
    }

    private static DataSetBuilder report(String instance) {
        return ReportWriting.container(
                header("88.11", instance),
                ReportWriting.code("18748-4", "LN", "Diagnostic imaging report"),
                ReportWriting.text("CONTAINS", "Impression", "All well <b>"));
    }

    private static DataSetBuilder header(String sopClass, String instance) {
        return DataSet.builder()
                .string(Tag.SOP_CLASS_UID, STORAGE + sopClass)
                .string(Tag.SOP_INSTANCE_UID, instance)
                .string(Tag.STUDY_INSTANCE_UID, "2.25.300")
                .string(Tag.SERIES_INSTANCE_UID, "2.25.301")
                .string(Tag.MODALITY, "SR")
                .string(Tag.PATIENT_NAME, "ZZTEST^ALED")
                .string(Tag.PATIENT_ID, "9990000018");
    }

    private static byte[] bytes(DataSetBuilder data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(data.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
        return out.toByteArray();
    }
}
