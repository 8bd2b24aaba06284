// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.http.HttpServer;
import org.wardlight.server.wiring.DicomNode;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.ServerConfig.Http;
import org.wardlight.server.wiring.ServerConfig.Store;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.ingest.IngestItem;
import picocli.CommandLine.Command;

/**
 * What the launcher runs once to learn which classes a start needs: a store is made and opened again, a server comes up on it, shows
 * one small image and stops.
 */
@Command(name = "warm-up", hidden = true, description = "Start once, answer a few requests, and stop.")
final class WarmUpCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("wardlight-warm-up");
        try {
            Store store = new Store(folder);
            Fixtures image = Fixtures.ct().rows(64).columns(64).slices(1);
            try (Node node = Wiring.open(store, Clock.systemUTC())) {
                node.ingester().ingest(IngestItem.stream("warm-up", new ByteArrayInputStream(image.bytes(0))));
            }
            try (Node node = Wiring.open(store, Clock.systemUTC());
                    HttpServer server = Serving.start(
                            Http.onLoopback("127.0.0.1", 0), false, node, Optional.empty(), DicomNode.silent(node))) {
                ask(server.port(), image);
            }
        } finally {
            remove(folder);
        }
        return 0;
    }

    private static void ask(int port, Fixtures image) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        String tiles = "/api/v1/instances/" + image.instanceUid(0) + "/frames/1/";
        for (String path : List.of(
                "/",
                "/healthz",
                "/api/v1/studies?limit=50",
                "/api/v1/studies/" + image.studyUid(),
                "/api/v1/series/" + image.seriesUid() + "/strips/0",
                tiles + "preview/0/0/0",
                tiles + "exact/0/0/0")) {
            URI address = URI.create("http://127.0.0.1:" + port + path);
            client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
