// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The running web server. HTTP/1.1 with keep-alive, and HTTP/2 under TLS; a browser opens six connections, and what waits in them is mostly
 * rendering, which has its own threads: 64 threads serve some ten people. Closing it lets running requests end.
 */
public final class HttpServer implements AutoCloseable {
    /** Largest body that is read into memory: JSON. Uploads stream and have their own limit. */
    private static final long LARGEST_JSON = 256 * 1024;

    private static final int THREADS = 64;
    private static final long LONGEST_SILENCE_MS = 300_000;
    private static final int STOP_MS = 5_000;

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Listens.
     *
     * @throws BindException when the port is taken
     */
    public static HttpServer start(Listen listen, boolean accessLog, Services services) throws IOException {
        List<Route> routes = Routes.of(services);
        Security security = services.security();
        Guard guard = new Guard(
                security,
                new Auditor(security.audit(), services.catalog()),
                new Within(services.catalog(), security.lists()));
        Javalin javalin = Javalin.create(config -> {
            configure(config, listen);
            config.routes.before(context -> {
                SecurityHeaders.add(context);
                boolean invited = listen.cors().allows(context);
                if (listen.isLoopback()) {
                    LoopbackGuard.check(context, invited);
                } else if (!invited) {
                    OwnOrigin.check(context);
                }
                if (listen.cors().answer(context)) {
                    context.skipRemainingHandlers();
                }
            });
            routes.forEach(route -> config.routes.addHttpHandler(route.method(), route.path(), guard.guarded(route)));
            config.routes.exception(Exception.class, Problems::answer);
            // Javalin has its own words for these unless they are named.
            config.routes.exception(HttpResponseException.class, Problems::answer);
            if (accessLog) {
                config.requestLogger.http(AccessLog::write);
            }
        });
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            javalin.stop();
            throw new BindException("port " + listen.port() + " is taken");
        }
        return new HttpServer(javalin);
    }

    private static void configure(JavalinConfig config, Listen listen) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        // Answers compresses JSON itself, and the web client is compressed when it is built.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.maxRequestSize = LARGEST_JSON;
        config.http.prefer405over404 = true;
        config.router.javaLangErrorHandler((response, error) -> Problems.answer(response, error));
        config.jetty.host = listen.host();
        config.jetty.port = listen.port();
        listen.keyStore()
                .ifPresent(keys ->
                        config.jetty.addConnector((server, http) -> TlsConnector.of(server, http, listen, keys)));
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 4, 30_000);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            // A manifest may have to render a whole study before its first byte.
            http.setIdleTimeout(LONGEST_SILENCE_MS);
            // A whole tile in one buffer carries its length and goes out in one write.
            http.setOutputBufferSize(64 * 1024);
        });
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MS);
            server.setStopAtShutdown(false);
            server.setErrorHandler(new BareErrors());
        });
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
