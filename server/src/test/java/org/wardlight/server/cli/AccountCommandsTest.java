// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.server.TestCertificate;

/** {@code user} and {@code device} on a store that is served meanwhile, and what {@code serve} asks for before it serves a network. */
class AccountCommandsTest {
    @TempDir
    Path folder;

    private String store;
    private String passwordFile;

    @BeforeEach
    void prepare() throws Exception {
        store = folder.resolve("store").toString();
        passwordFile = Files.writeString(folder.resolve("typed"), "three random words\n")
                .toString();
    }

    private Run user(String... arguments) {
        return command("user", arguments);
    }

    private Run command(String name, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--store";
        all[arguments.length + 2] = store;
        return Run.of(all);
    }

    private Run add(String name, String role) {
        return user("add", name, "--role", role, "--password-file", passwordFile, "--display-name", "Dr " + name);
    }

    private static HttpResponse<String> signIn(RunningServe server, String name) throws Exception {
        return server.post("/api/v1/session", "{\"name\":\"" + name + "\",\"password\":\"three random words\"}");
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("set-cookie").orElse("").split(";", 2)[0];
    }

    @Test
    void people_are_added_switched_off_and_removed_beside_a_running_server() throws Exception {
        try (RunningServe server = RunningServe.with("--store", store)) {
            assertThat(server.out()).contains("Nobody needs to sign in", server.url() + "/welcome#");
            assertThat(server.get("/api/v1/studies").statusCode()).isEqualTo(200);
            assertThat(add("amy", "admin").out()).contains("Added amy, admin.");
            assertThat(add("bob", "viewer").exitCode()).isZero();
            assertThat(user("list").lines())
                    .containsExactly("amy\tadmin\ton\tDr amy\teverybody", "bob\tviewer\ton\tDr bob\teverybody");
            assertThat(server.get("/api/v1/studies").statusCode()).isEqualTo(401);

            String bob = cookie(signIn(server, "bob"));
            assertThat(server.get("/api/v1/studies", "Cookie", bob).statusCode())
                    .isEqualTo(200);
            assertThat(user("disable", "bob").exitCode()).isZero();
            assertThat(server.get("/api/v1/studies", "Cookie", bob).statusCode())
                    .isEqualTo(401);
            assertThat(signIn(server, "bob").statusCode()).isEqualTo(401);
            assertThat(user("enable", "bob").exitCode()).isZero();
            assertThat(signIn(server, "bob").statusCode()).isEqualTo(200);
            assertThat(user("remove", "bob").exitCode()).isZero();
            assertThat(signIn(server, "bob").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void an_invitation_is_a_link_that_the_running_server_takes_once() throws Exception {
        add("amy", "admin");
        try (RunningServe server = RunningServe.with("--store", store)) {
            String link = user("invite", "--role", "editor", "--at", server.url())
                    .out()
                    .strip();
            assertThat(link).startsWith(server.url() + "/welcome#");
            String accept = "{\"secret\":\"%s\",\"name\":\"eve\",\"password\":\"three random words\"}"
                    .formatted(link.substring(link.indexOf('#') + 1));
            assertThat(server.post("/api/v1/invitation", accept).body()).contains("\"role\":\"editor\"");
            assertThat(server.post("/api/v1/invitation", accept).statusCode()).isEqualTo(410);
        }
    }

    @Test
    void what_is_refused_says_why() {
        add("amy", "admin");
        assertThat(user("remove", "amy").err()).contains("the only administrator");
        assertThat(user("disable", "amy").exitCode()).isEqualTo(1);
        assertThat(add("AMY", "viewer").err()).contains("has that name already");
        assertThat(add("bob", "emperor").err()).contains("expected viewer, editor or admin");
        assertThat(user("enable", "nobody").err()).contains("no user of the name nobody");
        assertThat(user("add", "bob", "--password-file", folder.resolve("none").toString())
                        .err())
                .contains("cannot be read");
        assertThat(command("device", "revoke", "123").err()).contains("no such device");
    }

    @Test
    void doctor_prints_the_newest_hash_of_the_audit() throws Exception {
        add("amy", "admin");
        assertThat(command("doctor").out()).contains("The audit has no entries yet.");
        try (RunningServe server = RunningServe.with("--store", store)) {
            signIn(server, "amy");
        }
        Run doctor = command("doctor");
        assertThat(doctor.exitCode()).isZero();
        assertThat(doctor.out()).containsPattern("The audit is whole\\. Newest entry: 1 of \\S+, hash [0-9a-f]{64}");
    }

    @Test
    void a_network_is_served_only_with_a_certificate_and_an_administrator() throws Exception {
        TestCertificate made = TestCertificate.in(folder);
        String[] tls = {
            "--tls-cert", made.certificate().toString(), "--tls-key", made.key().toString()
        };
        Run bare = command("serve", "--host", "0.0.0.0", "--port", "0");
        assertThat(bare.exitCode()).isEqualTo(2);
        assertThat(bare.err()).contains("http.host is 0.0.0.0", "no certificate", "--tls-cert");
        Run nobody = command("serve", "--host", "0.0.0.0", "--port", "0", tls[0], tls[1], tls[2], tls[3]);
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("no administrator yet", "user add NAME --role admin");

        add("amy", "admin");
        try (RunningServe server =
                RunningServe.with("--store", store, "--host", "0.0.0.0", tls[0], tls[1], tls[2], tls[3])) {
            assertThat(server.url()).startsWith("https://");
            HttpRequest asked = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/studies"))
                    .build();
            assertThat(made.client()
                            .send(asked, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }
}
