// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardTest {
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
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:1", "[::1]:8080"})
    void a_loopback_name_is_answered(String host) throws Exception {
        assertThat(Answer.get(server.port(), "/healthz", "Host: " + host).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "192.0.2.7"
            })
    void a_name_that_was_bound_to_loopback_by_somebody_else_is_refused(String host) throws Exception {
        for (String path : new String[] {"/healthz", "/", "/api/v1/studies"}) {
            Answer answer = Answer.get(server.port(), path, "Host: " + host);
            assertThat(answer.status()).as(path).isEqualTo(421);
            assertThat(answer.json().get("code").asText()).isEqualTo("host-not-allowed");
        }
    }

    @Test
    void another_site_may_not_change_anything() throws Exception {
        byte[] body = "{\"study\":\"1.2\"}".getBytes(StandardCharsets.UTF_8);
        Answer foreign = Answer.send(
                server.port(),
                "POST",
                "/api/v1/pins",
                body,
                "Origin: https://evil.example",
                "Content-Type: application/json");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.json().get("code").asText()).isEqualTo("origin-not-allowed");
        Answer nobody = Answer.send(
                server.port(), "POST", "/api/v1/pins", body, "Origin: null", "Content-Type: application/json");
        assertThat(nobody.status()).isEqualTo(403);
        Answer own = Answer.send(
                server.port(),
                "POST",
                "/api/v1/pins",
                body,
                "Origin: http://127.0.0.1:" + server.port(),
                "Content-Type: application/json");
        assertThat(own.json().get("code").asText()).isEqualTo("no-upstream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/healthz", "/api/v1/studies", "/api/v1/nothing", "/nothing.js", "/study/1.2"})
    void every_answer_carries_the_security_headers(String path) throws Exception {
        Answer answer = Answer.get(server.port(), path);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
    }
}
