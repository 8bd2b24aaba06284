// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wardlight.server.http.HttpServer;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.ServerConfig.Http;
import org.wardlight.server.wiring.Wiring;
import picocli.CommandLine.Command;

/** What the launcher runs once to learn which classes a start needs: a server comes up, answers and stops. */
@Command(name = "warm-up", hidden = true, description = "Start once, answer a few requests, and stop.")
final class WarmUpCommand implements Callable<Integer> {
    private static final List<String> PATHS = List.of("/", "/healthz", "/api/v1/studies?q=a", "/api/v1/studies/1.2");

    @Override
    public Integer call() throws Exception {
        try (Node node = Wiring.inMemory(Clock.systemUTC());
                HttpServer server = Serving.start(new Http("127.0.0.1", 0), false, node, Optional.empty())) {
            HttpClient client = HttpClient.newHttpClient();
            for (String path : PATHS) {
                URI address = URI.create("http://127.0.0.1:" + server.port() + path);
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            }
        }
        return 0;
    }
}
