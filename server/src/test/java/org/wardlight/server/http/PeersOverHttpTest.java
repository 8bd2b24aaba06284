// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.wiring.DicomConfig;
import org.wardlight.server.wiring.DicomNode;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.ServerConfig.Store;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.account.Accounts;
import org.wardlight.sync.account.Reach;
import org.wardlight.sync.account.Role;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.list.ListEntry;
import org.wardlight.sync.list.WardList;
import org.wardlight.sync.pull.PullWorker;

/** Peers are added, tested and removed over HTTP, and a server that runs takes each change at once. */
class PeersOverHttpTest {
    private static final String PEERS = "/api/v1/peers";

    @TempDir
    Path folder;

    private Node here;
    private Node there;
    private DimseServer ours;
    private DimseServer theirs;
    private HttpServer server;
    private DicomNode dicom;

    @BeforeEach
    void start() throws Exception {
        here = Wiring.open(new Store(folder.resolve("here")), Clock.systemUTC());
        there = Wiring.inMemory(Clock.systemUTC());
        DicomNode silent = node("WARDLIGHT", here, List.of(Peer.parse("GIVEN@127.0.0.1:9")));
        ours = silent.listen();
        theirs = node("PACS", there, List.of(Peer.parse("WARDLIGHT@127.0.0.1:" + ours.port())))
                .listen();
        dicom = silent.answering(ours);
        server = HttpServer.start(
                Listen.onLoopback("127.0.0.1", 0), false, here.services("1.2.3", Optional.empty(), dicom));
    }

