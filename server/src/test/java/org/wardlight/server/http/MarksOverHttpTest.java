// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.phantom.Fixtures;

class MarksOverHttpTest {
    private static final Fixtures CT = Fixtures.ct().slices(1);
    private static final String MARKS = "/api/v1/studies/" + CT.studyUid() + "/marks";

    private final String id = UUID.randomUUID().toString();
    private FilledServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FilledServer().with(CT, 1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer send(String path, String body) throws Exception {
        return server.post(path, body.getBytes(StandardCharsets.UTF_8), "Content-Type: application/json");
    }

    private String instance() throws Exception {
        return server.get("/api/v1/studies/" + CT.studyUid())
                .json()
                .at("/series/0/instances/0/instance")
                .asText();
    }

    private static String shape(String instance, int to) {
        return """
                {"instance":"%s","frame":1,"kind":"length","points":[[0.5,0.5],[%d.5,0.5]],"text":"Nodule"}""".formatted(instance, to);
    }

    private JsonNode change(String change, int base, String shape) throws Exception {
        String body = """
                {"changes":[{"change":"%s","id":"%s","base":%d,"shape":%s}]}""".formatted(change, id, base, shape);
        return send(MARKS, body).json().at("/results/0");
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_mark_is_kept_and_shown_to_all_with_who_and_when() throws Exception {
        String body = """
                {"changes":[{"change":"%s","id":"%s","base":0,"shape":%s}]}""".formatted(newId(), id, shape(instance(), 9));
        Contract.same("mark-results.json", send(MARKS, body).json());
        JsonNode marks = server.get(MARKS).json();
        Contract.same("marks.json", marks);
        assertThat(marks.at("/marks/0/by").asText()).isEqualTo("This computer");
        assertThat(marks.at("/marks/0/shape/points/1/0").asDouble()).isEqualTo(9.5);
    }

    @Test
    void a_change_that_is_sent_twice_is_kept_once_and_one_of_an_older_version_is_told_the_newest() throws Exception {
        String first = newId();
        change(first, 0, shape(instance(), 9));
        assertThat(change(first, 0, shape(instance(), 9)).get("outcome").asText())
                .isEqualTo("kept");
        JsonNode late = change(newId(), 0, shape(instance(), 20));
        assertThat(late.get("outcome").asText()).isEqualTo("changed");
        assertThat(late.at("/mark/shape/points/1/0").asDouble()).isEqualTo(9.5);
        assertThat(server.get(MARKS).json().get("marks")).hasSize(1);
        assertThat(change(newId(), 1, "null").get("outcome").asText()).isEqualTo("kept");
        assertThat(server.get(MARKS).json().get("marks")).isEmpty();
    }

    @Test
    void a_mark_on_an_image_of_another_study_is_refused() throws Exception {
        JsonNode result = change(newId(), 0, shape("2.25.404", 9));
        assertThat(result.get("outcome").asText()).isEqualTo("refused");
        assertThat(server.get(MARKS).json().get("marks")).isEmpty();
    }

    @Test
    void what_is_no_change_is_refused_as_a_whole() throws Exception {
        assertThat(send(MARKS, "{}").status()).isEqualTo(400);
        assertThat(send(MARKS, "{\"changes\":[{\"id\":\"x\"}]}").status()).isEqualTo(400);
        String broken = shape(instance(), 9).replace("length", "polygon");
        String body = """
                {"changes":[{"change":"%s","id":"%s","base":0,"shape":%s}]}""".formatted(newId(), id, broken);
        assertThat(send(MARKS, body).json().get("code").asText()).isEqualTo("bad-body");
        assertThat(send("/api/v1/studies/2.25.404/marks", "{\"changes\":[]}").status())
                .isEqualTo(404);
    }
}
