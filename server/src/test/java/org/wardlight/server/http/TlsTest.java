// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.server.TestCertificate;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.Tls;
import org.wardlight.sync.account.Role;

class TlsTest {
    @TempDir
    Path folder;

    private TestCertificate made;

    @BeforeEach
    void make_a_certificate() throws Exception {
        made = TestCertificate.in(folder);
    }

    private void serving(Tls tls, Check check) throws Exception {
        Security security = Secured.inMemory();
        security.accounts()
                .accept(
                        security.accounts().invite(Role.ADMIN, "local", Duration.ofHours(1)),
                        "amy",
                        "",
                        "three random words");
        Services services = BareServer.services(security);
        Listen listen = new Listen("127.0.0.1", 0, false, Optional.of(tls.keyStore()), Cors.NONE);
        try (HttpServer server = HttpServer.start(listen, false, services)) {
            check.with(URI.create("https://localhost:" + server.port() + "/api/v1/session"));
        } finally {
            services.renditions().close();
        }
    }

    private interface Check {
        void with(URI address) throws Exception;
    }

    @Test
    void pem_files_give_http_2_and_a_cookie_for_this_host_alone() throws Exception {
        serving(new Tls.Pem(folder.resolve("cert.pem"), folder.resolve("key.pem")), address -> {
            HttpRequest signIn = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"amy\",\"password\":\"three random words\"}"))
                    .build();
            HttpResponse<String> answer = made.client().send(signIn, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.headers().firstValue("set-cookie").orElse(""))
                    .startsWith("__Host-wardlight=")
                    .contains("Secure", "HttpOnly");
            assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
        });
    }

    @Test
    void a_pkcs_12_file_does_as_well() throws Exception {
        serving(
                new Tls.Pkcs12(folder.resolve("server.p12"), folder.resolve("password")),
                address -> assertThat(made.client()
                                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200));
    }

    @Test
    void an_old_protocol_is_refused() throws Exception {
        serving(new Tls.Pem(folder.resolve("cert.pem"), folder.resolve("key.pem")), address -> {
            HttpClient old = HttpClient.newBuilder()
                    .sslContext(made.trust())
                    .sslParameters(new SSLParameters(null, new String[] {"TLSv1.1"}))
                    .build();
            assertThatThrownBy(() ->
                            old.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        });
    }

    @Test
    void what_cannot_be_used_is_named_with_what_to_do() {
        assertThatThrownBy(() -> new Tls.Pem(folder.resolve("cert.pem"), folder.resolve("cert.pem")).keyStore())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("openssl pkcs8");
        assertThatThrownBy(() -> new Tls.Pem(folder.resolve("none.pem"), folder.resolve("key.pem")).keyStore())
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> new Tls.Pkcs12(folder.resolve("server.p12"), folder.resolve("key.pem")).keyStore())
                .hasMessageContaining("cannot be read with the password");
    }
}
