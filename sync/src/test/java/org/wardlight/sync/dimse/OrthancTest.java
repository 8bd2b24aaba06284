// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
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
    private OrthancServer orthanc;
    private Peer peer;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(OrthancServer.isInstalled(), "Orthanc is not installed (.ci/install)");
        node = TestNode.knowing();
        orthanc = OrthancServer.start(
                folder, "\"DicomModalities\": { \"wardlight\": [\"WARDLIGHT\", \"127.0.0.1\", " + node.port() + "] }");
        peer = Peer.parse("ORTHANC@127.0.0.1:" + orthanc.dicomPort());
        node.peers.add(peer);
    }

    @AfterEach
    void stop() throws Exception {
        if (orthanc != null) {
            orthanc.close();
            node.close();
        }
    }

    private static Requestor own() {
        return TestNode.requestor("WARDLIGHT");
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
        orthanc.post("/modalities/wardlight/echo", "{}");
        new StoreScu(own()).send(peer, OwnToOwnTest.outgoing(STUDY, 6), sent -> {});
        HttpResponse<String> studies = orthanc.send("GET", "/studies", BodyPublishers.noBody());
        String id = new ObjectMapper().readTree(studies.body()).get(0).asText();
        JsonNode stored = orthanc.store("wardlight", List.of(id));
        assertThat(stored.get("FailedInstancesCount").asInt()).isZero();
        assertThat(node.instances(STUDY.studyUid())).isEqualTo(6);
        orthanc.send("DELETE", "/studies/" + id, BodyPublishers.noBody());
        JsonNode query = orthanc.post(
                "/modalities/wardlight/query", "{\"Level\":\"Study\",\"Query\":{\"PatientName\":\"zzORTHANC*\"}}");
        String path = "/queries/" + query.get("ID").asText();
        orthanc.post(path + "/retrieve", "ORTHANC");
        assertThat(orthanc.send("GET", "/studies/" + id, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(200);
    }
}
