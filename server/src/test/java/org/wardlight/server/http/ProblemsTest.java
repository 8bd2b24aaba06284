// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.RenderingException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {
    private HttpServer server;

    @BeforeAll
    void start() throws Exception {
        server = BareServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/studies/1.2.3, 404, study-not-found",
        "/api/v1/nothing, 404, not-found",
        "/sync/v1/nothing, 404, not-found",
        "/nothing.js, 404, not-found",
        "/api/v1/studies?limit=x, 400, bad-parameter",
        "/api/v1/studies?limit=0, 400, bad-parameter",
        "/api/v1/studies?date=yesterday, 400, bad-parameter",
        "/api/v1/studies?cursor=*, 400, bad-parameter",
        "/api/v1/changes?since=-1, 400, bad-parameter",
        "/dicom-web/studies/1/series/2/instances/3, 404, instance-not-found",
    })
    void a_refusal_is_a_problem_document_with_a_stable_code(String path, int status, String code) throws Exception {
        Answer answer = Answer.get(server.port(), path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
        assertThat(answer.text()).doesNotContain("Exception", "org.wardlight", "1.2.3");
    }

    @Test
    void a_wrong_method_is_a_problem_document_too() throws Exception {
        Answer answer = Answer.send(server.port(), "PUT", "/api/v1/studies", new byte[0]);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.json().get("code").asText()).isEqualTo("method-not-allowed");
    }

    @Test
    void what_the_web_server_itself_refuses_is_a_problem_document_without_a_trace() throws Exception {
        Answer answer = Answer.get(server.port(), "/a%zz");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asText()).isEqualTo("bad-request");
        assertThat(answer.text()).doesNotContain("Jetty", "Exception");
    }

    @Test
    void a_body_that_is_too_large_is_refused() throws Exception {
        byte[] body = new byte[300 * 1024];
        Arrays.fill(body, (byte) ' ');
        Answer answer = Answer.send(server.port(), "POST", "/api/v1/pins", body, "Content-Type: application/json");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("code").asText()).isEqualTo("too-large");
    }

    @Test
    void a_body_that_is_no_json_is_refused() throws Exception {
        byte[] body = "study=1".getBytes(StandardCharsets.UTF_8);
        assertThat(Answer.send(server.port(), "POST", "/api/v1/pins", body, "Content-Type: application/json")
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("bad-body");
        assertThat(Answer.send(server.port(), "POST", "/api/v1/pins", body, "Content-Type: text/plain")
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("unsupported-media-type");
    }

    @Test
    void a_fault_that_nobody_foresaw_is_an_internal_problem() {
        assertThat(Problems.of(new IllegalStateException("Jane Doe"))).isEqualTo(ProblemKind.INTERNAL);
        assertThat(Problems.of(new RenderingException.MalformedDicom("at byte 7")))
                .isEqualTo(ProblemKind.MALFORMED_DICOM);
    }

    @Test
    void codes_are_distinct_and_statuses_are_errors() {
        assertThat(Arrays.stream(ProblemKind.values()).map(ProblemKind::code)).doesNotHaveDuplicates();
        assertThat(ProblemKind.values()).allMatch(kind -> kind.status() >= 400 && kind.status() < 600);
    }
}
