// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.http.Answer;
import org.wardlight.server.http.FilledServer;

class SearchTest {
    private static final Fixtures CT =
            Fixtures.ct().slices(3).patient("MÜLLER^Anna", "ZZ1").study("20260302", "Chest");
    private static final Fixtures DX = Fixtures.dx()
            .seed("film")
            .patient("Yamada^Tarou=山田^太郎=やまだ^たろう", "ZZ2")
            .study("20260410", "Hand");

    private FilledServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FilledServer().with(CT, 3).with(DX, 1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int found(String query) throws Exception {
        Answer answer = server.get("/dicom-web/" + query);
        assertThat(answer.status()).isIn(200, 204);
        return answer.status() == 204 ? 0 : answer.json().size();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PatientID=ZZ1|1",
                "00100020=ZZ*|2",
                "00100020=ZZ?|2",
                "PatientName=*MULLER*|1",
                "PatientName=Anna|0",
                "PatientName=anna mul&fuzzymatching=true|1",
                "PatientName=太郎&fuzzymatching=true|1",
                "StudyDate=20260301-20260331|1",
                "StudyDate=20260302-|2",
                "StudyDate=-20260401|1",
                "StudyDate=20260101|0",
                "ModalitiesInStudy=CT|1",
                "ModalitiesInStudy=CT\\DX|2",
                "Modality=DX|1",
                "StudyDescription=ha*|0",
                "StudyDescription=Ha*|1",
                "limit=1|1",
                "offset=1|1",
                "offset=2|0",
                "limit=101&offset=0&fuzzymatching=false&includefield=00081030,00080060,00080090,00100030|2"
            })
    void studies_are_matched_by_keyword_and_by_tag(String query, int count) throws Exception {
        StringBuilder path = new StringBuilder("studies?");
        for (String parameter : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            path.append(parts[0]).append('=').append(encoded(parts[1])).append('&');
        }
        assertThat(found(path.toString())).isEqualTo(count);
    }

    @Test
    void several_uids_are_parted_by_commas_or_backslashes() throws Exception {
        assertThat(found("studies?StudyInstanceUID=" + CT.studyUid() + "," + DX.studyUid()))
                .isEqualTo(2);
        assertThat(found("studies?StudyInstanceUID=" + CT.studyUid() + "%5C" + DX.studyUid()))
                .isEqualTo(2);
        assertThat(found("studies?0020000D=1.2.3")).isZero();
    }

    @Test
    void a_row_says_what_the_standard_requires() throws Exception {
        Answer answer = server.get(
                "/dicom-web/studies?PatientID=ZZ2&includefield=PatientSex",
                "Forwarded: host=images.example;proto=https");
        assertThat(answer.header("Content-Type")).isEqualTo("application/dicom+json");
        var row = answer.json().get(0);
        assertThat(row.at("/0020000D/Value/0").asText()).isEqualTo(DX.studyUid());
        assertThat(row.at("/00100010/Value/0/Ideographic").asText()).isEqualTo("山田^太郎");
        assertThat(row.at("/00080061/Value/0").asText()).isEqualTo("DX");
        assertThat(row.at("/00201206/Value/0").asInt()).isEqualTo(1);
        assertThat(row.at("/00201208/Value/0").asInt()).isEqualTo(1);
        assertThat(row.at("/00080056/Value/0").asText()).isEqualTo("ONLINE");
        assertThat(row.at("/00081190/Value/0").asText())
                .isEqualTo("https://images.example/dicom-web/studies/" + DX.studyUid());
        assertThat(row.at("/00080005/Value/0").asText()).isEqualTo("ISO_IR 192");
    }

    @Test
    void series_and_instances_have_all_their_uids_and_their_own_address() throws Exception {
        String study = "/dicom-web/studies/" + CT.studyUid();
        var series = server.get(study + "/series").json();
        assertThat(series).hasSize(1);
        assertThat(series.at("/0/0020000E/Value/0").asText()).isEqualTo(CT.seriesUid());
        assertThat(series.at("/0/0020000D/Value/0").asText()).isEqualTo(CT.studyUid());
        assertThat(series.at("/0/00201209/Value/0").asInt()).isEqualTo(3);
        assertThat(series.at("/0/00080060/Value/0").asText()).isEqualTo("CT");
        String address = study + "/series/" + CT.seriesUid() + "/instances";
        var instances = server.get(address + "?includefield=SliceLocation,0008002A&limit=2")
                .json();
        assertThat(instances).hasSize(2);
        assertThat(instances.at("/1/00081190/Value/0").asText())
                .endsWith(address + "/" + instances.at("/1/00080018/Value/0").asText());
        assertThat(instances.at("/0/00280010/Value/0").asInt()).isPositive();
        assertThat(found("instances?SOPInstanceUID=" + CT.instanceUid(1))).isEqualTo(1);
        assertThat(found("series?Modality=CT")).isEqualTo(1);
        assertThat(found("studies/" + CT.studyUid() + "/instances?InstanceNumber=2"))
                .isEqualTo(1);
        assertThat(found("studies/" + CT.studyUid() + "/series?StudyInstanceUID=1.2"))
                .isZero();
    }

    @Test
    void everything_of_an_instance_comes_when_all_is_asked() throws Exception {
        var all = server.get("/dicom-web/studies/" + CT.studyUid() + "/instances?includefield=all&limit=1")
                .json()
                .get(0);
        assertThat(all.at("/00280030/Value")).isNotEmpty();
        assertThat(all.at("/00100010/Value/0/Alphabetic").asText()).isEqualTo("MÜLLER^Anna");
        assertThat(all.has("7FE00010")).isFalse();
    }

    @Test
    void what_is_not_matched_is_said_and_never_silently_everything() throws Exception {
        for (String key : new String[] {"ImageType=foo", "Nonsense=1", "SeriesNumber=1", "nope.foo=1"}) {
            Answer answer = server.get("/dicom-web/studies?" + key);
            assertThat(answer.header("Warning")).startsWith("299 ").contains(key.substring(0, key.indexOf('=')));
        }
        assertThat(server.get("/dicom-web/studies?PatientID=ZZ1").header("Warning"))
                .isEmpty();
        assertThat(server.get("/dicom-web/studies?limit=1").header("Warning")).contains("additional results");
        Answer none = server.get("/dicom-web/studies?PatientID=nobody");
        assertThat(none.status()).isEqualTo(204);
        assertThat(none.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"StudyDate=yesterday", "StudyTime=noon", "limit=-1", "offset=many", "00200013=a&"})
    void values_of_the_wrong_form_are_refused(String query) throws Exception {
        assertThat(server.get("/dicom-web/studies?" + query).status()).isEqualTo(400);
    }

    @Test
    void only_json_is_answered() throws Exception {
        String xml = "Accept: multipart/related; type=\"application/dicom+xml\"";
        assertThat(server.get("/dicom-web/studies", xml).status()).isEqualTo(406);
        assertThat(server.get("/dicom-web/studies?accept=application/dicom+json", xml)
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/dicom-web/studies", "Accept: application/json").status())
                .isEqualTo(200);
    }
}
