// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything that a serving node can be told. Read from flags and the environment in {@code cli} only, checked here.
 *
 * @param upstream the site that this node copies studies from; a node that has one keeps all in one SQLite file
 * @param accessLog whether each request is written to the log
 */
public record ServerConfig(Http http, Store store, Optional<URI> upstream, boolean accessLog) {
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
     * @param host a name or address of this machine's loopback
     * @param port 0 for any free one
     */
    public record Http(String host, int port) {
        public Http {
            if (port < 0 || port > 65_535) {
                throw new ConfigException("http.port is " + port + "; a port is a number from 0 to 65535");
            }
            if (!isLoopback(host)) {
                throw new ConfigException("http.host is " + host + ", but Wardlight listens on this machine only "
                        + "(127.0.0.1, ::1 or localhost): it has no encryption and no accounts yet, so everybody on the "
                        + "network could read every patient's images. Leave --host out.");
            }
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
