// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
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

    private static void same(String file, JsonNode answer) throws IOException {
        Map<String, String> expected = shape(file(file));
        Map<String, String> actual = shape(answer);
        assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        actual.forEach((path, type) -> {
            // An example cannot show both of a field that may be null.
            if (!type.equals("null") && !expected.getOrDefault(path, "").equals("null")) {
                assertThat(type).as(path).isEqualTo(expected.getOrDefault(path, ""));
            }
        });
    }

    /** Path of each field, array places left out, with its type. */
    private static Map<String, String> shape(JsonNode node) {
        Map<String, String> shape = new TreeMap<>();
        collect("", node, shape);
        // Whether an optional record or list is there depends on the study: its inside is then not compared.
        shape.keySet()
                .removeIf(
                        path -> path.matches(
                                "/(omitted|documents|presentations|keyObjects|layers|series/kinds/(padding|spacing|orientation|lossy|luts|reduction)|series/frames/position|series/tables)/.*"));
        return shape;
    }

    private static void collect(String path, JsonNode node, Map<String, String> shape) {
        String type = node.isNumber() ? "number" : node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        if (!path.isEmpty()) {
            shape.merge(path, type, (one, other) -> one.equals("null") ? other : one);
        }
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), shape));
        }
        node.forEach(item -> {
            if (node.isArray() && item.isContainerNode()) {
                collect(path, item, shape);
            }
        });
        if (node.isArray()) {
            shape.put(path, "array");
        }
    }

    private static JsonNode file(String name) throws IOException {
        try (InputStream in = ContractTest.class.getResourceAsStream("/contract/" + name)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
