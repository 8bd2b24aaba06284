// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebFilesTest {
    private static final String APP = "/assets/app-1a2b3c4d.js";

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
    @ValueSource(strings = {"/", "/index.html", "/study/1.2.840/series/7", "/settings", "/assets"})
    void a_place_inside_the_application_is_its_index_page(String path) throws Exception {
        Answer answer = Answer.get(server.port(), path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.text()).contains("sample");
    }

    @Test
    void the_page_of_a_study_is_the_index_page_although_a_uid_has_dots() throws Exception {
        assertThat(Answer.get(server.port(), "/study/1.2.840.10008").text()).contains("sample");
    }

    @Test
    void the_page_names_ahead_what_its_place_asks_first() throws Exception {
        assertThat(Answer.get(server.port(), "/").header("Link"))
                .isEqualTo("</api/v1/studies?limit=50>; rel=preload; as=fetch; crossorigin=anonymous");
        assertThat(Answer.get(server.port(), "/study/1.2.840.10008").header("Link"))
                .isEqualTo("</api/v1/studies/1.2.840.10008>; rel=preload; as=fetch; crossorigin=anonymous");
        assertThat(Answer.get(server.port(), "/study/1.2%3E.3").header("Link"))
                .startsWith("</api/v1/studies?limit=50>");
        assertThat(Answer.get(server.port(), APP).header("Link")).isNullOrEmpty();
    }

    @Test
    void a_hashed_file_never_changes_and_goes_out_in_the_best_coding() throws Exception {
        Answer brotli = Answer.get(server.port(), APP, "Accept-Encoding: gzip, deflate, br");
        assertThat(brotli.text()).isEqualTo("BROTLI");
        assertThat(brotli.header("Content-Encoding")).isEqualTo("br");
        assertThat(brotli.header("Vary")).contains("Accept-Encoding");
        assertThat(brotli.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(brotli.header("Cache-Control")).contains("immutable");
        assertThat(Answer.get(server.port(), APP, "Accept-Encoding: gzip").text())
                .isEqualTo("GZIP");
        assertThat(Answer.get(server.port(), APP, "Accept-Encoding: br;q=0, gzip;q=0.5")
                        .text())
                .isEqualTo("GZIP");
        assertThat(Answer.get(server.port(), APP).text()).contains("plain");
    }

    @Test
    void a_file_that_the_browser_has_is_not_sent_again() throws Exception {
        String etag = Answer.get(server.port(), "/sw.js").header("ETag");
        Answer again = Answer.get(server.port(), "/sw.js", "If-None-Match: " + etag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(Answer.get(server.port(), "/sw.js", "If-None-Match: \"other\"")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../logback.xml",
                "/assets/../../archunit.properties",
                "/%2e%2e/archunit.properties",
                "/..%2farchunit.properties",
                "/assets//app.js",
                "/.hidden",
                "/missing.js",
                "/a\\b.js"
            })
    void nothing_outside_of_the_folder_is_given(String path) throws Exception {
        Answer answer = Answer.get(server.port(), path);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
