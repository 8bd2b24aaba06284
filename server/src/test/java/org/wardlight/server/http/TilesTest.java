// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.phantom.Fixtures;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TilesTest {
    private static final Fixtures CT = Fixtures.ct().slices(2).values((slice, row, column) -> 1000 * slice + row);

    private FilledServer server;
    private String tile;
    private String version;

    @BeforeAll
    void start() throws Exception {
        server = new FilledServer().with(CT, 2);
        JsonNode instance =
                server.get("/api/v1/studies/" + CT.studyUid()).json().at("/series/0/instances/1");
        version = instance.get("version").asText();
        tile = "/api/v1/instances/" + instance.get("instance").asText() + "/frames/1/";
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void an_exact_tile_holds_the_stored_values() throws Exception {
        Answer answer = server.get(tile + "exact/0/0/0?v=" + version);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        var raster = ImageIO.read(new ByteArrayInputStream(answer.body())).getRaster();
        assertThat(raster.getSample(5, 7, 0)).isEqualTo(1007);
    }

    @Test
    void an_exact_tile_comes_as_difference_planes_to_whoever_names_them_first() throws Exception {
        Answer planes =
                server.get(tile + "exact/0/0/0?v=" + version, "Accept: image/vnd.wardlight.planes, image/png;q=0.9");
        assertThat(planes.header("Content-Type")).isEqualTo("image/vnd.wardlight.planes");
        assertThat(planes.header("Vary")).contains("Accept");
        assertThat(new String(planes.body(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("WLP1");
        for (String accept : new String[] {"image/png, image/vnd.wardlight.planes", "*/*", "image/*"}) {
            Answer png = server.get(tile + "exact/0/0/0?v=" + version, "Accept: " + accept);
            assertThat(png.header("Content-Type")).isEqualTo("image/png");
            assertThat(png.header("Vary")).contains("Accept");
            assertThat(png.header("ETag")).isNotEqualTo(planes.header("ETag"));
        }
    }

    @Test
    void a_preview_has_one_form_whatever_is_accepted() throws Exception {
        Answer answer = server.get(tile + "preview/0/0/0", "Accept: image/vnd.wardlight.planes, image/jpeg");
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
    }

    @Test
    void a_tile_with_its_version_is_kept_for_ever_and_not_sent_twice() throws Exception {
        Answer answer = server.get(tile + "preview/0/0/0?v=" + version);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
        Answer again = server.get(tile + "preview/0/0/0?v=" + version, "If-None-Match: " + answer.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void a_tile_without_its_version_is_asked_for_again() throws Exception {
        assertThat(server.get(tile + "exact/0/0/0").header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void a_strip_is_immutable_too() throws Exception {
        Answer answer = server.get("/api/v1/series/" + CT.seriesUid() + "/strips/0?v=" + seriesVersion());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("Cache-Control")).contains("immutable");
    }

    private String seriesVersion() throws Exception {
        return server.get("/api/v1/studies/" + CT.studyUid())
                .json()
                .at("/series/0/version")
                .asText();
    }

    @ParameterizedTest
    @CsvSource({
        "exact/0/0/1, 404, tile-not-found",
        "exact/9/0/0, 404, tile-not-found",
        "exact/0/0/-1, 400, bad-parameter",
        "exact/0/0/99999999999, 400, bad-parameter",
        "strip/0/0/0, 400, bad-parameter",
        "exact/0/0/0?v=00000000, 410, version-gone"
    })
    void a_tile_that_is_not_there_says_so(String address, int status, String code) throws Exception {
        Answer answer = server.get(tile + address);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
        assertThat(answer.header("Cache-Control")).doesNotContain("immutable");
    }

    @Test
    void json_above_a_kilobyte_is_compressed_when_the_client_takes_it() throws Exception {
        Answer zipped = server.get("/api/v1/studies/" + CT.studyUid(), "Accept-Encoding: gzip");
        Answer plain = server.get("/api/v1/studies/" + CT.studyUid());
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.body().length).isLessThan(plain.body().length);
        assertThat(zipped.json()).isEqualTo(plain.json());
        Answer held = server.get("/api/v1/studies/" + CT.studyUid(), "If-None-Match: " + plain.header("ETag"));
        assertThat(held.status()).isEqualTo(304);
    }
}
