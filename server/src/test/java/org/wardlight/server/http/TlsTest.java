// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.Tls;
import org.wardlight.sync.account.Role;

class TlsTest {
    @TempDir
    Path folder;

    private KeyStore made;

    @BeforeEach
    void make_a_certificate() throws Exception {
        Path file = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-alias",
                        "x",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "a password")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            made.load(in, "a password".toCharArray());
        }
        Files.writeString(folder.resolve("password"), "a password\n");
        Key key = made.getKey("x", "a password".toCharArray());
        Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", key.getEncoded()));
        Files.writeString(
                folder.resolve("cert.pem"),
                pem("CERTIFICATE", made.getCertificate("x").getEncoded()));
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + what
                + "-----\n";
    }

    private HttpClient client() throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("x", made.getCertificate("x"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
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
        Listen listen = new Listen("127.0.0.1", 0, false, Optional.of(tls.keyStore()));
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
            HttpResponse<String> answer = client().send(signIn, HttpResponse.BodyHandlers.ofString());
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
                address -> assertThat(client().send(
                                        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200));
    }

    @Test
    void an_old_protocol_is_refused() throws Exception {
        serving(new Tls.Pem(folder.resolve("cert.pem"), folder.resolve("key.pem")), address -> {
            HttpClient old = HttpClient.newBuilder()
                    .sslContext(client().sslContext())
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
