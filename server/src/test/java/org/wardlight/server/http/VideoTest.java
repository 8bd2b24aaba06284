// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.Fragments;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.Pixels;

/** Of the stream only its first bytes are those of an MP4 file: nothing here looks further. */
class VideoTest {
    private static final String VIDEO = "/api/v1/instances/2.25.401/video";
    private final byte[] stream = stream();
    private FilledServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FilledServer().ingest(object(stream));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_descriptor_says_what_a_player_gets() throws Exception {
        JsonNode series =
                server.get("/api/v1/studies/2.25.400").json().get("series").get(0);
        JsonNode video = series.get("instances").get(0).get("video");

        assertThat(video.get("type").asText()).isEqualTo("video/mp4");
        assertThat(video.get("playable").asBoolean()).isTrue();
        assertThat(video.get("bytes").asLong()).isEqualTo(stream.length);
        assertThat(series.get("frames")).hasSize(50);
        assertThat(series.get("kinds").get(0).get("lossy").isNull()).isFalse();
    }

    @Test
    void all_fragments_are_one_stream() throws Exception {
        Answer answer = server.get(VIDEO);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.body()).isEqualTo(stream);
    }

    @Test
    void a_range_over_a_joint_of_fragments_is_answered_with_exactly_that() throws Exception {
        Answer middle = server.get(VIDEO + "?v=" + version(), "Range: bytes=69990-70009");
        Answer open = server.get(VIDEO, "Range: bytes=199990-");
        Answer last = server.get(VIDEO, "Range: bytes=-7");
        Answer beyond = server.get(VIDEO, "Range: bytes=199998-900000");

        assertThat(middle.status()).isEqualTo(206);
        assertThat(middle.header("Content-Range")).isEqualTo("bytes 69990-70009/200000");
        assertThat(middle.header("Cache-Control")).contains("immutable");
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(stream, 69_990, 70_010));
        assertThat(open.body()).isEqualTo(Arrays.copyOfRange(stream, 199_990, 200_000));
        assertThat(last.body()).isEqualTo(Arrays.copyOfRange(stream, 199_993, 200_000));
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes 199998-199999/200000");
    }

    @Test
    void what_lies_outside_or_is_several_ranges_is_refused() throws Exception {
        for (String range : List.of("bytes=200000-", "bytes=5-4", "bytes=0-1,5-6", "bytes=-0", "bytes=a-b")) {
            Answer answer = server.get(VIDEO + "?v=" + version(), "Range: " + range);
            assertThat(answer.status()).as(range).isEqualTo(416);
            assertThat(answer.header("Content-Range")).isEqualTo("bytes */200000");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
        assertThat(server.get(VIDEO, "Range: lines=1-2").status()).isEqualTo(200);
    }

    @Test
    void a_range_of_another_version_gets_the_whole() throws Exception {
        String etag = server.get(VIDEO).header("ETag");

        assertThat(server.get(VIDEO, "Range: bytes=0-9", "If-Range: " + etag).status())
                .isEqualTo(206);
        assertThat(server.get(VIDEO, "Range: bytes=0-9", "If-Range: \"other\"").status())
                .isEqualTo(200);
        assertThat(server.get(VIDEO, "If-None-Match: " + etag).status()).isEqualTo(304);
    }

    @Test
    void a_head_request_says_the_length_and_sends_nothing() throws Exception {
        Answer head = Answer.send(server.port(), "HEAD", VIDEO, new byte[0]);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("200000");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void a_tablet_gets_the_video_and_its_poster_alone() throws Exception {
        JsonNode blobs = server.get("/sync/v1/studies/2.25.400/manifest?for=exact")
                .json()
                .get("blobs");

        assertThat(blobs)
                .anyMatch(blob -> blob.get("kind").asText().equals("video")
                        && blob.get("bytes").asLong() == stream.length
                        && blob.get("path").asText().equals(VIDEO + "?v=" + version()));
        assertThat(blobs).noneMatch(blob -> blob.get("path").asText().contains("/frames/2/"));
    }

    @Test
    void what_is_no_video_or_another_version_is_a_problem() throws Exception {
        assertThat(server.get("/api/v1/instances/2.25.9/video").status()).isEqualTo(404);
        assertThat(server.get(VIDEO + "?v=00000000").status()).isEqualTo(410);
        server.with(org.wardlight.rendering.phantom.Fixtures.ct().rows(8).columns(8), 1);
        String image = org.wardlight.rendering.phantom.Fixtures.ct().instanceUid(0);
        assertThat(server.get("/api/v1/instances/" + image + "/video").status()).isEqualTo(422);
    }

    private String version() {
        try {
            return server.get("/api/v1/studies/2.25.400")
                    .json()
                    .get("series")
                    .get(0)
                    .get("instances")
                    .get(0)
                    .get("version")
                    .asText();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static byte[] stream() {
        byte[] bytes = new byte[200_000];
        new Random(3).nextBytes(bytes);
        System.arraycopy("\0\0\0\20ftypisom".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, 12);
        return bytes;
    }

    private static byte[] object(byte[] stream) throws IOException {
        Fragments fragments = new Fragments(
                List.of(
                        new Bytes(Arrays.copyOf(stream, 70_000)),
                        new Bytes(Arrays.copyOfRange(stream, 70_000, stream.length))),
                List.of());
        DataSet data = Pixels.describe(
                        DataSet.builder()
                                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.77.1.1.1")
                                .string(Tag.SOP_INSTANCE_UID, "2.25.401")
                                .string(Tag.STUDY_INSTANCE_UID, "2.25.400")
                                .string(Tag.SERIES_INSTANCE_UID, "2.25.402")
                                .string(Tag.MODALITY, "ES")
                                .string(Tag.PATIENT_NAME, "ZZTEST^ALED")
                                .string(Tag.PATIENT_ID, "9990000018"),
                        48,
                        64,
                        3,
                        "YBR_PARTIAL_420",
                        8,
                        8)
                .integer(Tag.NUMBER_OF_FRAMES, 50)
                .put(new Element(Tag.PIXEL_DATA, Vr.OB, fragments))
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(data, TransferSyntax.of("1.2.840.10008.1.2.4.102.1"), out);
        return out.toByteArray();
    }
}
