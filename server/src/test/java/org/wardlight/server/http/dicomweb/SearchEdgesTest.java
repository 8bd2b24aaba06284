// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.http.Answer;
import org.wardlight.server.http.FilledServer;

/** What clients of other archives stumbled over: hidden rows under a limit, keys that nobody knows, addresses behind proxies. */
class SearchEdgesTest {
    private static final Fixtures CT = Fixtures.ct().slices(4).patient("ZZTEST^Aled", "9990000018");
    private static final int TIMEZONE_OFFSET = 0x00080201;

    private FilledServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FilledServer().with(CT, 3);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] written(DataSet data) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
        return out.toByteArray();
    }

    private static String studies(Fixtures study) {
        return "/dicom-web/studies/" + study.studyUid();
    }

    @Test
    void objects_that_are_not_given_are_neither_counted_nor_do_they_use_up_the_limit() throws Exception {
        Fixtures stranger = CT.patient("ZZTEST^Mair", "9990000026");
        server.ingest(stranger.bytes(3));
        var study = server.get("/dicom-web/studies?limit=1").json().get(0);
        assertThat(study.at("/00201208/Value/0").asInt()).isEqualTo(3);
        assertThat(study.at("/00201206/Value/0").asInt()).isEqualTo(1);
        var series = server.get(studies(CT) + "/series?includefield=NumberOfStudyRelatedInstances")
                .json()
                .get(0);
        assertThat(series.at("/00201209/Value/0").asInt()).isEqualTo(3);
        assertThat(series.at("/00201208/Value/0").asInt()).isEqualTo(3);
        Answer instances = server.get(studies(CT) + "/instances?limit=3");
        assertThat(instances.json()).hasSize(3);
        assertThat(instances.header("Warning")).isEmpty();
        assertThat(server.get(studies(CT) + "/instances?limit=2&offset=2").json())
                .hasSize(1);
        assertThat(server.get(studies(CT) + "/instances?offset=3").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ImageType=foo",
                "Nonsense=1",
                "00091010=x",
                "ImageType=foo&limit=5&PatientName=",
                "ImageType=foo&PatientName=*",
                "TimezoneOffsetFromUTC=%2B0100"
            })
    void a_search_by_nothing_that_can_be_matched_is_refused_and_never_everything(String query) throws Exception {
        Answer answer = server.get("/dicom-web/studies?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asText()).isEqualTo("no-key-known");
        assertThat(answer.header("Warning")).startsWith("299 ").contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void an_unknown_key_beside_a_known_one_is_named_and_the_known_one_matched() throws Exception {
        Answer answer = server.get("/dicom-web/studies?ImageType=foo&PatientID=nobody");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Warning")).contains("ImageType");
        Answer field = server.get("/dicom-web/studies?includefield=Nonsense");
        assertThat(field.json()).hasSize(1);
        assertThat(field.header("Warning")).contains("Nonsense");
    }

    @Test
    void an_offset_of_time_zones_is_told_where_the_objects_have_one() throws Exception {
        Fixtures other = Fixtures.ct().seed("zone");
        server.ingest(written(other.dataSet(0).toBuilder()
                .string(TIMEZONE_OFFSET, Vr.SH, "+0100")
                .build()));
        String path = "/dicom-web/studies?StudyInstanceUID=";
        assertThat(server.get(path + other.studyUid())
                        .json()
                        .at("/0/00080201/Value/0")
                        .asText())
                .isEqualTo("+0100");
        assertThat(server.get(path + CT.studyUid()).json().get(0).has("00080201"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ελένη^Παπαδοπούλου|παπαδ|1",
                "Иванов^Пётр|петр иван|1",
                "حسن^محمد|محمد|1",
                "김^민준|민준|1",
                "Groß^O'Neill|gross oneill|1",
                "Groß^O'Neill|grossmann|0",
                "Łuczak^Søren|soren lucz|1"
            })
    void names_are_found_by_the_beginnings_of_their_words_in_any_script(String name, String typed, int found)
            throws Exception {
        Fixtures one = Fixtures.ct().seed("script");
        server.ingest(written(one.dataSet(0).toBuilder()
                .string(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
                .string(Tag.PATIENT_NAME, Vr.PN, name)
                .build()));
        Answer answer = server.get("/dicom-web/studies?fuzzymatching=true&PatientName="
                + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(answer.status() == 204 ? 0 : answer.json().size()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forwarded: for=10.0.0.1;host=images.example;proto=https|https://images.example/dicom-web",
                "X-Forwarded-Host: a.example, b.example|http://a.example/dicom-web",
                "X-Forwarded-Host: a.example;X-Forwarded-Proto: https;X-Forwarded-Prefix: /pacs/|https://a.example/pacs/dicom-web",
                "X-Forwarded-Host: a.example;X-Forwarded-Port: 8443|http://a.example:8443/dicom-web",
                "X-Forwarded-Host: a.example;X-Forwarded-Prefix: //evil|http://a.example/dicom-web"
            })
    void addresses_are_those_that_the_client_can_reach(String headers, String root) throws Exception {
        String[] lines = headers.startsWith("Forwarded") ? new String[] {headers} : headers.split(";", -1);
        assertThat(server.get("/dicom-web/studies", lines)
                        .json()
                        .at("/0/00081190/Value/0")
                        .asText())
                .isEqualTo(root + "/studies/" + CT.studyUid());
    }

    @Test
    void sequences_come_whole_when_an_attribute_in_them_is_asked_for() throws Exception {
        Fixtures other = Fixtures.ct().seed("request");
        server.ingest(written(other.dataSet(0).toBuilder()
                .items(
                        0x00400275,
                        DataSet.builder()
                                .string(0x00401001, Vr.SH, "RP7")
                                .string(0x00400009, Vr.SH, "SP7")
                                .build())
                .build()));
        var series = server.get(studies(other) + "/series?includefield=RequestAttributesSequence.RequestedProcedureID")
                .json();
        assertThat(series.at("/0/00400275/Value/0/00401001/Value/0").asText()).isEqualTo("RP7");
        String key = "/series?RequestAttributesSequence.ScheduledProcedureStepID=";
        assertThat(server.get("/dicom-web" + key + "SP7").json()).hasSize(1);
        assertThat(server.get("/dicom-web" + key + "SP8").status()).isEqualTo(204);
    }
}
