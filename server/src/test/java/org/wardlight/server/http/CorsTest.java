// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    private static final String VIEWER = "https://viewer.example";
    private static final String PREFLIGHT = "Access-Control-Request-Method: GET";

    private final Services services = BareServer.services(Secured.inMemory());
    private final List<HttpServer> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(HttpServer::close);
        services.renditions().close();
    }

    private Answer ask(Set<String> origins, String method, String path, String... headers) throws Exception {
        Listen listen = new Listen("127.0.0.1", 0, true, Optional.empty(), new Cors(origins));
        HttpServer server = HttpServer.start(listen, false, services);
        running.add(server);
        return Answer.send(server.port(), method, path, new byte[0], headers);
    }

    @Test
    void a_page_of_a_named_origin_reads_answers_with_its_credentials() throws Exception {
        Answer answer = ask(Set.of(VIEWER), "GET", "/dicom-web/studies", "Origin: " + VIEWER);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(VIEWER);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("Warning", "ETag");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @Test
    void any_origin_never_comes_with_credentials() throws Exception {
        Answer answer = ask(Set.of("*"), "GET", "/dicom-web/studies", "Origin: https://anybody.example");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-credentials");
    }

    @Test
    void a_preflight_is_answered_without_signing_in() throws Exception {
        Answer answer = ask(Set.of(VIEWER), "OPTIONS", "/dicom-web/studies", "Origin: " + VIEWER, PREFLIGHT);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET", "POST");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization", "Content-Type", "Range");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("7200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "https://viewer.example.evil.example", "null"})
    void another_origin_gets_no_leave(String origin) throws Exception {
        Answer answer = ask(Set.of(VIEWER), "OPTIONS", "/dicom-web/studies", "Origin: " + origin, PREFLIGHT);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/studies", "/", "/sync/v1/blobs", "/dicom-webs"})
    void nothing_but_dicomweb_is_open_to_others(String path) throws Exception {
        Answer answer = ask(Set.of(VIEWER), "GET", path, "Origin: " + VIEWER);
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void a_named_origin_may_store_and_others_still_may_not() throws Exception {
        assertThat(ask(Set.of(VIEWER), "POST", "/dicom-web/studies", "Origin: " + VIEWER)
                        .status())
                .isEqualTo(415);
        assertThat(Answer.send(
                                running.get(0).port(),
                                "POST",
                                "/dicom-web/studies",
                                new byte[0],
                                "Origin: https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(Answer.send(running.get(0).port(), "POST", "/api/v1/pins", new byte[0], "Origin: " + VIEWER)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_is_no_origin_is_refused_in_words() throws Exception {
        ask(Set.of(), "GET", "/healthz");
        for (Set<String> origins :
                List.of(Set.of("viewer.example"), Set.of(VIEWER + "/path"), Set.of("null"), Set.of("*", VIEWER))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Cors(origins))
                    .withMessageContaining("expected");
        }
    }
}
