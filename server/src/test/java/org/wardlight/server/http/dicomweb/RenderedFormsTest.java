// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.http.Answer;
import org.wardlight.server.http.FilledServer;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.MultipartReader;

/** Rendered resources beyond one frame in a window: parts, words, profiles, presentation states, whole series, and WADO-URI for the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenderedFormsTest {
    private static final Fixtures CT =
            Fixtures.ct().slices(3).rows(256).columns(256).values((slice, row, column) -> 1000 + row + 2 * column);
    private static final Fixtures CINE = Fixtures.ct().seed("cine");
    private static final String STATE = "2.25.4711";
    private static final String WINDOW = "window=300,800,linear-exact";
    private static final String PNG = "Accept: image/png";

    private FilledServer server;
    private String instance;

    @BeforeAll
    void start() throws Exception {
        server = new FilledServer()
                .with(CT, 3)
                .ingest(JpegCine.bytes(CINE.dataSet(0)))
                .ingest(state());
        instance = series(CT) + "/instances/" + CT.instanceUid(0);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String series(Fixtures study) {
        return "/dicom-web/studies/" + study.studyUid() + "/series/" + study.seriesUid();
    }

    /** Shows the first slice mirrored, in a window of its own. */
    private static byte[] state() throws IOException {
        DataSet image = DataSet.builder()
                .string(Tag.REFERENCED_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2")
                .string(Tag.REFERENCED_SOP_INSTANCE_UID, CT.instanceUid(0))
                .build();
        DataSet ct = CT.dataSet(0);
        DataSet state = DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.11.1")
                .string(Tag.SOP_INSTANCE_UID, STATE)
                .string(Tag.PATIENT_NAME, ct.string(Tag.PATIENT_NAME).orElse(""))
                .string(Tag.PATIENT_ID, ct.string(Tag.PATIENT_ID).orElse(""))
                .string(
                        Tag.PATIENT_BIRTH_DATE,
                        ct.string(Tag.PATIENT_BIRTH_DATE).orElse(""))
                .string(Tag.STUDY_INSTANCE_UID, CT.studyUid())
                .string(Tag.SERIES_INSTANCE_UID, "2.25.4710")
                .string(Tag.MODALITY, "PR")
                .string(0x00700041, Vr.CS, "Y")
                .integer(0x00700042, Vr.US, 0)
                .items(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder()
                                .string(Tag.SERIES_INSTANCE_UID, CT.seriesUid())
                                .items(Tag.REFERENCED_IMAGE_SEQUENCE, image)
                                .build())
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(state, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
        return out.toByteArray();
    }

    private Raster raster(String path, String... headers) throws Exception {
        Answer answer = server.get(path, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(answer.body())).getRaster();
    }

    private static List<byte[]> parts(Answer answer, String type) throws Exception {
        MediaType body = MediaType.parse(answer.header("Content-Type"));
        assertThat(body.parameter("type")).contains(type);
        MultipartReader reader = new MultipartReader(
                new ByteArrayInputStream(answer.body()),
                body.parameter("boundary").orElseThrow());
        List<byte[]> parts = new ArrayList<>();
        while (reader.next()) {
            assertThat(reader.headers()).containsEntry("content-type", type);
            parts.add(reader.body().readAllBytes());
        }
        return parts;
    }

    @Test
    void a_part_of_the_frame_is_cut_out_and_may_be_mirrored() throws Exception {
        Raster whole = raster(instance + "/rendered?" + WINDOW, PNG);
        Raster part = raster(instance + "/rendered?" + WINDOW + "&viewport=64,64,100,20,64,64", PNG);
        Raster mirrored = raster(instance + "/rendered?" + WINDOW + "&viewport=64,64,100,20,-64,64", PNG);
        assertThat(part.getWidth()).isEqualTo(64);
        assertThat(part.getSample(5, 7, 0)).isEqualTo(whole.getSample(105, 27, 0));
        assertThat(mirrored.getSample(5, 7, 0)).isEqualTo(whole.getSample(100 + 63 - 5, 27, 0));
        Raster enlarged = raster(instance + "/rendered?" + WINDOW + "&viewport=128,128,100,20,64,64", PNG);
        assertThat(enlarged.getHeight()).isEqualTo(128);
    }

    @Test
    void words_are_burned_in_on_demand_alone() throws Exception {
        Raster plain = raster(instance + "/rendered?" + WINDOW, PNG);
        Raster patient = raster(instance + "/rendered?" + WINDOW + "&annotation=patient", PNG);
        Raster both = raster(instance + "/rendered?" + WINDOW + "&annotation=patient,technique", PNG);
        assertThat(differing(plain, patient, 0, 128)).isPositive();
        assertThat(differing(plain, patient, 200, 256)).isZero();
        assertThat(differing(plain, both, 200, 256)).isPositive();
    }

    private static int differing(Raster one, Raster other, int from, int to) {
        int count = 0;
        for (int y = from; y < to; y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                count += one.getSample(x, y, 0) == other.getSample(x, y, 0) ? 0 : 1;
            }
        }
        return count;
    }

    @Test
    void a_gif_has_the_same_greys() throws Exception {
        Answer gif = server.get(instance + "/rendered?" + WINDOW, "Accept: image/gif");
        assertThat(gif.header("Content-Type")).isEqualTo("image/gif");
        int grey = ImageIO.read(new ByteArrayInputStream(gif.body())).getRGB(40, 30) & 0xFF;
        assertThat(grey).isEqualTo(raster(instance + "/rendered?" + WINDOW, PNG).getSample(40, 30, 0));
    }

    @Test
    void all_images_of_a_series_and_all_frames_come_as_parts() throws Exception {
        String accept = "Accept: multipart/related; type=\"image/png\"";
        List<byte[]> images = parts(server.get(series(CT) + "/rendered", accept), "image/png");
        assertThat(images).hasSize(3);
        assertThat(images.get(0))
                .isEqualTo(server.get(instance + "/rendered", PNG).body());
        String cine = series(CINE) + "/instances/" + CINE.instanceUid(0);
        assertThat(parts(server.get(cine + "/rendered", accept), "image/png")).hasSize(2);
        List<byte[]> listed = parts(server.get(cine + "/frames/2,1/rendered", accept), "image/png");
        assertThat(listed.get(0))
                .isEqualTo(server.get(cine + "/frames/2/rendered", PNG).body());
    }

    @Test
    void a_presentation_state_turns_the_image_that_it_names() throws Exception {
        Raster plain = raster(instance + "/rendered", PNG);
        assertThat(plain.getSample(255, 100, 0)).isGreaterThan(plain.getSample(0, 100, 0));
        Raster stated = raster(instance + "/rendered?presentationUID=" + STATE, PNG);
        assertThat(stated.getSample(0, 100, 0)).isGreaterThan(stated.getSample(255, 100, 0));
        Raster itself = raster(
                "/dicom-web/studies/" + CT.studyUid() + "/series/2.25.4710/instances/" + STATE + "/rendered", PNG);
        assertThat(differing(itself, stated, 0, 256)).isZero();
        assertThat(server.get(series(CT) + "/instances/" + CT.instanceUid(1) + "/rendered?presentationUID=" + STATE)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void wado_uri_gives_objects_and_pictures_by_its_query() throws Exception {
        String query = "/wado?requestType=WADO&studyUID=" + CT.studyUid() + "&seriesUID=" + CT.seriesUid()
                + "&objectUID=" + CT.instanceUid(0);
        assertThat(server.get(query).header("Content-Type")).isEqualTo("image/jpeg");
        Answer object = server.get(query + "&contentType=application/dicom");
        assertThat(object.header("Content-Type")).startsWith("application/dicom;");
        assertThat(object.body()).isEqualTo(CT.bytes(0));
        Raster small = raster(query + "&contentType=image/png&rows=64&windowCenter=300&windowWidth=800");
        assertThat(small.getHeight()).isEqualTo(64);
        Raster part = raster(query + "&contentType=image/png&region=0.5,0,1,0.5");
        assertThat(part.getWidth()).isEqualTo(128);
        for (String wrong : new String[] {
            "&anonymize=yes", "&windowCenter=5", "&frameNumber=x", "&rows=0", "&region=1,2,3", "&annotation=all"
        }) {
            Answer refused = server.get(query + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
        }
        assertThat(server.get(query + "&contentType=text/html").status()).isEqualTo(406);
        assertThat(server.get("/wado?requestType=WADO&studyUID=1.2").status()).isEqualTo(400);
        assertThat(server.get(query.replace(CT.studyUid(), "1.2.3")).status()).isEqualTo(404);
        assertThat(server.get(query.replace("requestType=WADO&", "")).status()).isEqualTo(400);
    }
}
