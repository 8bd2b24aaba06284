// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Key material for DICOM in TLS from a PKCS#12 file: its keys are our own, its certificates without a key are trusted. */
final class TlsKeys {
    static final String PASSWORD = "WARDLIGHT_DICOM_TLS_PASSWORD";

    private TlsKeys() {}

    /** Where the file has no certificates to trust, the platform's are. */
    static SSLContext load(Path file, Map<String, String> environment) throws IOException {
        char[] password = environment.getOrDefault(PASSWORD, "").toCharArray();
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, password);
            }
            KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
            own.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trust(keys), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new ConfigException("dicom.tls is " + file + ", whose keys cannot be used", unusable);
        } catch (IOException unreadable) {
            throw new ConfigException(
                    "dicom.tls is " + file + ", which cannot be read as PKCS#12; is " + PASSWORD + " its password?",
                    unreadable);
        }
    }

    private static TrustManager[] trust(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isCertificateEntry(alias)) {
                trusted.setCertificateEntry(alias, keys.getCertificate(alias));
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(trusted.size() == 0 ? null : trusted);
        return factory.getTrustManagers();
    }
}
