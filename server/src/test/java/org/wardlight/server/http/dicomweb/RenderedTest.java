// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.http.Answer;
import org.wardlight.server.http.FilledServer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenderedTest {
    private static final Fixtures CT = Fixtures.ct().slices(1).values((slice, row, column) -> 1000 + 10 * row);

    private FilledServer server;
    private String instance;
    private String frame;

    @BeforeAll
    void start() throws Exception {
        server = new FilledServer().with(CT, 1);
        String uid = server.get("/api/v1/studies/" + CT.studyUid())
                .json()
                .at("/series/0/instances/0/instance")
                .asText();
        instance = "/dicom-web/studies/" + CT.studyUid() + "/series/" + CT.seriesUid() + "/instances/" + uid;
        frame = instance + "/frames/1";
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Raster raster(Answer answer) throws IOException {
        assertThat(answer.status()).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(answer.body())).getRaster();
    }

    @Test
    void a_window_is_drawn_as_the_standard_says_by_the_exact_linear_function() throws Exception {
        // Stored 1000 + 10 row, rescaled by -1024: row 10 is 76, 76 of 0 to 200 is 96.9 of 255.
        Answer answer = server.get(frame + "/rendered?window=100,200,linear-exact", "Accept: image/png");
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(raster(answer).getSample(3, 10, 0)).isEqualTo(97);
        assertThat(raster(answer).getSample(3, 0, 0)).isZero();
    }

    @Test
    void an_instance_is_its_first_frame_and_jpeg_unless_png_is_asked_for() throws Exception {
        Answer answer = server.get(instance + "/rendered", "Accept: */*");
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("Vary")).contains("Accept");
        assertThat(answer.body()).isEqualTo(server.get(frame + "/rendered").body());
        assertThat(server.get(instance + "/rendered?accept=image/png").header("Content-Type"))
                .isEqualTo("image/png");
    }

    @Test
    void a_viewport_is_fitted_with_the_aspect_kept() throws Exception {
        Raster whole = raster(server.get(frame + "/rendered", "Accept: image/png"));
        Raster small = raster(server.get(frame + "/rendered?viewport=20,400", "Accept: image/png"));
        assertThat(small.getWidth()).isEqualTo(20);
        assertThat(small.getHeight()).isEqualTo(Math.round(20f * whole.getHeight() / whole.getWidth()));
    }

    @Test
    void a_thumbnail_is_at_most_128_pixels() throws Exception {
        Raster thumbnail = raster(server.get(instance + "/thumbnail"));
        assertThat(Math.max(thumbnail.getWidth(), thumbnail.getHeight())).isEqualTo(128);
    }

    @Test
    void an_unchanged_picture_is_not_sent_twice() throws Exception {
        String etag = server.get(frame + "/rendered").header("ETag");
        assertThat(server.get(frame + "/rendered", "If-None-Match: " + etag).status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/frames/2/rendered | */* | 404 | tile-not-found",
                "/frames/1,2/rendered | */* | 406 | not-a-picture",
                "/frames/1/rendered?viewport=0,10 | */* | 400 | bad-parameter",
                "/frames/1/rendered?viewport=9000,10 | */* | 400 | bad-parameter",
                "/frames/1/rendered?viewport=10,10,9000,0 | */* | 400 | bad-parameter",
                "/frames/1/rendered?window=40,0 | */* | 400 | bad-parameter",
                "/frames/1/rendered?window=40,NaN | */* | 400 | bad-parameter",
                "/frames/1/rendered?window=40,400,cubic | */* | 400 | bad-parameter",
                "/frames/1/rendered?annotation=name | */* | 400 | bad-parameter",
                "/frames/1/rendered?iccprofile=adobergb | */* | 400 | bad-parameter",
                "/frames/1/rendered?presentationUID=1.2.3 | */* | 404 | instance-not-found",
                "/frames/1/rendered?presentationUID=1.2.3&window=40,400 | */* | 400 | bad-parameter",
                "/frames/1/rendered?quality=101 | */* | 400 | bad-parameter",
                "/frames/1/rendered | image/tiff | 406 | not-a-picture"
            })
    void what_cannot_be_drawn_so_says_so(String address, String accept, int status, String code) throws Exception {
        Answer answer = server.get(instance + address, "Accept: " + accept);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
    }
}
