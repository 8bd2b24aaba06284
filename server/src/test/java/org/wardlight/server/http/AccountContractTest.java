// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.server.http.Contract.same;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.sync.Json;
import org.wardlight.sync.account.Accounts;
import org.wardlight.sync.account.Devices;
import org.wardlight.sync.account.Role;

/** The answers about people, devices and the audit have the fields and types of their contract files. */
class AccountContractTest {
    private static final String PASSWORD = "three random words";

    private final Security security = Secured.inMemory();
    private final Accounts accounts = security.accounts();
    private final Services services = BareServer.services(security);
    private HttpServer server;
    private String cookie = "";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.start(Listen.onLoopback("127.0.0.1", 0), false, services);
        accounts.accept(invitation(Role.ADMIN), "amy", "Amy Admin", PASSWORD);
        accounts.accept(invitation(Role.VIEWER), "bob", "Bob Builder", PASSWORD);
        cookie = "Cookie: wardlight=" + accounts.begin("amy");
    }

    @AfterEach
    void stop() {
        server.close();
        services.renditions().close();
    }

    private String invitation(Role role) {
        return accounts.invite(role, "local", Duration.ofHours(1));
    }

    private Answer get(String path) throws Exception {
        return Answer.get(server.port(), path, cookie);
    }

    private Answer look(String secret) throws Exception {
        byte[] body = ("{\"secret\":\"" + secret + "\"}").getBytes(StandardCharsets.UTF_8);
        return Answer.send(server.port(), "POST", "/api/v1/invitation/look", body, "Content-Type: application/json");
    }

    @Test
    void session() throws Exception {
        JsonNode who = get("/api/v1/session").json();
        same("session.json", who);
        assertThat(who.get("id").asText()).isEqualTo("user:amy");
        assertThat(who.get("name").asText()).isEqualTo("Amy Admin");
    }

    @Test
    void users() throws Exception {
        for (int i = 0; i < 5; i++) {
            accounts.signIn("bob", "wrong");
        }
        same("users.json", get("/api/v1/users").json());
    }

    @Test
    void lists_and_what_is_on_one() throws Exception {
        byte[] body = Json.bytes(Map.of(
                "text",
                "9990000018\n^^^HOSPITAL",
                "rule",
                Map.of("location", "WARD7B*", "modalities", List.of("CT"), "days", 3)));
        Answer put = Answer.send(
                server.port(),
                "PUT",
                "/api/v1/lists/Ward%207B",
                body,
                cookie,
                "X-CSRF-Token: " + SessionCookie.csrf(cookie.substring("Cookie: wardlight=".length())),
                "Content-Type: application/json");
        same("list.json", put.json());
        same("lists.json", get("/api/v1/lists").json());
        assertThat(get("/api/v1/lists/ward%207b")
                        .json()
                        .get("lines")
                        .get(0)
                        .get("studies")
                        .asInt())
                .isZero();
    }

    @Test
    void devices() throws Exception {
        Devices devices = security.devices();
        devices.pair(devices.code("user:amy"), "Ward 7B laptop");
        devices.revoke(
                devices.pair(devices.code("local"), "Lost tablet").device().id());
        same("devices.json", get("/api/v1/devices").json());
    }

    @Test
    void audit_page_by_page_and_by_study() throws Exception {
        get("/api/v1/studies/2.25.1001");
        Answer.get(server.port(), "/api/v1/studies/2.25.7");
        JsonNode newest = get("/api/v1/audit?limit=1").json();
        same("audit.json", newest);
        assertThat(newest.get("next").asLong())
                .isEqualTo(newest.get("entries").get(0).get("id").asLong());
        assertThat(get("/api/v1/audit?study=2.25.7").json().get("entries"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("outcome").asText()).isEqualTo("refused"));
    }

    @Test
    void a_link_says_what_it_is_for_and_is_not_used_up_by_that() throws Exception {
        String fresh = invitation(Role.EDITOR);
        for (int i = 0; i < 2; i++) {
            JsonNode offered = look(fresh).json();
            assertThat(offered.get("role").asText()).isEqualTo("editor");
            assertThat(offered.get("user").isNull()).isTrue();
        }
        String again = accounts.inviteAgain("bob", "local", Duration.ofHours(1));
        assertThat(look(again).json().get("user").asText()).isEqualTo("bob");
        accounts.accept(again, "", "", "three other words");
        assertThat(look(again).json().get("code").asText()).isEqualTo("invitation-not-valid");
        assertThat(look(security.devices().code("local")).status()).isEqualTo(410);
    }

    @Test
    void the_page_names_nothing_ahead_to_somebody_who_must_sign_in_first() throws Exception {
        assertThat(Answer.get(server.port(), "/").header("Link")).isEmpty();
        assertThat(get("/").header("Link")).contains("/api/v1/studies");
        assertThat(get("/admin/people").header("Link")).isEmpty();
        assertThat(get("/welcome").header("Link")).isEmpty();
        String tag = "If-None-Match: " + get("/").header("ETag");
        assertThat(Answer.get(server.port(), "/", tag).status())
                .as("a browser would keep the Link header of what it revalidates")
                .isEqualTo(200);
        assertThat(Answer.get(server.port(), "/", tag, cookie).status()).isEqualTo(304);
    }
}
