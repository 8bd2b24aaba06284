// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of this run, which both sides have and trust. */
final class SelfSigned {
    private static final char[] PASSWORD = "for-tests".toCharArray();

    private SelfSigned() {}

    /** Leaves key.pem, cert.pem and both.p12 in the folder. */
    static SSLContext in(Path folder) throws Exception {
        Dcmtk.assumeInstalled("openssl");
        run(
                folder,
                "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=wardlight-test"
                        + " -addext subjectAltName=IP:127.0.0.1");
        run(
                folder,
                "openssl pkcs12 -export -inkey key.pem -in cert.pem -out both.p12 -name test -passout pass:for-tests");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("both.p12"))) {
            keys.load(in, PASSWORD);
        }
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("test", keys.getCertificate("test"));
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, PASSWORD);
        TrustManagerFactory others = TrustManagerFactory.getInstance("PKIX");
        others.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }

    private static void run(Path folder, String command) throws Exception {
        Dcmtk.Run run = Dcmtk.run(folder, command.split(" "));
        assertThat(run.code()).as(run.output()).isZero();
    }
}
