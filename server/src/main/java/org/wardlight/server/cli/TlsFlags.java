// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.Tls;
import picocli.CommandLine.Option;

/** The flags that name a certificate. */
final class TlsFlags {
    @Option(
            names = "--tls-cert",
            paramLabel = "PEM",
            defaultValue = "${env:WARDLIGHT_TLS_CERT}",
            description = "Certificate with its chain, for HTTPS and HTTP/2.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "PEM",
            defaultValue = "${env:WARDLIGHT_TLS_KEY}",
            description = "Its private key, PKCS#8, not encrypted.")
    private @Nullable Path key;

    @Option(
            names = "--tls-keystore",
            paramLabel = "P12",
            defaultValue = "${env:WARDLIGHT_TLS_KEYSTORE}",
            description = "Or both in one PKCS#12 file.")
    private @Nullable Path keyStore;

    @Option(
            names = "--tls-password",
            paramLabel = "FILE",
            defaultValue = "${env:WARDLIGHT_TLS_PASSWORD}",
            description = "File whose first line is the password of that file.")
    private @Nullable Path password;

    /** What was given; empty for plain HTTP. */
    Optional<Tls> given() {
        if (keyStore != null) {
            if (password == null || certificate != null || key != null) {
                throw new ConfigException(
                        "--tls-keystore goes with --tls-password, and without --tls-cert and --tls-key");
            }
            return Optional.of(new Tls.Pkcs12(keyStore, password));
        }
        if (certificate == null && key == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw new ConfigException("--tls-cert and --tls-key go together");
        }
        return Optional.of(new Tls.Pem(certificate, key));
    }
}
