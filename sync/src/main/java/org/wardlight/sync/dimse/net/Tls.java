// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The BCP 195 TLS profile (PS3.15 B.9): TLS 1.2 and 1.3, forward secrecy, authenticated encryption. */
final class Tls {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    /** RFC 9325 4.2 and 4.3. */
    private static final Set<String> SUITES = Set.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256");

    private Tls() {}

    static SSLSocket server(SSLContext keys, Socket socket, boolean clientCertificate) throws IOException {
        SSLSocket secured = (SSLSocket) keys.getSocketFactory()
                .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
        secured.setUseClientMode(false);
        SSLParameters parameters = profile(secured);
        parameters.setNeedClientAuth(clientCertificate);
        return shaken(secured, parameters);
    }

    /** The certificate must be trusted and name the host. */
    static SSLSocket client(SSLContext keys, Socket socket, String host, int port) throws IOException {
        SSLSocket secured = (SSLSocket) keys.getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = profile(secured);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return shaken(secured, parameters);
    }

    private static SSLParameters profile(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        parameters.setCipherSuites(Arrays.stream(socket.getSupportedCipherSuites())
                .filter(SUITES::contains)
                .toArray(String[]::new));
        return parameters;
    }

    private static SSLSocket shaken(SSLSocket socket, SSLParameters parameters) throws IOException {
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
