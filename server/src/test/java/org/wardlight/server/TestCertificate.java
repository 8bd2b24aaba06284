// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for localhost and 127.0.0.1 that nobody trusts by itself, made for one test.
 *
 * @param keyStore PKCS#12 with both
 * @param password file whose first line is that one's password
 */
public record TestCertificate(Path certificate, Path key, Path keyStore, Path password) {
    private static final char[] SECRET = "a password".toCharArray();

    public static TestCertificate in(Path folder) throws Exception {
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
                        new String(SECRET))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore made = read(file);
        Key key = made.getKey("x", SECRET);
        return new TestCertificate(
                Files.writeString(
                        folder.resolve("cert.pem"),
                        pem("CERTIFICATE", made.getCertificate("x").getEncoded())),
                Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", key.getEncoded())),
                file,
                Files.writeString(folder.resolve("password"), new String(SECRET) + "\n"));
    }

    private static KeyStore read(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, SECRET);
        }
        return store;
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + what
                + "-----\n";
    }

    /** Trusts this certificate and no other. */
    public SSLContext trust() throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("x", read(keyStore).getCertificate("x"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    public HttpClient client() throws Exception {
        return HttpClient.newBuilder().sslContext(trust()).build();
    }
}
