// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.scp.IngesterIntake;
import org.wardlight.sync.dimse.scp.StoreScp;
import org.wardlight.sync.dimse.scu.FindScu;
import org.wardlight.sync.dimse.scu.PeerTest;
import org.wardlight.sync.dimse.scu.Puller;
import org.wardlight.sync.dimse.scu.Puller.Way;
import org.wardlight.sync.dimse.scu.RetrieveScu.Watch;
import org.wardlight.sync.dimse.scu.StoreScu;

/** Orthanc asks and answers. */
@Timeout(120)
class OrthancTest {
    private static final Fixtures STUDY = Fixtures.ct().slices(6).patient("Zzorthanc^Zoë", "O1");

    @TempDir
    private Path folder;

    private TestNode node;
    private Process orthanc;
    private int http;
    private Peer peer;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/Orthanc")), "Orthanc is not installed (.ci/install)");
        node = TestNode.knowing();
        http = Dcmtk.freePort();
        int dicom = Dcmtk.freePort();
        peer = Peer.parse("ORTHANC@127.0.0.1:" + dicom);
        node.peers.add(peer);
        Files.writeString(folder.resolve("orthanc.json"), """
                { "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [],
                  "HttpPort": %d, "DicomPort": %d, "DicomAet": "ORTHANC", "RemoteAccessAllowed": false,
                  "AuthenticationEnabled": false, "DicomAlwaysAllowGet": true, "DicomAlwaysAllowMove": true,
                  "DicomModalities": { "wardlight": ["WARDLIGHT", "127.0.0.1", %d] } }
                """.formatted(
                        folder.resolve("db"), folder.resolve("db"), http, dicom, node.server.port()));
        orthanc = Dcmtk.listening(folder, dicom, "/usr/sbin/Orthanc", "orthanc.json");
    }

    @AfterEach
    void stop() throws Exception {
        if (orthanc != null) {
            orthanc.destroy();
            orthanc.waitFor();
            node.close();
        }
    }

    private static Requestor own() {
        return TestNode.requestor("WARDLIGHT");
    }

    private JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + path))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private Puller puller() {
        return new Puller(
                own(),
                new StoreScp(new IngesterIntake(node.ingester), node.expected)::handle,
                Optional.of(TestNode.TITLE),
                uid -> node.catalog.instance(uid).isPresent());
    }

    @Test
    void orthanc_takes_is_found_in_and_gives_by_get_and_by_move() throws Exception {
        assertThat(new StoreScu(own())
                        .send(peer, OwnToOwnTest.outgoing(STUDY, 6), sent -> {})
                        .failed())
                .isEmpty();
        DataSet keys = DataSet.builder()
                .string(Tag.PATIENT_NAME, "Zzorthanc*")
                .string(Tag.STUDY_INSTANCE_UID)
                .build();
        assertThat(new FindScu(own())
                        .find(peer, Root.STUDY, Level.STUDY, keys, 10)
                        .matches())
                .singleElement()
                .satisfies(match -> assertThat(match.string(Tag.PATIENT_NAME)).contains("Zzorthanc^Zoë"));
        assertThat(new PeerTest(own(), Optional.of(node.expected::expect)).run(peer))
                .extracting(PeerTest.Line::outcome)
                .containsOnly(PeerTest.Outcome.OK);
        for (Way way : new Way[] {Way.AUTO, Way.MOVE}) {
            Puller.Pulled pulled = puller().pull(peer, STUDY.studyUid(), way, Watch.of(counts -> {}, () -> false));
            assertThat(pulled.isComplete()).as(way + ": " + pulled.message()).isTrue();
            assertThat(node.instances(STUDY.studyUid())).isEqualTo(6);
            node.catalog.remove(STUDY.studyUid());
        }
    }

    @Test
    void orthanc_echoes_pushes_queries_and_retrieves() throws Exception {
        post("/modalities/wardlight/echo", "{}");
        new StoreScu(own()).send(peer, OwnToOwnTest.outgoing(STUDY, 6), sent -> {});
        HttpResponse<String> studies = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/studies"))
                                .build(),
                        BodyHandlers.ofString());
        String id = new ObjectMapper().readTree(studies.body()).get(0).asText();
        JsonNode stored = post("/modalities/wardlight/store", id);
        assertThat(stored.get("FailedInstancesCount").asInt()).isZero();
        assertThat(node.instances(STUDY.studyUid())).isEqualTo(6);
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/studies/" + id))
                                .DELETE()
                                .build(),
                        BodyHandlers.discarding());
        JsonNode query =
                post("/modalities/wardlight/query", "{\"Level\":\"Study\",\"Query\":{\"PatientName\":\"zzORTHANC*\"}}");
        String path = "/queries/" + query.get("ID").asText();
        post(path + "/retrieve", "ORTHANC");
        HttpResponse<String> after = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/studies/" + id))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(after.statusCode()).isEqualTo(200);
    }
}
