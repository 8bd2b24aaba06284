// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FrameShape;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.json.BulkData;
import org.wardlight.rendering.dicom.json.DicomJson;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.http.Answer;
import org.wardlight.server.http.FilledServer;
import org.wardlight.server.http.MultipartReaderTest;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.blob.StagedBlob;

/** STOW-RS beyond the good case: metadata with bulk data, a full disk, a client that goes away. */
class StowTest {
    private static final Fixtures CT = Fixtures.ct().slices(3);
    private static final String DICOM = "Content-Type: multipart/related; type=\"application/dicom\"; boundary=edge";
    private static final String JSON =
            "Content-Type: multipart/related; type=\"application/dicom+json\"; boundary=edge";

    private final List<FilledServer> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(FilledServer::close);
    }

    private FilledServer server(Blobs blobs) throws IOException {
        FilledServer server = new FilledServer(blobs);
        running.add(server);
        return server;
    }

    private static byte[] body(List<byte[]> parts, List<String> headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            body.writeBytes(("--edge\r\n" + headers.get(i) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(parts.get(i));
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes("--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static byte[] json(DataSet data, String pixels) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        BulkData bulk = new BulkData(
                Long.MAX_VALUE,
                (path, element) -> element.tag() == Tag.PIXEL_DATA ? Optional.of(pixels) : Optional.empty());
        json.write('[');
        DicomJson.write(data, bulk, json);
        json.write(']');
        return json.toByteArray();
    }

    private static DicomObject object(byte[] bytes) throws Exception {
        return DicomReader.read(new MemoryByteSource(bytes), Limits.STANDARD);
    }

    private static byte[] frame(DicomObject object, int index) throws Exception {
        return object.pixelData()
                .orElseThrow()
                .frame(object.source(), index, FrameShape.of(object.data()), Limits.STANDARD);
    }

    private static int failure(Answer answer) throws IOException {
        return answer.json().at("/00081198/Value/0/00081197/Value/0").asInt();
    }

    private static Answer retrieve(FilledServer server, Answer stored) throws IOException {
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
        String url = stored.json().at("/00081199/Value/0/00081190/Value/0").asText();
        return server.get(url.substring(url.indexOf("/dicom-web")), "Accept: application/dicom; transfer-syntax=*");
    }

    @Test
    void metadata_with_native_pixels_in_a_part_of_their_own_becomes_an_object() throws Exception {
        FilledServer server = server(new MemoryBlobs());
        DicomObject ct = object(CT.bytes(0));
        byte[] body = body(
                List.of(json(ct.whole(), "bulk/1"), frame(ct, 0)),
                List.of(
                        "Content-Type: application/dicom+json",
                        "Content-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\r\nContent-Location: bulk/1"));
        DicomObject kept = object(
                retrieve(server, server.post("/dicom-web/studies", body, JSON)).body());
        assertThat(frame(kept, 0)).isEqualTo(frame(ct, 0));
        assertThat(kept.data().string(Tag.PATIENT_NAME)).isEqualTo(ct.data().string(Tag.PATIENT_NAME));
        assertThat(kept.syntax()).isEqualTo(ct.syntax());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"image/jpeg", "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"})
    void compressed_frames_come_a_part_each(String type) throws Exception {
        FilledServer server = server(new MemoryBlobs());
        DicomObject cine = object(JpegCine.bytes(Fixtures.ct().seed("stow").dataSet(0)));
        int frames = FrameShape.of(cine.data()).frames();
        List<byte[]> parts = new ArrayList<>(List.of(json(cine.whole(), "https://sender.example/bulk")));
        List<String> headers = new ArrayList<>(List.of("Content-Type: application/dicom+json"));
        for (int i = 0; i < frames; i++) {
            parts.add(frame(cine, i));
            headers.add("Content-Type: " + type + "\r\nContent-Location: https://sender.example/bulk");
        }
        DicomObject kept = object(retrieve(server, server.post("/dicom-web/studies", body(parts, headers), JSON))
                .body());
        assertThat(kept.syntax()).isEqualTo(cine.syntax());
        assertThat(frame(kept, frames - 1)).isEqualTo(frame(cine, frames - 1));
        Answer lacking =
                server.post("/dicom-web/studies", body(parts.subList(0, frames), headers.subList(0, frames)), JSON);
        assertThat(lacking.status()).isEqualTo(409);
        assertThat(failure(lacking)).isEqualTo(0xC000);
    }

    @Test
    void an_instance_whose_pixels_did_not_come_is_named_as_failed() throws Exception {
        FilledServer server = server(new MemoryBlobs());
        DicomObject ct = object(CT.bytes(0));
        Answer answer = server.post(
                "/dicom-web/studies",
                body(List.of(json(ct.whole(), "nowhere")), List.of("Content-Type: application/dicom+json")),
                JSON);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(failure(answer)).isEqualTo(0xC000);
        assertThat(answer.json().at("/00081198/Value/0/00081155/Value/0").asText())
                .isEqualTo(CT.instanceUid(0));
        Answer broken = server.post(
                "/dicom-web/studies",
                body(List.of("{".getBytes(StandardCharsets.UTF_8)), List.of("Content-Type: application/dicom+json")),
                JSON);
        assertThat(broken.status()).isEqualTo(409);
    }

    /** A store whose disk takes nothing larger than so many bytes, until there is space. */
    private static final class Cramped implements Blobs {
        private final Blobs blobs = new MemoryBlobs();
        private volatile long room;

        Cramped(long room) {
            this.room = room;
        }

        @Override
        public StagedBlob stage(InputStream bytes) throws IOException {
            return blobs.stage(new FilterInputStream(bytes) {
                private long count;

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    int got = super.read(target, offset, length);
                    count += got;
                    if (count > room) {
                        throw new IOException("No space left on device");
                    }
                    return got;
                }
            });
        }

        @Override
        public ByteSource open(BlobHash hash) throws IOException {
            return blobs.open(hash);
        }

        @Override
        public OptionalLong size(BlobHash hash) throws IOException {
            return blobs.size(hash);
        }

        @Override
        public void delete(BlobHash hash) throws IOException {
            blobs.delete(hash);
        }

        @Override
        public void forEach(BiConsumer<BlobHash, Long> action) throws IOException {
            blobs.forEach(action);
        }
    }

    @Test
    void what_finds_no_room_fails_alone_and_is_taken_when_there_is_room() throws Exception {
        Fixtures large = Fixtures.ct().seed("large").rows(512).columns(512);
        Cramped disk = new Cramped(CT.bytes(0).length + 1000L);
        FilledServer server = server(disk);
        byte[] body = MultipartReaderTest.body("edge", CT.bytes(0), large.bytes(0), CT.bytes(1));
        Answer answer = server.post("/dicom-web/studies", body, DICOM);
        assertThat(answer.status()).isEqualTo(202);
        JsonNode json = answer.json();
        assertThat(json.at("/00081199/Value")).hasSize(2);
        assertThat(failure(answer)).isEqualTo(0xA700);
        assertThat(json.at("/00081198/Value/0/00081155/Value/0").asText()).isEqualTo(large.instanceUid(0));
        disk.room = Long.MAX_VALUE;
        assertThat(server.post("/dicom-web/studies", MultipartReaderTest.body("edge", large.bytes(0)), DICOM)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_client_that_goes_away_leaves_whole_instances_alone(@TempDir Path folder) throws Exception {
        FilledServer server = server(new DirectoryBlobs(folder));
        byte[] body = MultipartReaderTest.body("edge", CT.bytes(0), CT.bytes(1));
        byte[] half = Arrays.copyOf(body, body.length - CT.bytes(1).length / 2);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(("POST /dicom-web/studies HTTP/1.1\r\nHost: 127.0.0.1\r\n" + DICOM + "\r\nContent-Length: "
                                    + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(half);
            socket.getOutputStream().flush();
        }
        String path = "/dicom-web/studies/" + CT.studyUid() + "/instances";
        for (int tries = 0; tries < 200 && (files(folder) != 1 || listed(server, path) != 1); tries++) {
            Thread.sleep(50);
        }
        assertThat(files(folder)).isEqualTo(1);
        assertThat(listed(server, path)).isEqualTo(1);
        assertThat(server.post("/dicom-web/studies", body, DICOM).status()).isEqualTo(200);
        assertThat(server.get(path).json()).hasSize(2);
    }

    private static int listed(FilledServer server, String path) throws IOException {
        Answer answer = server.get(path);
        return answer.status() == 204 ? 0 : answer.json().size();
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
