// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.account.AccountException;
import org.wardlight.sync.account.AuditEntry.Outcome;
import org.wardlight.sync.account.Reach;
import org.wardlight.sync.account.Role;
import org.wardlight.sync.list.ListEntry;
import org.wardlight.sync.list.WardList;

/** An account that is limited to lists sees what is on them, and of everything else not even that it is there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithinTest {
    private static final Fixtures LISTED = Fixtures.ct().slices(1).patient("Zztest^Listed", "9990000018");
    private static final Fixtures OTHER = Fixtures.dx().seed("other").patient("Zztest^Other", "9990000026");
    private static final Fixtures NOWHERE = Fixtures.dx().seed("nowhere");
    /** Routes that change something, or have another part in their address: each has its own test, here or in PeersOverHttpTest. */
    private static final List<String> LOOKED_AT = List.of(
            "GET /api/v1/lists/{list}",
            "GET /api/v1/lists/{list}/csv",
            "GET /api/v1/pacs/{name}/studies",
            "POST /api/v1/fetches",
            "DELETE /api/v1/fetches/{fetch}",
            "POST /api/v1/pins",
            "PUT /api/v1/copies/{copy}",
            "POST /sync/v1/blobs",
            // Uploads are their sender's alone, and who is limited begins none.
            "POST /api/v1/uploads",
            "GET /api/v1/uploads/{upload}",
            "PATCH /api/v1/uploads/{upload}",
            "POST /api/v1/uploads/{upload}/reading",
            "DELETE /api/v1/uploads/{upload}",
            "POST /dicom-web/studies");

    private static final String REFUSED = "not-on-your-lists";

    private final Security security = Secured.inMemory();
    private FilledServer server;
    private String[] admin = {};
    private String[] limited = {};
    private String[] free = {};

    @BeforeAll
    void start() throws Exception {
        server = new FilledServer(security).with(LISTED, 1).with(OTHER, 1);
        security.lists().put(new WardList("Ward 7B", Instant.EPOCH, List.of(ListEntry.patient("9990000018"))));
        security.lists().put(new WardList("Clinic", Instant.EPOCH, List.of(ListEntry.study(OTHER.studyUid()))));
        admin = signedIn("admin", Role.ADMIN);
        free = signedIn("bob", Role.EDITOR);
        limited = signedIn("amy", Role.EDITOR);
        security.accounts().limit("amy", Reach.of(Set.of("ward 7b")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String[] signedIn(String name, Role role) throws Exception {
        security.accounts()
                .accept(security.accounts().invite(role, "local", Duration.ofHours(1)), name, "", "three random words");
        String token = security.accounts().begin(name);
        return new String[] {"Cookie: wardlight=" + token, "X-CSRF-Token: " + SessionCookie.csrf(token)};
    }

    @TestFactory
    Stream<DynamicTest> no_address_of_a_study_elsewhere_is_answered() {
        return ofStudies()
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> {
                    assertThat(answer(route, OTHER, limited).text()).contains(REFUSED);
                    assertThat(answer(route, LISTED, limited).text()).doesNotContain(REFUSED);
                    assertThat(answer(route, OTHER, free).text()).doesNotContain(REFUSED);
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_elsewhere_is_answered_like_what_is_nowhere() {
        return ofStudies()
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> {
                    Answer elsewhere = answer(route, OTHER, limited);
                    Answer nowhere = answer(route, NOWHERE, limited);
                    assertThat(nowhere.status()).isEqualTo(elsewhere.status());
                    assertThat(nowhere.json().get("code"))
                            .isEqualTo(elsewhere.json().get("code"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_object_elsewhere_is_not_reached_through_a_study_that_is_listed() {
        return ofStudies()
                .filter(route -> route.path().matches(".*\\{study}.*\\{(series|instance)}.*"))
                .map(route -> DynamicTest.dynamicTest(
                        route.method() + " " + route.path(),
                        () -> assertThat(answer(route, LISTED.studyUid(), OTHER, limited)
                                        .text())
                                .contains(REFUSED)));
    }

    /** A route that is about no study in its address tells of none elsewhere, or is among those that a test looks at one by one. */
    @TestFactory
    Stream<DynamicTest> no_other_address_tells_of_what_is_elsewhere() {
        List<Route> others = rows().filter(route -> !isOfStudy(route)).toList();
        Stream<DynamicTest> read = others.stream()
                .filter(WithinTest::isPlain)
                .map(route -> DynamicTest.dynamicTest(route.path(), () -> {
                    assertThat(server.get(route.path(), limited).text())
                            .doesNotContain(OTHER.studyUid(), "Zztest^Other", "9990000026");
                    assertThat(server.get(route.path() + query(OTHER), limited).status())
                            .isEqualTo(server.get(route.path() + query(NOWHERE), limited)
                                    .status());
                }));
        Stream<DynamicTest> looked = Stream.of(DynamicTest.dynamicTest(
                "the others",
                () -> assertThat(others.stream()
                                .filter(route -> !isPlain(route))
                                .map(route -> route.method() + " " + route.path()))
                        .containsExactlyInAnyOrderElementsOf(LOOKED_AT)));
        return Stream.concat(read, looked);
    }

    /** An object as parameters name it. */
    private static String query(Fixtures of) {
        return "?requestType=WADO&studyUID=" + of.studyUid() + "&seriesUID=" + of.seriesUid() + "&objectUID="
                + of.instanceUid(0) + "&study=" + of.studyUid() + "&series=" + of.seriesUid() + "&instance="
                + of.instanceUid(0);
    }

    @Test
    void who_is_limited_to_lists_sends_no_files_of_anybody() throws Exception {
        byte[] file = "{\"name\":\"a.zip\",\"key\":\"k\",\"bytes\":9}".getBytes(StandardCharsets.UTF_8);
        assertThat(server.post("/api/v1/uploads", file, json(limited)).status()).isEqualTo(403);
        assertThat(server.post("/api/v1/uploads", file, json(free)).status()).isEqualTo(201);
    }

    private static String[] json(String[] credentials) {
        return Stream.concat(Stream.of(credentials), Stream.of("Content-Type: application/json"))
                .toArray(String[]::new);
    }

    @Test
    void an_object_that_parameters_name_is_given_when_it_is_listed_alone() throws Exception {
        assertThat(server.get("/wado" + query(LISTED), limited).status()).isEqualTo(200);
        assertThat(server.get("/wado" + query(OTHER), limited).text()).contains(REFUSED);
        assertThat(server.get("/wado" + query(LISTED) + "&presentationUID=" + OTHER.instanceUid(0), limited)
                        .text())
                .contains(REFUSED);
        assertThat(server.get("/wado" + query(OTHER), free).status()).isEqualTo(200);
    }

    private static boolean isPlain(Route route) {
        return route.method().name().equals("GET") && !route.path().contains("{");
    }

    private static boolean isOfStudy(Route route) {
        return route.path().matches(".*\\{(study|series|instance)}.*");
    }

    /** Those of people who look at studies; administrators see everything. */
    private Stream<Route> rows() {
        return server.routes().stream()
                .filter(route -> route.access() != Access.OPEN && route.access() != Access.ADMIN);
    }

    private Stream<Route> ofStudies() {
        return rows().filter(WithinTest::isOfStudy);
    }

    @Test
    void nothing_of_a_study_is_open_to_everybody_and_an_administrator_is_never_limited() {
        assertThat(server.routes())
                .filteredOn(route -> route.access() == Access.OPEN)
                .noneMatch(WithinTest::isOfStudy);
        assertThatThrownBy(() -> security.accounts().limit("admin", Reach.of(Set.of("ward 7b"))))
                .isInstanceOf(AccountException.class);
    }

    @Test
    void an_object_elsewhere_is_not_laid_over_a_listed_one() throws Exception {
        String path = "/api/v1/instances/" + LISTED.instanceUid(0) + "/frames/1/layers/";
        assertThat(server.get(path + OTHER.instanceUid(0), limited).text()).contains(REFUSED);
        assertThat(server.get(path + NOWHERE.instanceUid(0), limited).text()).contains(REFUSED);
        assertThat(server.get(path + "overlay", limited).text()).doesNotContain(REFUSED);
    }

    @Test
    void an_object_is_taken_for_a_listed_patient_and_for_nobody_else() throws Exception {
        Fixtures listed = Fixtures.dx().seed("new").patient("Zztest^Listed", "999 000 0018");
        assertThat(store(listed).status()).isEqualTo(200);
        Answer refused = store(OTHER);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/00081198/Value/0/00081197/Value/0").asInt())
                .isEqualTo(0x0124);
        assertThat(store(Fixtures.dx().seed("unknown").patient("Zztest^Unknown", "9990000034"))
                        .text())
                .isEqualTo(refused.text()
                        .replace(
                                OTHER.instanceUid(0),
                                Fixtures.dx().seed("unknown").instanceUid(0)));
    }

    private Answer store(Fixtures fixture) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--edge\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(fixture.bytes(0));
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
        return server.post(
                "/dicom-web/studies",
                body.toByteArray(),
                limited[0],
                limited[1],
                "Content-Type: multipart/related; type=\"application/dicom\"; boundary=edge");
    }

    @Test
    void a_device_tells_of_listed_studies_alone() throws Exception {
        String told =
                "{\"name\":\"Amy's tablet\",\"studies\":[{\"study\":\"%s\",\"ready\":true,\"until\":\"2099-11-27T18:00:00Z\"},"
                        + "{\"study\":\"%s\",\"ready\":true,\"until\":null}]}";
        Answer taken = server.send(
                "PUT",
                "/api/v1/copies/tablet-1",
                told.formatted(LISTED.studyUid(), OTHER.studyUid()).getBytes(StandardCharsets.UTF_8),
                limited[0],
                limited[1],
                "Content-Type: application/json");
        assertThat(taken.text()).isEqualTo("{\"studies\":1}");
        assertThat(server.get("/api/v1/lists/Ward%207B/readiness", limited).status())
                .isEqualTo(403);
        Answer readiness = server.get("/api/v1/lists/Ward%207B/readiness", admin);
        Contract.same("list-readiness.json", readiness.json());
        assertThat(readiness.text()).contains("\"name\":\"Amy's tablet\"", "\"owner\":\"user:amy\"", "\"of\":1");
        assertThat(server.get("/api/v1/lists/Clinic/readiness", admin).text()).contains("\"devices\":[]");
    }

    @Test
    void what_leaves_the_list_by_a_decision_is_told_and_shown_and_nothing_of_what_was_elsewhere() throws Exception {
        Fixtures moved = Fixtures.dx().seed("moved").patient("Zztest^Moved", "M1");
        Fixtures other = Fixtures.dx().seed("never").patient("Zztest^Never", "N1");
        server.with(moved, 1).with(other, 1);
        security.lists().put(new WardList("Moves", Instant.EPOCH, List.of(ListEntry.patient("M1"))));
        String[] amos = signedIn("amos", Role.VIEWER);
        security.accounts().limit("amos", Reach.of(Set.of("Moves")));
        for (Fixtures gone : List.of(moved, other)) {
            Answer deleted = server.send("DELETE", "/api/v1/studies/" + gone.studyUid(), new byte[0], admin);
            assertThat(deleted.status()).isEqualTo(200);
        }
        assertThat(server.get("/api/v1/changes", amos).text())
                .contains("\"op\":\"removed\",\"study\":\"" + moved.studyUid())
                .doesNotContain(other.studyUid(), LISTED.studyUid());
        assertThat(server.get("/api/v1/lists/Moves", amos).text())
                .contains("\"why\":\"deleted\"", "ZZTEST, Moved", "\"by\":\"admin\"");
    }

    @Test
    void a_study_elsewhere_is_not_pinned() throws Exception {
        assertThat(server.post(
                                "/api/v1/pins",
                                ("{\"study\":\"" + OTHER.studyUid() + "\"}").getBytes(StandardCharsets.UTF_8),
                                limited[0],
                                limited[1],
                                "Content-Type: application/json")
                        .text())
                .contains(REFUSED);
    }

    private Answer answer(Route route, Fixtures of, String[] who) throws IOException {
        return answer(route, of.studyUid(), of, who);
    }

    private Answer answer(Route route, String study, Fixtures of, String[] who) throws IOException {
        String path = route.path()
                .replace("{study}", study)
                .replace("{series}", of.seriesUid())
                .replace("{instance}", of.instanceUid(0))
                .replaceAll("\\{[a-z]+}", "1")
                .replaceAll("<[a-z]+>", "nothing");
        // A length alone is asked for by HEAD: its answer has no words, so the same address is asked with GET.
        String method =
                route.method().name().equals("HEAD") ? "GET" : route.method().name();
        return Answer.send(
                server.port(),
                method,
                path,
                "{}".getBytes(StandardCharsets.UTF_8),
                Stream.concat(Stream.of(who), Stream.of("Content-Type: application/json"))
                        .toArray(String[]::new));
    }

    @Test
    void searches_and_changes_tell_of_what_is_listed_alone() throws Exception {
        for (String path : List.of(
                "/api/v1/studies",
                "/api/v1/studies?q=zztest",
                "/api/v1/studies?list=Ward%207B",
                "/api/v1/changes",
                "/dicom-web/studies",
                "/dicom-web/studies?StudyInstanceUID=" + OTHER.studyUid() + "," + LISTED.studyUid(),
                "/dicom-web/series",
                "/dicom-web/instances")) {
            assertThat(server.get(path, limited).text())
                    .as(path)
                    .contains(LISTED.studyUid())
                    .doesNotContain(OTHER.studyUid());
        }
        assertThat(server.get("/api/v1/studies", free).text()).contains(LISTED.studyUid(), OTHER.studyUid());
        assertThat(server.get("/api/v1/studies?list=clinic", free).text())
                .contains(OTHER.studyUid())
                .doesNotContain(LISTED.studyUid());
    }

    @Test
    void other_lists_are_not_told_of_and_not_written() throws Exception {
        assertThat(server.get("/api/v1/lists", limited).text())
                .contains("Ward 7B")
                .doesNotContain("Clinic");
        assertThat(server.get("/api/v1/lists/Clinic", limited).status()).isEqualTo(404);
        assertThat(server.get("/api/v1/studies?list=Clinic", limited).status()).isEqualTo(404);
        assertThat(server.get("/api/v1/lists/Clinic/csv", limited).status()).isEqualTo(404);
        assertThat(server.get("/api/v1/lists/Ward%207B/csv", limited).text()).contains("9990000018", "Listed");
        assertThat(Answer.send(
                                server.port(),
                                "PUT",
                                "/api/v1/lists/Ward%207B",
                                "{\"text\":\"9990000026\"}".getBytes(StandardCharsets.UTF_8),
                                limited[0],
                                limited[1],
                                "Content-Type: application/json")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_was_refused_is_in_the_audit() throws Exception {
        server.get("/api/v1/studies/" + OTHER.studyUid(), limited);
        assertThat(security.audit().page(Long.MAX_VALUE, 10, OTHER.studyUid()))
                .anyMatch(entry -> entry.actor().equals("user:amy") && entry.outcome() == Outcome.REFUSED);
    }
}
