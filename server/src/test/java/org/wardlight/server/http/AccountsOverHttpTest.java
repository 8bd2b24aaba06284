// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.sync.account.Accounts;
import org.wardlight.sync.account.AuditEntry;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.account.AuditEntry.Outcome;
import org.wardlight.sync.account.Role;

class AccountsOverHttpTest {
    private static final String PASSWORD = "three random words";
    private static final String JSON = "Content-Type: application/json";

    private final Security security = Secured.inMemory();
    private final Accounts accounts = security.accounts();
    private final Services services = BareServer.services(security);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.start(Listen.onLoopback("127.0.0.1", 0), false, services);
    }

    @AfterEach
    void stop() {
        server.close();
        services.renditions().close();
    }

    private Answer send(String method, String path, String json, String... headers) throws IOException {
        String[] all = Stream.concat(Stream.of(JSON), Stream.of(headers)).toArray(String[]::new);
        return Answer.send(server.port(), method, path, json.getBytes(StandardCharsets.UTF_8), all);
    }

    private Answer accepted(String link, String name) throws IOException {
        String json = "{\"secret\":\"%s\",\"name\":\"%s\",\"password\":\"%s\"}".formatted(link, name, PASSWORD);
        return send("POST", "/api/v1/invitation", json);
    }

    private Answer signIn(String name, String password) throws IOException {
        return send("POST", "/api/v1/session", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
    }

    private static String cookie(Answer answer) {
        return "Cookie: " + answer.header("Set-Cookie").split(";", 2)[0];
    }

    private static String csrf(Answer answer) throws IOException {
        return "X-CSRF-Token: " + answer.json().get("csrf").asText();
    }

    private Answer administrator() throws IOException {
        return accepted(accounts.invite(Role.ADMIN, "local", Duration.ofHours(1)), "amy");
    }

    @Test
    void nobody_needs_to_sign_in_until_there_is_an_account() throws IOException {
        JsonNode open = Answer.get(server.port(), "/api/v1/session").json();
        assertThat(open.get("accounts").asBoolean()).isFalse();
        assertThat(open.get("role").asText()).isEqualTo("admin");
        assertThat(Answer.get(server.port(), "/api/v1/studies").status()).isEqualTo(200);
        administrator();
        Answer closed = Answer.get(server.port(), "/api/v1/studies");
        assertThat(closed.status()).isEqualTo(401);
        assertThat(closed.json().get("code").asText()).isEqualTo("sign-in-needed");
        JsonNode nobody = Answer.get(server.port(), "/api/v1/session").json();
        assertThat(nobody.get("accounts").asBoolean()).isTrue();
        assertThat(nobody.get("name").isNull()).isTrue();
    }

    @Test
    void the_first_account_is_an_administrators() throws IOException {
        assertThat(send("POST", "/api/v1/users", "{\"role\":\"viewer\"}")
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("no-administrator-yet");
        assertThat(send("POST", "/api/v1/users", "{\"role\":\"admin\"}").status())
                .isEqualTo(201);
    }

    @Test
    void a_link_that_is_accepted_ends_the_session_of_whoever_sat_there_before() throws IOException {
        Answer amy = administrator();
        String json = "{\"secret\":\"%s\",\"name\":\"bob\",\"password\":\"%s\"}"
                .formatted(accounts.invite(Role.VIEWER, "local", Duration.ofHours(1)), PASSWORD);
        assertThat(send("POST", "/api/v1/invitation", json, cookie(amy), csrf(amy))
                        .status())
                .isEqualTo(200);
        assertThat(Answer.get(server.port(), "/api/v1/studies", cookie(amy)).status())
                .isEqualTo(401);
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_of_other_sites() throws IOException {
        Answer made = administrator();
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(Answer.get(server.port(), "/api/v1/studies", cookie(made)).status())
                .isEqualTo(200);
    }

    @Test
    void a_change_needs_the_token_of_its_session() throws IOException {
        Answer amy = administrator();
        String invite = "{\"role\":\"viewer\"}";
        assertThat(send("POST", "/api/v1/users", invite, cookie(amy))
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("csrf-token-missing");
        assertThat(send("POST", "/api/v1/users", invite, cookie(amy), "X-CSRF-Token: x")
                        .status())
                .isEqualTo(403);
        Answer invited = send("POST", "/api/v1/users", invite, cookie(amy), csrf(amy));
        assertThat(invited.status()).isEqualTo(201);
        String secret = invited.json().get("link").asText().split("#")[1];
        assertThat(accepted(secret, "bob").json().get("role").asText()).isEqualTo("viewer");
        assertThat(accepted(secret, "eve").json().get("code").asText()).isEqualTo("invitation-not-valid");
    }

    @Test
    void a_wrong_password_is_refused_in_the_same_words_as_an_unknown_name() throws IOException {
        administrator();
        Answer wrong = signIn("amy", "wrong");
        Answer unknown = signIn("nobody", "wrong");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
        for (int i = 0; i < 5; i++) {
            signIn("amy", "wrong");
        }
        assertThat(signIn("amy", PASSWORD).json().get("code").asText()).isEqualTo("account-locked");
    }

    @Test
    void signing_out_ends_the_session_at_the_server() throws IOException {
        administrator();
        Answer amy = signIn("amy", PASSWORD);
        assertThat(send("DELETE", "/api/v1/session", "", cookie(amy), csrf(amy)).status())
                .isEqualTo(204);
        assertThat(Answer.get(server.port(), "/api/v1/studies", cookie(amy)).status())
                .isEqualTo(401);
    }

    @Test
    void a_paired_device_looks_and_copies_until_it_is_revoked() throws IOException {
        Answer amy = administrator();
        String code = send("POST", "/api/v1/devices", "{}", cookie(amy), csrf(amy))
                .json()
                .get("code")
                .asText();
        JsonNode paired = send("POST", "/api/v1/devices/pairing", "{\"code\":\"" + code + "\",\"name\":\"Ward\"}")
                .json();
        String bearer = "Authorization: Bearer " + paired.get("token").asText();
        assertThat(Answer.get(server.port(), "/api/v1/changes?since=0", bearer).status())
                .isEqualTo(200);
        assertThat(Answer.get(server.port(), "/api/v1/users", bearer).status()).isEqualTo(403);
        String device = "/api/v1/devices/" + paired.get("device").asText();
        assertThat(send("DELETE", device, "", cookie(amy), csrf(amy)).status()).isEqualTo(200);
        assertThat(Answer.get(server.port(), "/api/v1/changes?since=0", bearer).status())
                .isEqualTo(401);
    }

    @Test
    void the_audit_says_who_signed_in_and_holds_nothing_that_is_no_name() throws IOException {
        administrator();
        signIn("amy", PASSWORD);
        assertThat(security.audit().page(Long.MAX_VALUE, 5, null))
                .extracting(AuditEntry::actor)
                .containsExactly("user:amy", "user:amy");
        signIn("my password, typed in the wrong field", "amy");
        assertThat(security.audit().page(Long.MAX_VALUE, 1, null).get(0).detail())
                .isEqualTo("POST /api/v1/session");
    }

    @Test
    void the_audit_says_who_did_what_and_who_was_refused() throws IOException {
        Answer amy = administrator();
        Answer.get(server.port(), "/api/v1/studies?q=smith", cookie(amy));
        Answer.get(server.port(), "/api/v1/studies?q=smith", cookie(amy));
        Answer.get(server.port(), "/api/v1/studies/1.2.3");
        signIn("amy", "wrong");
        JsonNode entries =
                Answer.get(server.port(), "/api/v1/audit", cookie(amy)).json().get("entries");
        assertThat(entries.get(0).get("action").asText()).isEqualTo("sign-in");
        assertThat(entries.get(0).get("outcome").asText()).isEqualTo("refused");
        assertThat(entries.get(0).get("actor").asText()).isEqualTo("nobody");
        assertThat(entries.get(0).get("detail").asText()).endsWith("for amy");
        AuditEntry refused = security.audit().page(Long.MAX_VALUE, 10, "1.2.3").get(0);
        assertThat(refused.actor()).isEqualTo("nobody");
        assertThat(refused.action()).isEqualTo(Action.VIEW);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(security.audit().page(Long.MAX_VALUE, 50, null))
                .filteredOn(entry -> entry.action() == Action.SEARCH)
                .as("the same search twice is one entry")
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("user:amy"))
                .satisfies(entry -> assertThat(entry.detail()).contains("q=smith"));
        assertThat(security.audit().broken()).isEmpty();
    }
}
