// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.Fixtures;

/** A segmentation from file to descriptor, picture and manifest; D14. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerRouteTest {
    private static final Fixtures CT = Fixtures.ct().rows(4).columns(6).slices(3);
    private static final String SEG = "2.25.4711.9.1";
    private static final String ALIEN = "2.25.4711.9.2";

    private FilledServer server;

    @BeforeAll
    void start() throws IOException {
        server = new FilledServer();
        for (int i = 0; i < 3; i++) {
            server.ingest(CT.bytes(i));
        }
        server.ingest(bytes(
                segmentation(SEG, image(1).string(Tag.FRAME_OF_REFERENCE_UID).orElseThrow())));
        server.ingest(bytes(segmentation(ALIEN, "2.25.1")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static DataSet image(int index) throws IOException {
        return DicomReader.read(new MemoryByteSource(CT.bytes(index)), Limits.STANDARD)
                .data();
    }

    /** On the place of the second slice every third pixel is set. */
    private static DataSetBuilder segmentation(String instance, String frameOfReference) throws IOException {
        DataSet ct = image(1);
        byte[] bits = new byte[4];
        for (int i = 0; i < 24; i += 3) {
            bits[i / 8] |= (byte) (1 << i % 8);
        }
        DataSet groups = DataSet.builder()
                .items(
                        Tag.PIXEL_MEASURES_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.PIXEL_SPACING, ct.decimals(Tag.PIXEL_SPACING))
                                .decimal(Tag.SLICE_THICKNESS, 1)
                                .build())
                .items(
                        Tag.PLANE_ORIENTATION_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                                .build())
                .items(
                        Tag.PLANE_POSITION_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.IMAGE_POSITION_PATIENT, ct.decimals(Tag.IMAGE_POSITION_PATIENT))
                                .build())
                .items(
                        0x0062000A,
                        DataSet.builder().integer(0x0062000B, Vr.US, 1).build())
                .build();
        return ct.toBuilder()
                .remove(Tag.PIXEL_DATA)
                .remove(Tag.RESCALE_INTERCEPT)
                .remove(Tag.RESCALE_SLOPE)
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.66.4")
                .string(Tag.SOP_INSTANCE_UID, instance)
                .string(Tag.SERIES_INSTANCE_UID, "2.25.4711.9")
                .string(Tag.MODALITY, "SEG")
                .string(Tag.FRAME_OF_REFERENCE_UID, frameOfReference)
                .integer(Tag.SERIES_NUMBER, 9)
                .integer(Tag.BITS_ALLOCATED, 1)
                .integer(Tag.BITS_STORED, 1)
                .integer(Tag.HIGH_BIT, 0)
                .integer(Tag.NUMBER_OF_FRAMES, 1)
                .items(
                        Tag.SEGMENT_SEQUENCE,
                        DataSet.builder()
                                .integer(Tag.SEGMENT_NUMBER, 1)
                                .string(Tag.SEGMENT_LABEL, "Stripes")
                                .build())
                .items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, groups)
                .bytes(Tag.PIXEL_DATA, Vr.OB, bits);
    }

    private static byte[] bytes(DataSetBuilder builder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(builder.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
        return out.toByteArray();
    }

    private JsonNode study() throws IOException, InterruptedException {
        return server.get("/api/v1/studies/" + CT.studyUid()).json();
    }

    @Test
    void the_descriptor_lists_it_with_the_frames_that_it_lies_over() throws Exception {
        JsonNode layers = study().get("layers");
        assertThat(layers).hasSize(1);
        assertThat(layers.get(0).get("layer").asText()).isEqualTo(SEG);
        assertThat(layers.get(0).get("kind").asText()).isEqualTo("SEGMENTATION");
        assertThat(layers.get(0).get("parts").get(0).get("label").asText()).isEqualTo("Stripes");
        assertThat(layers.get(0).get("frames").toString()).isEqualTo("[{\"series\":0,\"frames\":[1]}]");
        // One of another frame of reference lies over nothing, but its own frames are there.
        assertThat(study().get("series").get(1).get("instances")).hasSize(2);
    }

    @Test
    void its_picture_has_exactly_the_pixels_that_were_set() throws Exception {
        JsonNode study = study();
        String version = study.get("series")
                        .get(0)
                        .get("instances")
                        .get(1)
                        .get("version")
                        .asText()
                + study.get("layers").get(0).get("version").asText();
        Answer answer = server.get(address(1, SEG) + "?v=" + version);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("Cache-Control")).contains("immutable");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(image.getWidth()).isEqualTo(6);
        for (int i = 0; i < 24; i++) {
            assertThat(image.getRGB(i % 6, i / 6) >>> 24).as("pixel " + i).isEqualTo(i % 3 == 0 ? 255 : 0);
        }
    }

    @Test
    void over_other_frames_and_in_other_versions_there_is_none() throws Exception {
        assertThat(server.get(address(0, SEG)).status()).isEqualTo(404);
        assertThat(server.get(address(1, ALIEN)).status()).isEqualTo(404);
        assertThat(server.get(address(1, "overlay")).status()).isEqualTo(404);
        assertThat(server.get(address(1, SEG) + "?v=0000000000000000").status()).isEqualTo(410);
    }

    @Test
    void a_copy_has_it_at_its_address() throws Exception {
        JsonNode manifest = server.get("/sync/v1/studies/" + CT.studyUid() + "/manifest?for=exact")
                .json();
        int layers = 0;
        for (JsonNode blob : manifest.get("blobs")) {
            if (blob.get("kind").asText().equals("layer")) {
                assertThat(server.get(blob.get("path").asText()).body())
                        .hasSize(blob.get("bytes").asInt());
                layers++;
            }
        }
        assertThat(layers).isEqualTo(1);
    }

    private static String address(int slice, String layer) {
        return "/api/v1/instances/" + CT.instanceUid(slice) + "/frames/1/layers/" + layer;
    }
}
