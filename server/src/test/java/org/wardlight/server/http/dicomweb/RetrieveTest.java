// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.FrameShape;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.http.Answer;
import org.wardlight.server.http.FilledServer;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.MultipartReader;

class RetrieveTest {
    private static final Fixtures CT = Fixtures.ct().slices(3);
    private static final Fixtures CINE = Fixtures.ct().seed("cine");
    private static final byte[] CINE_BYTES = JpegCine.bytes(CINE.dataSet(0));
    private static final String DICOM = "Accept: multipart/related; type=\"application/dicom\"";
    private static final String OCTETS = "Accept: multipart/related; type=application/octet-stream";

    private FilledServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FilledServer().with(CT, 3).ingest(CINE_BYTES);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String study(Fixtures study) {
        return "/dicom-web/studies/" + study.studyUid();
    }

    private static String instance(Fixtures study, int index) {
        return study(study) + "/series/" + study.seriesUid() + "/instances/" + study.instanceUid(index);
    }

    private record Part(String type, byte[] bytes) {}

    private static List<Part> parts(Answer answer) throws Exception {
        assertThat(answer.status()).isEqualTo(200);
        String type = answer.header("Content-Type");
        assertThat(type).startsWith("multipart/related; type=\"").contains("boundary=\"");
        String boundary = MediaType.parse(type).parameter("boundary").orElseThrow();
        MultipartReader reader = new MultipartReader(new ByteArrayInputStream(answer.body()), boundary);
        List<Part> parts = new ArrayList<>();
        while (reader.next()) {
            String partType = reader.headers().getOrDefault("content-type", "");
            parts.add(new Part(partType, reader.body().readAllBytes()));
        }
        return parts;
    }

    private static byte[] frame(Fixtures fixture, int number) throws Exception {
        byte[] bytes = fixture == CINE ? CINE_BYTES : fixture.bytes(0);
        DicomObject object = DicomReader.read(new MemoryByteSource(bytes), Limits.STANDARD);
        return object.pixelData()
                .orElseThrow()
                .frame(object.source(), number - 1, FrameShape.of(object.data()), Limits.STANDARD);
    }

