// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** OHIF as somebody else's web site, on an origin of its own: it asks our DICOMweb across origins. */
final class OhifSite implements Closeable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript",
            "css", "text/css",
            "json", "application/json",
            "svg", "image/svg+xml",
            "wasm", "application/wasm",
            "png", "image/png",
            "woff2", "font/woff2");

    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Path dist;
    private volatile String configuration = "";

    OhifSite(Path dist) throws IOException {
        this.dist = dist;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        http.createContext("/", this::answer);
        http.setExecutor(threads);
        http.start();
    }

    String origin() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** From now on shows what is behind that address of DICOMweb. */
    void show(String dicomWeb) {
        configuration = """
                window.config = { routerBasename: '/', extensions: [], modes: [], customizationService: {}, showStudyList: true,
                  maxNumberOfWebWorkers: 2, showWarningMessageForCrossOrigin: false, showCPUFallbackMessage: false,
                  showLoadingIndicator: true, strictZSpacingForVolumeViewport: true, investigationalUseDialog: { option: 'never' },
                  defaultDataSourceName: 'dicomweb', maxNumRequests: { interaction: 100, thumbnail: 5, prefetch: 25 },
                  dataSources: [{ namespace: '@ohif/extension-default.dataSourcesModule.dicomweb', sourceName: 'dicomweb',
                    configuration: { friendlyName: 'Wardlight', name: 'wardlight', qidoRoot: '%1$s', wadoRoot: '%1$s', wadoUriRoot: '%1$s',
                      qidoSupportsIncludeField: true, supportsReject: false, imageRendering: 'wadors', thumbnailRendering: 'wadors',
                      enableStudyLazyLoad: true, supportsFuzzyMatching: true, supportsWildcard: true, dicomUploadEnabled: false,
                      omitQuotationForMultipartRequest: true, bulkDataURI: { enabled: true } } }] };
                """.formatted(dicomWeb);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Path file = dist.resolve(path.substring(1)).normalize();
        boolean there = file.startsWith(dist) && Files.isRegularFile(file);
        if (!there && path.matches(".*\\.[a-z0-9]+$")) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        String name = there ? path : "/index.html";
        byte[] body = path.equals("/app-config.js")
                ? configuration.getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(there ? file : dist.resolve("index.html"));
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
        exchange.getResponseHeaders().set("Cross-Origin-Embedder-Policy", "require-corp");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
