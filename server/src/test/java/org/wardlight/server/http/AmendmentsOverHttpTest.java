// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.phantom.Fixtures;

class AmendmentsOverHttpTest {
    private static final Fixtures CT = Fixtures.ct().rows(4).columns(4).slices(2);
    private static final String STUDY = "/api/v1/studies/" + CT.studyUid();
    private static final String BEA =
            "{\"name\":\"ZZTEST^Bea\",\"id\":\"9990000026\",\"issuer\":null,\"birthDate\":\"1961-05-06\",\"sex\":\"F\"}";

    private FilledServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FilledServer().with(CT, 2);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer correct(String body) throws IOException {
        return server.post(
                STUDY + "/corrections", body.getBytes(StandardCharsets.UTF_8), "Content-Type: application/json");
    }

    private Answer delete(String path) throws IOException {
        return Answer.send(server.port(), "DELETE", path, new byte[0]);
    }

    @Test
    void a_corrected_study_says_who_corrected_it_and_whom_it_was_under() throws Exception {
        Answer answer = correct("{\"scope\":\"study\",\"patient\":" + BEA + ",\"reason\":\"wrong worklist entry\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("studies").get(0).asText()).isEqualTo(CT.studyUid());
        var descriptor = server.get(STUDY).json();
        assertThat(descriptor.get("patient").get("name").asText()).isEqualTo("ZZTEST, Bea");
        assertThat(descriptor.get("patient").get("nhsNumber").asText()).isEqualTo("9990000026");
        assertThat(descriptor.get("correction").get("kind").asText()).isEqualTo("moved");
        assertThat(descriptor.get("correction").get("by").asText()).isEqualTo("This computer");
        assertThat(descriptor.get("correction").get("original").get("name").asText())
                .isEqualTo("ZZTEST, ALED");
        var corrections = server.get(STUDY + "/corrections").json().get("corrections");
        assertThat(corrections.get(0).get("reason").asText()).isEqualTo("wrong worklist entry");
        assertThat(corrections.get(0).get("kind").asText()).isEqualTo("moved");
        var manifest = server.get("/sync/v1/studies/" + CT.studyUid() + "/manifest?for=original")
                .json();
        assertThat(manifest.get("corrections")).isEqualTo(corrections);
        assertThat(server.get("/api/v1/changes?since=2")
                        .json()
                        .get("changes")
                        .get(0)
                        .get("op")
                        .asText())
                .isEqualTo("corrected");
        assertThat(server.get("/api/v1/studies?q=bea").json().get("studies")).hasSize(1);
    }

    @Test
    void a_correction_that_names_nobody_is_refused() throws Exception {
        for (String body : new String[] {
            "{}",
            "{\"patient\":{\"name\":\"A\"}}",
            "{\"patient\":{\"id\":\"1\"}}",
            "{\"patient\":{\"name\":\"A\\\\B\",\"id\":\"1\"}}",
            "{\"patient\":{\"name\":\"A\",\"id\":\"1\",\"birthDate\":\"19610506\"}}",
            "{\"patient\":{\"name\":\"A\",\"id\":\"1\",\"sex\":\"X\"}}",
            "{\"scope\":\"all\",\"patient\":" + BEA + "}"
        }) {
            assertThat(correct(body).status()).as(body).isEqualTo(400);
        }
        assertThat(server.get(STUDY).json().get("correction").isNull()).isTrue();
    }

    @Test
    void a_deleted_study_is_gone_for_everybody_and_can_be_let_in_again() throws Exception {
        Answer deleted = delete(STUDY + "?reason=scanned%20twice");
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.json().get("objects").asInt()).isEqualTo(2);
        for (String path : new String[] {
            STUDY,
            STUDY + "/corrections",
            "/sync/v1/studies/" + CT.studyUid() + "/manifest?for=original",
            "/dicom-web/studies/" + CT.studyUid() + "/metadata",
            "/dicom-web/studies/" + CT.studyUid() + "/series/" + CT.seriesUid() + "/instances/" + CT.instanceUid(0),
            wado(CT)
        }) {
            Answer gone = server.get(path);
            assertThat(gone.status()).as(path).isEqualTo(410);
            assertThat(gone.json().get("code").asText()).as(path).isEqualTo("study-deleted");
        }
        assertThat(delete(STUDY).status()).isEqualTo(410);
        Answer restored = server.post(STUDY + "/restoration", new byte[0]);
        assertThat(restored.json().get("objects").asInt()).isEqualTo(2);
        assertThat(server.get(STUDY).status()).isEqualTo(200);
        assertThat(server.post(STUDY + "/restoration", new byte[0]).status()).isEqualTo(404);
        assertThat(delete("/api/v1/studies/9.9").status()).isEqualTo(404);
    }

    private static String wado(Fixtures study) {
        return "/wado?requestType=WADO&studyUID=" + study.studyUid() + "&seriesUID=" + study.seriesUid() + "&objectUID="
                + study.instanceUid(0);
    }

    @Test
    void what_goes_out_of_a_corrected_study_names_the_right_patient() throws Exception {
        Fixtures large = Fixtures.ct().rows(256).columns(256).slices(1).seed("words");
        server.with(large, 1);
        String named = wado(large) + "&contentType=image/png&annotation=patient";
        String unnamed = wado(large) + "&contentType=image/png&annotation=technique";
        String object = wado(large) + "&contentType=application/dicom";
        byte[] before = server.get(named).body();
        byte[] technique = server.get(unnamed).body();
        assertThat(server.post(
                                "/api/v1/studies/" + large.studyUid() + "/corrections",
                                ("{\"scope\":\"study\",\"patient\":" + BEA + ",\"reason\":\"\"}")
                                        .getBytes(StandardCharsets.UTF_8),
                                "Content-Type: application/json")
                        .status())
                .isEqualTo(200);
        assertThat(server.get(unnamed).body()).isEqualTo(technique);
        assertThat(server.get(named).status()).isEqualTo(200);
        assertThat(server.get(named).body()).isNotEqualTo(before);
        assertThat(new String(server.get(object).body(), StandardCharsets.ISO_8859_1))
                .contains("ZZTEST^Bea");
    }

    @Test
    void a_single_object_can_be_deleted() throws Exception {
        String series = STUDY + "/series/" + CT.seriesUid();
        assertThat(delete(series + "/instances/" + CT.instanceUid(0)).status()).isEqualTo(200);
        assertThat(server.get(STUDY).json().get("series").get(0).get("frames")).hasSize(1);
        assertThat(delete(series + "/instances/" + CT.instanceUid(0)).status()).isEqualTo(404);
        assertThat(delete(series + "?again=perhaps").status()).isEqualTo(400);
    }
}
