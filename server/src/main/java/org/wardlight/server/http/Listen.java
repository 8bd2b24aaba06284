// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.security.KeyStore;
import java.util.Optional;

/**
 * Where the server listens.
 *
 * @param port 0 for any free one
 * @param isLoopback whether this machine alone reaches it
 * @param keyStore certificate and key for TLS, its password {@code in memory}; empty for plain HTTP
 * @param cors which other sites' pages may ask for DICOMweb
 */
public record Listen(String host, int port, boolean isLoopback, Optional<KeyStore> keyStore, Cors cors) {
    /** Plain HTTP for this machine. */
    public static Listen onLoopback(String host, int port) {
        return new Listen(host, port, true, Optional.empty(), Cors.NONE);
    }
}
