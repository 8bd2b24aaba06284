// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.wardlight.sync.Json;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.Change;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.rendition.CacheLimits;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.study.StudyDescriptors;

/** The site end of a copy over real sockets: manifest, blobs and changes as docs/ARCHITECTURE.md has them. */
final class TestSite implements AutoCloseable {
    final MemoryBlobs blobs = new MemoryBlobs();
    final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());
    final RenditionCache renditions = new RenditionCache(catalog, blobs, CacheLimits.forHeap(256 << 20), 2);
    final Manifests manifests =
            new Manifests(catalog, blobs, new StudyDescriptors(catalog, renditions.finders()), renditions);
    final List<BlobRequest> requests = new CopyOnWriteArrayList<>();
    volatile UnaryOperator<byte[]> tamper = UnaryOperator.identity();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    TestSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/sync/v1/studies/", this::manifest);
        server.createContext("/sync/v1/blobs", this::blobs);
        server.createContext("/api/v1/changes", this::changes);
        server.createContext("/api/v1/studies/", this::corrections);
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + address().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        renditions.close();
    }

    private void manifest(HttpExchange exchange) throws IOException {
        String study = exchange.getRequestURI().getPath().split("/")[4];
        Purpose purpose = Purpose.find(exchange.getRequestURI().getQuery().substring("for=".length()))
                .orElseThrow();
        Optional<Manifest> manifest = manifests.of(study, purpose);
        if (manifest.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(Json.bytes(manifest.get()));
        }
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        answer(exchange, zipped.toByteArray());
    }

    private void blobs(HttpExchange exchange) throws IOException {
        BlobRequest request = Json.read(exchange.getRequestBody().readAllBytes(), BlobRequest.class);
        requests.add(request);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (BlobRequest.Asked asked : request.blobs()) {
                new BlobStreamWriter(blobs).write(new BlobRequest(List.of(asked), request.deflate()), whole);
                out.write(tamper.apply(whole.toByteArray()));
                whole.reset();
            }
        }
    }

    private void changes(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        long since = Long.parseLong(query.replaceAll(".*since=(\\d+).*", "$1"));
        int limit = Integer.parseInt(query.replaceAll(".*limit=(\\d+).*", "$1"));
        List<Change> changes = catalog.changes(since, limit);
        List<ChangePage.Entry> entries = changes.stream()
                .map(change -> new ChangePage.Entry(
                        change.cursor(),
                        change.at().toString(),
                        change.op().name().toLowerCase(Locale.ROOT),
                        change.study(),
                        change.series(),
                        change.instance()))
                .toList();
        long next = changes.isEmpty() ? since : changes.get(changes.size() - 1).cursor();
        answer(exchange, Json.bytes(new ChangePage(entries, next)));
    }

    private void corrections(HttpExchange exchange) throws IOException {
        String study = exchange.getRequestURI().getPath().split("/")[4];
        answer(exchange, Json.bytes(new Corrections(catalog.amendments().corrections(study))));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
