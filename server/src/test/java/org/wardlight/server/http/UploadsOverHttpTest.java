// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.blob.BlobHash;

class UploadsOverHttpTest {
    private static final String UPLOADS = "/api/v1/uploads";
    private static final Fixtures CT = Fixtures.ct().rows(4).columns(4).slices(1);
    private static final byte[] FILE = CT.bytes(0);

    private FilledServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FilledServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode begin() throws Exception {
        String body = "{\"name\":\"im1\",\"key\":\"k\",\"bytes\":" + FILE.length + "}";
        Answer answer = server.post(UPLOADS, body.getBytes(StandardCharsets.UTF_8), "Content-Type: application/json");
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private Answer append(String upload, int from, int to) throws Exception {
        byte[] piece = Arrays.copyOfRange(FILE, from, to);
        String digest =
                Base64.getEncoder().encodeToString(BlobHash.hashing(piece).bytes());
        return server.send(
                "PATCH",
                UPLOADS + "/" + upload + "?at=" + from,
                piece,
                "Content-Type: application/octet-stream",
                "Content-Digest: sha-256=:" + digest + ":");
    }

    private JsonNode done(String upload) throws Exception {
        JsonNode line = server.get(UPLOADS + "/" + upload).json();
        for (int i = 0; i < 500 && !line.get("state").asText().equals("done"); i++) {
            Thread.sleep(20);
            line = server.get(UPLOADS + "/" + upload).json();
        }
        return line;
    }

    @Test
    void a_file_comes_in_pieces_and_its_study_is_there() throws Exception {
        String upload = begin().get("upload").asText();
        assertThat(append(upload, 0, 100).json().get("received").asInt()).isEqualTo(100);
        assertThat(begin().get("received").asInt()).as("the same file again").isEqualTo(100);
        assertThat(append(upload, 0, 100).json().get("code").asText()).isEqualTo("upload-elsewhere");
        assertThat(append(upload, 100, FILE.length).status()).isEqualTo(200);
        JsonNode done = done(upload);
        Contract.same("upload.json", with(done));
        assertThat(done.at("/result/added").asInt()).isEqualTo(1);
        assertThat(server.get("/api/v1/studies/" + CT.studyUid()).status()).isEqualTo(200);
        assertThat(server.get(UPLOADS).json().get("uploads")).hasSize(1);
        assertThat(server.send("DELETE", UPLOADS + "/" + upload, new byte[0]).status())
                .isEqualTo(204);
        assertThat(server.get(UPLOADS).json().get("uploads")).isEmpty();
    }

    /** The same answer with a problem, so that the form of one is compared too. */
    private static JsonNode with(JsonNode done) throws Exception {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(
                        done.toString().replace("\"problems\":[]", "\"problems\":[{\"name\":\"x\",\"reason\":\"y\"}]"));
    }

    @Test
    void what_is_not_a_piece_is_refused_in_words() throws Exception {
        String upload = begin().get("upload").asText();
        String path = UPLOADS + "/" + upload + "?at=0";
        String type = "Content-Type: application/octet-stream";
        assertThat(server.send("PATCH", path, new byte[4], type)
                        .json()
                        .get("code")
                        .asText())
                .as("no digest")
                .isEqualTo("bad-parameter");
        String wrong = "Content-Digest: sha-256=:" + "A".repeat(43) + "=:";
        assertThat(server.send("PATCH", path, new byte[4], type, wrong)
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("piece-damaged");
        assertThat(server.send("PATCH", path, new byte[4], "Content-Type: text/plain", wrong)
                        .status())
                .isEqualTo(415);
        assertThat(append("nothing", 0, 4).json().get("code").asText()).isEqualTo("upload-not-found");
        for (String body : new String[] {
            "{}", "{\"name\":\" \",\"key\":\"k\",\"bytes\":4}", "{\"name\":\"n\",\"key\":\"k\",\"bytes\":0}"
        }) {
            assertThat(server.post(UPLOADS, body.getBytes(StandardCharsets.UTF_8), "Content-Type: application/json")
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
        String huge = "{\"name\":\"n\",\"key\":\"k\",\"bytes\":999999999999999}";
        assertThat(server.post(UPLOADS, huge.getBytes(StandardCharsets.UTF_8), "Content-Type: application/json")
                        .status())
                .isEqualTo(413);
    }
}
