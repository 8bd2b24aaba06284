// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.wardlight.server.http.Cors;
import org.wardlight.server.http.HttpServer;
import org.wardlight.server.http.Listen;
import org.wardlight.server.http.Pins;
import org.wardlight.server.wiring.DicomNode;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.ServerConfig.Http;
import org.wardlight.server.wiring.Tls;

/** Runs the web server until the process is told to stop; then lets running requests end and closes the store. */
final class Serving {
    /** How many ports after the asked one are tried. */
    private static final int PORTS = 20;

    private Serving() {}

    /** Listens on the next free port from the asked one on, and says so when that is another. */
    static HttpServer startNearby(Console console, Http http, Node node) throws IOException {
        for (int port = http.port(); port < http.port() + PORTS && port <= 65_535; port++) {
            try {
                HttpServer server = start(
                        Http.onLoopback(http.host(), port), false, node, Optional.empty(), DicomNode.silent(node));
                if (port != http.port()) {
                    console.out().println("Port " + http.port() + " is taken by another program; using " + port + ".");
                }
                return server;
            } catch (BindException taken) {
                // The next one may be free; when none is, that is said below.
            }
        }
        throw new BindException("ports " + http.port() + " to " + (http.port() + PORTS - 1) + " are taken");
    }

    static HttpServer start(Http http, boolean accessLog, Node node, Optional<Pins> pins, DicomNode dicom)
            throws IOException {
        return start(http, Cors.NONE, accessLog, node, pins, dicom);
    }

    static HttpServer start(Http http, Cors cors, boolean accessLog, Node node, Optional<Pins> pins, DicomNode dicom)
            throws IOException {
        Listen listen = new Listen(
                http.host(), http.port(), http.isLoopback(), http.tls().map(Tls::keyStore), cors);
        node.uploads().start();
        return HttpServer.start(listen, accessLog, node.services(Version.number(), pins, dicom));
    }

    /** Says where the server is and returns when it was told to stop. */
    static void untilStopped(Console console, Http http, HttpServer server) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        console.stopped().accept(() -> {
            stopped.countDown();
            await(closed);
        });
        console.out().println("Wardlight is at " + address(http, server.port()) + " (Ctrl-C stops it)");
        console.out().flush();
        try {
            stopped.await();
            server.close();
        } finally {
            closed.countDown();
        }
    }

    static String address(Http http, int port) {
        String host = http.host();
        return (http.tls().isPresent() ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + port + "/";
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
