// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.server.http.Contract.file;
import static org.wardlight.server.http.Contract.same;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.wardlight.rendering.phantom.Fixtures;

/** The server's answers have the fields and types of the contract files, which the web client parses in its own tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
    private static final Fixtures CT = Fixtures.ct().slices(2);

    private FilledServer server;

    @BeforeAll
    void start() throws Exception {
        server = new FilledServer().with(CT, 2);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void studies() throws Exception {
        same("studies.json", server.get("/api/v1/studies?q=zztest+aled").json());
    }

    @Test
    void study() throws Exception {
        same("study.json", server.get("/api/v1/studies/" + CT.studyUid()).json());
    }

    @Test
    void arrival() throws Exception {
        Answer answer = server.get("/api/v1/studies/" + CT.studyUid() + "/arrival");
        same("arrival.json", answer.json());
        assertThat(answer.json().get("have").asInt()).isEqualTo(2);
        Answer again =
                server.get("/api/v1/studies/" + CT.studyUid() + "/arrival", "If-None-Match: " + answer.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(answer.header("Date")).isNotEmpty();
        assertThat(server.get("/api/v1/studies/2.25.404/arrival").status()).isEqualTo(404);
    }

    @Test
    void changes() throws Exception {
        JsonNode changes = server.get("/api/v1/changes?since=0&limit=10").json();
        same("changes.json", changes);
        long next = changes.get("next").asLong();
        JsonNode none = server.get("/api/v1/changes?since=" + next).json();
        assertThat(none.get("changes")).isEmpty();
        assertThat(none.get("next").asLong()).isEqualTo(next);
    }

    @Test
    void manifest() throws Exception {
        JsonNode manifest = server.get("/sync/v1/studies/" + CT.studyUid() + "/manifest?for=exact")
                .json();
        same("manifest.json", manifest);
        for (JsonNode blob : manifest.get("blobs")) {
            Answer answer = server.get(blob.get("path").asText());
            assertThat(answer.status()).as(blob.toString()).isEqualTo(200);
            if (!blob.get("kind").asText().equals("descriptor")) {
                assertThat(answer.body()).hasSize(blob.get("bytes").asInt());
            }
        }
    }

    @Test
    void problem() throws Exception {
        JsonNode expected = file("problem.json");
        assertThat(server.get("/api/v1/studies/1.2.3").json()).isEqualTo(expected);
    }
}