    @Test
    void a_study_and_a_series_come_back_to_the_last_byte() throws Exception {
        for (String path : new String[] {study(CT), study(CT) + "/series/" + CT.seriesUid()}) {
            List<Part> parts = parts(server.get(path, DICOM + "; transfer-syntax=*"));
            assertThat(parts).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertThat(parts.get(i).bytes()).isEqualTo(CT.bytes(i));
                assertThat(parts.get(i).type()).isEqualTo("application/dicom; transfer-syntax=1.2.840.10008.1.2.1");
            }
        }
        assertThat(server.get("/dicom-web/studies/1.2.3").status()).isEqualTo(404);
        assertThat(server.get(study(CT) + "/series/1.2").status()).isEqualTo(404);
    }

    @Test
    void a_compressed_object_is_decoded_unless_its_syntax_is_taken() throws Exception {
        DicomObject stored = DicomReader.read(new MemoryByteSource(CINE_BYTES), Limits.STANDARD);
        Part plain = parts(server.get(instance(CINE, 0), DICOM)).get(0);
        assertThat(plain.type()).endsWith("=1.2.840.10008.1.2.1");
        DicomObject decoded = DicomReader.read(new MemoryByteSource(plain.bytes()), Limits.STANDARD);
        assertThat(decoded.syntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        assertThat(decoded.pixelData().orElseThrow().frames(FrameShape.of(decoded.data())))
                .isEqualTo(FrameShape.of(stored.data()).frames());
        String own = stored.syntax().uid();
        assertThat(parts(server.get(instance(CINE, 0), DICOM + "; transfer-syntax=" + own))
                        .get(0)
                        .bytes())
                .isEqualTo(CINE_BYTES);
        assertThat(server.get(instance(CINE, 0), DICOM + "; transfer-syntax=1.2.840.10008.1.2.4.90")
                        .status())
                .isEqualTo(406);
        assertThat(server.get(
                                instance(CINE, 0) + "?accept=application/dicom%3Btransfer-syntax%3D*",
                                "Accept: image/png")
                        .body())
                .isEqualTo(CINE_BYTES);
        assertThat(server.get(instance(CINE, 0), DICOM + ", image/jpeg").status())
                .isEqualTo(400);
    }

    @Test
    void metadata_refers_to_pixels_that_are_there() throws Exception {
        var all = server.get(study(CT) + "/metadata", "Accept: application/dicom+json")
                .json();
        assertThat(all).hasSize(3);
        assertThat(all.at("/2/00080018/Value/0").asText()).isEqualTo(CT.instanceUid(2));
        assertThat(all.at("/0/00083002/Value/0").asText()).isEqualTo("1.2.840.10008.1.2.1");
        String uri = all.at("/0/7FE00010/BulkDataURI").asText();
        String path = uri.substring(uri.indexOf("/dicom-web"));
        assertThat(server.get(path, "Accept: application/octet-stream").body()).isEqualTo(frame(CT, 1));
        assertThat(parts(server.get(path, OCTETS)).get(0).bytes()).isEqualTo(frame(CT, 1));
        Answer range = server.get(path, "Accept: */*", "Range: bytes=10-19");
        assertThat(range.status()).isEqualTo(206);
        assertThat(range.body()).isEqualTo(Arrays.copyOfRange(frame(CT, 1), 10, 20));
        assertThat(range.header("Content-Range")).isEqualTo("bytes 10-19/" + frame(CT, 1).length);
        assertThat(server.get(path, "Range: bytes=99999999-").status()).isEqualTo(416);
        assertThat(server.get(instance(CT, 0) + "/bulkdata/00091010").status()).isEqualTo(404);
        assertThat(server.get(instance(CT, 0) + "/bulkdata/x").status()).isEqualTo(400);
        assertThat(server.get(study(CT) + "/metadata", "Accept: application/dicom+xml")
                        .status())
                .isEqualTo(406);
    }

    @Test
    void frames_are_values_or_the_stored_codestream() throws Exception {
        assertThat(parts(server.get(instance(CT, 0) + "/frames/1", OCTETS))
                        .get(0)
                        .bytes())
                .isEqualTo(frame(CT, 1));
        List<Part> plain = parts(server.get(instance(CINE, 0) + "/frames/2,1", OCTETS));
        assertThat(plain)
                .hasSize(2)
                .allSatisfy(part -> assertThat(part.type())
                        .isEqualTo("application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1"));
        assertThat(plain.get(0).bytes()).isNotEqualTo(plain.get(1).bytes());
        for (String accept : new String[] {
            OCTETS + "; transfer-syntax=*",
            "Accept: multipart/related; type=\"image/jpeg\"; transfer-syntax=1.2.840.10008.1.2.4.50",
            "Accept: multipart/related; type=image/jls, multipart/related; type=image/jpeg"
        }) {
            Part stored =
                    parts(server.get(instance(CINE, 0) + "/frames/2", accept)).get(0);
            assertThat(stored.type()).isEqualTo("image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50");
            assertThat(stored.bytes()).isEqualTo(frame(CINE, 2));
        }
        assertThat(server.get(instance(CINE, 0) + "/frames/1", "Accept: image/jpeg")
                        .body())
                .isEqualTo(frame(CINE, 1));
    }

    @Test
    void frames_that_are_not_there_and_forms_that_do_not_fit_are_refused() throws Exception {
        assertThat(server.get(instance(CT, 0) + "/frames/2", OCTETS).status()).isEqualTo(404);
        assertThat(server.get(instance(CT, 0) + "/frames/0", OCTETS).status()).isEqualTo(400);
        assertThat(server.get(instance(CT, 0) + "/frames/a", OCTETS).status()).isEqualTo(400);
        assertThat(server.get(instance(CT, 0) + "/frames/1", "Accept: image/jls")
                        .status())
                .isEqualTo(406);
    }

    /** What a viewer reads is little endian whatever the object's byte order (PS3.18 8.7.3.4). */
    @Test
    void frames_of_a_big_endian_object_are_little_endian() throws Exception {
        Fixtures other = Fixtures.ct().seed("big");
        DataSet data = other.dataSet(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(data, TransferSyntax.EXPLICIT_BIG_ENDIAN, out);
        server.ingest(out.toByteArray());
        assertThat(parts(server.get(instance(other, 0) + "/frames/1", OCTETS))
                        .get(0)
                        .bytes())
                .isEqualTo(frame(other, 1));
        Part object = parts(server.get(instance(other, 0), DICOM)).get(0);
        DicomObject plain = DicomReader.read(new MemoryByteSource(object.bytes()), Limits.STANDARD);
        assertThat(plain.syntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    @Test
    void a_study_and_a_series_have_a_thumbnail() throws Exception {
        Answer thumbnail = server.get(study(CT) + "/thumbnail", "Accept: image/jpeg");
        assertThat(thumbnail.status()).isEqualTo(200);
        assertThat(thumbnail.body())
                .isEqualTo(server.get(instance(CT, 1) + "/thumbnail", "Accept: image/jpeg")
                        .body());
        assertThat(server.get(study(CT) + "/series/" + CT.seriesUid() + "/rendered", "Accept: image/png")
                        .header("Content-Type"))
                .isEqualTo("image/png");
    }
}