    private static DicomNode node(String title, Node node, List<Peer> peers) throws Exception {
        DicomConfig config = new DicomConfig(new AeTitle(title), "127.0.0.1", 0, peers, false, Optional.empty());
        return DicomNode.of(config, node, Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        ours.close();
        theirs.close();
        here.close();
        there.close();
    }

    private Answer send(String method, String path, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return Answer.send(server.port(), method, path, bytes, "Content-Type: application/json");
    }

    private Answer add(String name, String title) throws Exception {
        return send("POST", PEERS, """
                {"name":"%s","title":"%s","host":"127.0.0.1","port":%d,"web":"http://127.0.0.1:1/dicom-web/"}""".formatted(name, title, theirs.port()));
    }

    @Test
    void the_answers_keep_their_contracts() throws Exception {
        assertThat(add("Main PACS", "PACS  ").status()).isEqualTo(201);
        Contract.same("peers.json", Answer.get(server.port(), PEERS).json());
        Contract.same(
                "peer-test.json",
                send("POST", PEERS + "/Main%20PACS/test", "{}").json());
    }

    @Test
    void a_peer_that_is_added_may_call_at_once_and_one_that_is_removed_no_more() throws Exception {
        DicomNode caller = node("PACS", there, List.of());
        Peer us = Peer.parse("WARDLIGHT@127.0.0.1:" + ours.port());
        assertThat(caller.tested(us).get(0).words()).contains("does not know our AE title PACS");
        add("Main PACS", "PACS");
        assertThat(caller.tested(us).get(0).words()).contains("it answers and knows our AE title PACS");
        assertThat(send("DELETE", PEERS + "/main%20pacs", "").status()).isEqualTo(204);
        assertThat(caller.tested(us).get(0).words()).contains("does not know our AE title PACS");
    }

    @Test
    void a_test_says_in_plain_words_what_is_wrong() throws Exception {
        add("Main PACS", "WRONG");
        assertThat(send("POST", PEERS + "/Main%20PACS/test", "{}")
                        .json()
                        .get("steps")
                        .toString())
                .contains("its AE title is another than WRONG; ask its administrator", "\"outcome\":\"skipped\"");
        assertThat(send("PATCH", PEERS + "/Main%20PACS", """
                {"title":"PACS","host":"127.0.0.1","port":%d}""".formatted(theirs.port()))
                        .status())
                .isEqualTo(200);
        assertThat(send("POST", PEERS + "/Main%20PACS/test", "{}")
                        .json()
                        .get("steps")
                        .toString())
                .contains("knows our AE title WARDLIGHT", "it answers queries", "holds no object to try it with");
    }

    @Test
    void a_study_is_found_on_a_pacs_and_fetched_in_the_background() throws Exception {
        Fixtures study = Fixtures.ct().slices(3).patient("Zzfetch^Flo", "F1");
        for (int i = 0; i < 3; i++) {
            there.ingester().ingest(IngestItem.stream("x", new ByteArrayInputStream(study.bytes(i))));
        }
        add("Main PACS", "PACS");
        assertThat(Answer.get(server.port(), "/api/v1/pacs").json().get("pacs").toString())
                .contains("Main PACS");
        String search = "/api/v1/pacs/Main%20PACS/studies";
        JsonNode found =
                Answer.get(server.port(), search + "?name=zzfetch,%20f").json();
        Contract.same("pacs-studies.json", found);
        assertThat(found.get("studies").get(0).get("objects").asInt()).isEqualTo(3);
        assertThat(Answer.get(server.port(), search + "?name=").status()).isEqualTo(400);
        try (PullWorker fetching = dicom.fetching(Clock.systemUTC())) {
            String body = "{\"peer\":\"main pacs\",\"study\":\"%s\",\"about\":\"Flo\"}".formatted(study.studyUid());
            assertThat(send("POST", "/api/v1/fetches", body).status()).isEqualTo(202);
            for (int i = 0; i < 200 && !fetches().get(0).get("state").asText().equals("done"); i++) {
                Thread.sleep(50);
            }
        }
        Contract.same(
                "fetches.json", Answer.get(server.port(), "/api/v1/fetches").json());
        assertThat(fetches().get(0).get("state").asText()).isEqualTo("done");
        assertThat(here.catalog()
                        .study(study.studyUid())
                        .orElseThrow()
                        .summary()
                        .instances())
                .isEqualTo(3);
    }

    @Test
    void who_is_limited_to_lists_finds_and_fetches_patients_on_them_alone() throws Exception {
        Fixtures listed = Fixtures.ct().slices(1).seed("l").patient("Zzlisted^Flo", "F1");
        Fixtures other = Fixtures.ct().slices(1).seed("o").patient("Zzother^Flo", "G1");
        for (Fixtures study : List.of(listed, other)) {
            there.ingester().ingest(IngestItem.stream("x", new ByteArrayInputStream(study.bytes(0))));
        }
        add("Main PACS", "PACS");
        here.security().lists().put(new WardList("Ward", Instant.EPOCH, List.of(ListEntry.patient("F1"))));
        String[] free = signedIn("bob");
        String[] limited = signedIn("amy");
        here.security().accounts().limit("amy", Reach.of(Set.of("Ward")));
        String search = "/api/v1/pacs/Main%20PACS/studies?name=zz";
        assertThat(Answer.get(server.port(), search, free).text()).contains("\"G1\"", "\"F1\"");
        assertThat(Answer.get(server.port(), search, limited).text())
                .contains("\"F1\"")
                .doesNotContain("\"G1\"", "Zzother");
        assertThat(fetch(other, limited).text()).contains("not-on-your-lists");
        assertThat(fetch(listed, limited).status()).isEqualTo(202);
        Answer others = fetch(other, free);
        assertThat(others.status()).isEqualTo(202);
        assertThat(Answer.get(server.port(), "/api/v1/fetches", limited).text())
                .contains(listed.studyUid())
                .doesNotContain(other.studyUid());
        String path = "/api/v1/fetches/" + others.json().get("id").asLong();
        assertThat(Answer.send(server.port(), "DELETE", path, new byte[0], limited)
                        .status())
                .isEqualTo(404);
        assertThat(Answer.send(server.port(), "DELETE", path, new byte[0], free).status())
                .isEqualTo(204);
    }

    private Answer fetch(Fixtures study, String[] who) throws Exception {
        String body = "{\"peer\":\"Main PACS\",\"study\":\"%s\",\"about\":\"x\"}".formatted(study.studyUid());
        return Answer.send(
                server.port(),
                "POST",
                "/api/v1/fetches",
                body.getBytes(StandardCharsets.UTF_8),
                who[0],
                who[1],
                "Content-Type: application/json");
    }

    private String[] signedIn(String name) throws Exception {
        Accounts accounts = here.security().accounts();
        accounts.accept(accounts.invite(Role.EDITOR, "local", Duration.ofHours(1)), name, "", "three random words");
        String token = accounts.begin(name);
        return new String[] {"Cookie: wardlight=" + token, "X-CSRF-Token: " + SessionCookie.csrf(token)};
    }

    private JsonNode fetches() throws Exception {
        return Answer.get(server.port(), "/api/v1/fetches").json().get("fetches");
    }

    @Test
    void an_archive_that_does_not_answer_is_explained_and_a_fetch_can_be_stopped() throws Exception {
        send("POST", PEERS, "{\"name\":\"Gone\",\"title\":\"GONE\",\"host\":\"127.0.0.1\",\"port\":9}");
        assertThat(Answer.get(server.port(), "/api/v1/pacs/Gone/studies?id=1")
                        .json()
                        .get("trouble")
                        .asText())
                .contains("no program takes connections at 127.0.0.1 port 9");
        long id = send("POST", "/api/v1/fetches", "{\"peer\":\"Gone\",\"study\":\"2.25.1\"}")
                .json()
                .get("id")
                .asLong();
        assertThat(send("DELETE", "/api/v1/fetches/" + id, "").status()).isEqualTo(204);
        assertThat(send("DELETE", "/api/v1/fetches/" + id, "").status()).isEqualTo(404);
        assertThat(fetches().get(0).get("state").asText()).isEqualTo("stopped");
    }

    @Test
    void what_is_no_peer_or_is_taken_is_refused_with_a_reason() throws Exception {
        assertThat(add("Main PACS", "").json().get("code").asText()).isEqualTo("peer-not-valid");
        assertThat(add("", "PACS").json().get("code").asText()).isEqualTo("peer-not-valid");
        assertThat(send("POST", PEERS, "{\"name\":\"x\",\"title\":\"X\",\"host\":\"h\",\"port\":0}")
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("peer-not-valid");
        assertThat(send("POST", PEERS, "{\"name\":\"x\",\"title\":\"X\",\"host\":\"h\",\"port\":1,\"web\":\"ftp://x\"}")
                        .status())
                .isEqualTo(400);
        add("Main PACS", "PACS");
        assertThat(add("MAIN PACS", "OTHER").json().get("code").asText()).isEqualTo("name-taken");
        assertThat(add("Second", "PACS").json().get("code").asText()).isEqualTo("peer-title-taken");
        assertThat(add("Second", "GIVEN").json().get("code").asText()).isEqualTo("peer-title-taken");
        assertThat(send("DELETE", PEERS + "/GIVEN", "").json().get("code").asText())
                .isEqualTo("peer-given");
        assertThat(send("DELETE", PEERS + "/nobody", "").json().get("code").asText())
                .isEqualTo("no-such-peer");
    }
}
