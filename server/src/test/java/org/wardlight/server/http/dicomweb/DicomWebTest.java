// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.http.Answer;
import org.wardlight.server.http.FilledServer;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.MultipartReader;
import org.wardlight.server.http.MultipartReaderTest;

class DicomWebTest {
    private static final Fixtures CT = Fixtures.ct().slices(2);
    private static final String TYPE = "Content-Type: multipart/related; type=\"application/dicom\"; boundary=edge";

    private FilledServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FilledServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String studies(Fixtures study) {
        return "/dicom-web/studies/" + study.studyUid();
    }

    private static String instance(int index) {
        return studies(CT) + "/series/" + CT.seriesUid() + "/instances/" + CT.instanceUid(index);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TYPE,
                "Content-Type: multipart/related; boundary=edge",
                "Content-Type: Multipart/Related; TYPE=application/dicom; boundary=\"edge\""
            })
    void what_is_stored_comes_back_to_the_last_byte(String type) throws Exception {
        byte[] body = MultipartReaderTest.body("edge", CT.bytes(0), CT.bytes(1));
        Answer stored = server.post(studies(CT), body, type);
        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.header("Content-Type")).isEqualTo("application/dicom+json");
        var references = stored.json().at("/00081199/Value");
        assertThat(references).hasSize(2);
        assertThat(references.get(1).at("/00081155/Value/0").asText()).isEqualTo(CT.instanceUid(1));
        assertThat(references.get(1).at("/00081190/Value/0").asText()).endsWith(instance(1));
        assertThat(stored.json().has("00081198")).isFalse();

        Answer alone = server.get(instance(1), "Accept: application/dicom; transfer-syntax=*");
        assertThat(alone.body()).isEqualTo(CT.bytes(1));
        assertThat(alone.header("Content-Type")).contains("application/dicom", "1.2.840.10008.1.2.1");
        Answer part =
                server.get(instance(1), "Accept: multipart/related; type=\"application/dicom\"; transfer-syntax=*");
        assertThat(part.header("Content-Type")).startsWith("multipart/related");
        String boundary = MediaType.parse(part.header("Content-Type"))
                .parameter("boundary")
                .orElseThrow();
        var parts = new MultipartReader(new java.io.ByteArrayInputStream(part.body()), boundary);
        assertThat(parts.next()).isTrue();
        assertThat(parts.headers().get("content-type")).contains("application/dicom");
        assertThat(parts.body().readAllBytes()).isEqualTo(CT.bytes(1));
        assertThat(parts.next()).isFalse();
    }

    @Test
    void a_bad_instance_is_named_and_the_good_ones_are_stored() throws Exception {
        byte[] cut = Arrays.copyOf(CT.bytes(1), 400);
        Fixtures other = Fixtures.ct().seed("another study");
        byte[] body = MultipartReaderTest.body("edge", CT.bytes(0), cut, other.bytes(0));
        Answer stored = server.post(studies(CT), body, TYPE);
        assertThat(stored.status()).isEqualTo(202);
        assertThat(stored.json().at("/00081199/Value")).hasSize(1);
        var failed = stored.json().at("/00081198/Value");
        assertThat(failed.get(0).at("/00081197/Value/0").asInt()).isEqualTo(0xC000);
        assertThat(failed.get(1).at("/00081197/Value/0").asInt()).isEqualTo(0xA900);
        assertThat(failed.get(1).at("/00081155/Value/0").asText()).isEqualTo(other.instanceUid(0));
        assertThat(server.get("/api/v1/studies/" + other.studyUid()).status()).isEqualTo(404);
    }

    @Test
    void when_nothing_could_be_stored_the_answer_is_a_conflict() throws Exception {
        byte[] text = "no DICOM".getBytes(StandardCharsets.UTF_8);
        Answer stored = server.post(studies(CT), MultipartReaderTest.body("edge", text), TYPE);
        assertThat(stored.status()).isEqualTo(409);
        assertThat(stored.json().at("/00081198/Value")).hasSize(1);
    }

    @Test
    void an_object_that_names_another_patient_is_kept_with_a_warning_and_never_shown() throws Exception {
        Fixtures stranger = CT.patient("ZZTEST^MAIR", "9990000999");
        byte[] body = MultipartReaderTest.body("edge", CT.bytes(0), stranger.bytes(1));
        Answer stored = server.post(studies(CT), body, TYPE);
        assertThat(stored.status()).isEqualTo(202);
        assertThat(stored.json().at("/00081199/Value/1/00081196/Value/0").asInt())
                .isEqualTo(0xB007);
        var study = server.get("/api/v1/studies/" + CT.studyUid()).json();
        assertThat(study.at("/series/0/frames")).hasSize(1);
        assertThat(study.at("/omitted/0/instance").asText()).isEqualTo(CT.instanceUid(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "multipart/form-data; boundary=edge",
                "multipart/related; type=image/png; boundary=edge"
            })
    void another_kind_of_body_is_refused(String type) throws Exception {
        assertThat(server.post(studies(CT), new byte[0], "Content-Type: " + type)
                        .status())
                .isEqualTo(415);
    }

    @Test
    void an_instance_is_given_only_in_a_form_that_is_asked_for() throws Exception {
        server.with(CT, 1);
        assertThat(server.get(instance(0), "Accept: application/dicom").status())
                .isEqualTo(200);
        assertThat(server.get(instance(0)).status()).isEqualTo(200);
        for (String accept : new String[] {"application/dicom; transfer-syntax=1.2.840.10008.1.2.4.90", "image/jpeg"}) {
            Answer refused = server.get(instance(0), "Accept: " + accept);
            assertThat(refused.status()).isEqualTo(406);
            assertThat(refused.json().get("code").asText()).isEqualTo("not-acceptable");
        }
    }

    @Test
    void an_instance_is_found_only_under_its_own_study_and_series() throws Exception {
        server.with(CT, 1);
        assertThat(server.get(instance(0).replace(CT.seriesUid(), "1.2")).status())
                .isEqualTo(404);
        assertThat(server.get(instance(0).replace(CT.studyUid(), "1.2")).status())
                .isEqualTo(404);
    }
}
