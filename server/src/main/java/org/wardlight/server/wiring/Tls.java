// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate with its chain and private key: from PEM files or a PKCS#12 file. Messages name the file, never its content. */
public sealed interface Tls {
    /** The password of the key store in memory; its content is in this process alone. */
    char[] IN_MEMORY = "in memory".toCharArray();

    /** The key store that a server presents, its key under {@link #IN_MEMORY}. */
    KeyStore keyStore();

    /** @param certificates the server's certificate first, then what it was issued by */
    record Pem(Path certificates, Path key) implements Tls {
        private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "RSASSA-PSS");
        private static final Pattern PKCS8 =
                Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

        @Override
        public KeyStore keyStore() {
            try (InputStream in = Files.newInputStream(certificates)) {
                Certificate[] chain = CertificateFactory.getInstance("X.509")
                        .generateCertificates(in)
                        .toArray(Certificate[]::new);
                if (chain.length == 0) {
                    throw new ConfigException("tls.certificate " + certificates + " holds no certificate");
                }
                return one(privateKey(), chain);
            } catch (IOException unreadable) {
                throw new ConfigException("tls.certificate " + certificates + " cannot be read");
            } catch (GeneralSecurityException broken) {
                throw new ConfigException("tls.certificate " + certificates + " holds no X.509 certificate in PEM form,"
                        + " or the key " + key + " is not its own");
            }
        }

        private PrivateKey privateKey() {
            Matcher block = PKCS8.matcher(text());
            if (!block.find()) {
                throw new ConfigException("tls.key " + key + " holds no unencrypted PKCS#8 key (BEGIN PRIVATE KEY);"
                        + " 'openssl pkcs8 -topk8 -nodes -in OLD -out NEW' makes one");
            }
            byte[] der = Base64.getMimeDecoder().decode(block.group(1));
            for (String algorithm : ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
                } catch (GeneralSecurityException another) {
                    // Another algorithm's key; when it is none of them, that is said below.
                }
            }
            throw new ConfigException(
                    "tls.key " + key + " is of a kind that is not known here: use RSA, EC or Ed25519");
        }

        private String text() {
            try {
                return Files.readString(key, StandardCharsets.US_ASCII);
            } catch (IOException unreadable) {
                throw new ConfigException("tls.key " + key + " cannot be read");
            }
        }
    }

    /** @param password file whose first line is the password */
    record Pkcs12(Path file, Path password) implements Tls {
        @Override
        public KeyStore keyStore() {
            try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(file))) {
                char[] secret = Files.readString(password)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .toCharArray();
                KeyStore given = KeyStore.getInstance("PKCS12");
                given.load(in, secret);
                for (String alias : java.util.Collections.list(given.aliases())) {
                    if (given.isKeyEntry(alias)) {
                        return one((PrivateKey) given.getKey(alias, secret), given.getCertificateChain(alias));
                    }
                }
                throw new ConfigException("tls.keystore " + file + " holds no private key");
            } catch (IOException | GeneralSecurityException broken) {
                throw new ConfigException("tls.keystore " + file + " cannot be read with the password in " + password);
            }
        }
    }

    private static KeyStore one(PrivateKey key, Certificate[] chain) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, IN_MEMORY, chain);
            return store;
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }
}
