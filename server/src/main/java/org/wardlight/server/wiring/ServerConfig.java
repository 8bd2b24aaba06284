// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.wardlight.server.http.Cors;

/**
 * Everything that a serving node can be told. Read from flags and the environment in {@code cli} only, checked here.
 *
 * @param upstream the site that this node copies studies from; a node that has one keeps all in one SQLite file
 * @param accessLog whether each request is written to the log
 * @param cors which other sites' pages may ask for DICOMweb
 */
public record ServerConfig(Http http, Store store, Optional<URI> upstream, boolean accessLog, Cors cors) {
    public ServerConfig {
        upstream.ifPresent(ServerConfig::checkUpstream);
        if (upstream.isPresent() && !store.isOneFile()) {
            throw new ConfigException("store is a folder, but a node with an upstream keeps everything in one file: "
                    + "give --store a path that ends in .sqlite");
        }
    }

    /**
     * Where the server listens.
     *
     * @param host a name or address of this machine; without TLS of its loopback
     * @param port 0 for any free one
     * @param tls empty for plain HTTP
     */
    public record Http(String host, int port, Optional<Tls> tls) {
        public Http {
            if (port < 0 || port > 65_535) {
                throw new ConfigException("http.port is " + port + "; a port is a number from 0 to 65535");
            }
            if (tls.isEmpty() && !isLoopback(host)) {
                throw new ConfigException(
                        "http.host is " + host + ", which others on the network can reach, but there is no "
                                + "certificate: what travels could be read and changed on its way. Give --tls-cert and --tls-key "
                                + "(PEM) or --tls-keystore (PKCS#12), or leave --host out to serve this machine only.");
            }
        }

        /** Plain HTTP for this machine. */
        public static Http onLoopback(String host, int port) {
            return new Http(host, port, Optional.empty());
        }

        /** Whether this machine alone reaches it. */
        public boolean isLoopback() {
            return isLoopback(host);
        }

        private static boolean isLoopback(String host) {
            try {
                return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException unknown) {
                return false;
            }
        }
    }

    /** Where the data is: a folder, or one SQLite file when the name ends in {@code .sqlite}. */
    public record Store(Path path) {
        public boolean isOneFile() {
            return path.getFileName() != null && path.getFileName().toString().endsWith(".sqlite");
        }
    }

    /** Refuses an address that is no web site's. */
    public static void checkUpstream(URI address) {
        boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!isWeb || address.getHost() == null) {
            throw new ConfigException(
                    "upstream is " + address + "; expected an address such as https://wardlight.example");
        }
    }
}
