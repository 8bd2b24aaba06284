// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.http.Cors;
import org.wardlight.server.http.HttpServer;
import org.wardlight.server.http.Pins;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.DicomNode;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.ServerConfig;
import org.wardlight.server.wiring.ServerConfig.Http;
import org.wardlight.server.wiring.UpstreamPins;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.amend.WasteCollector;
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.pull.PullWorker;
import org.wardlight.sync.transfer.SiteAccess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wardlight serve}: a site, or with {@code --upstream} a laptop. */
@Command(
        name = "serve",
        description = "Serve the studies of a store to browsers and devices.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Each option can also be given by the environment: WARDLIGHT_PORT, WARDLIGHT_HOST, WARDLIGHT_TLS_CERT, WARDLIGHT_TLS_KEY, WARDLIGHT_STORE, WARDLIGHT_UPSTREAM, WARDLIGHT_CA, WARDLIGHT_CORS_ORIGINS, WARDLIGHT_DICOM_PORT, WARDLIGHT_AET, WARDLIGHT_PEERS, WARDLIGHT_WATCH. SIGTERM lets running requests end before the program does."
        })
final class ServeCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:WARDLIGHT_PORT:-8080}",
            description = "Port; 0 for any free one (default: 8080).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:WARDLIGHT_HOST:-127.0.0.1}",
            description =
                    "Address to listen on (default: 127.0.0.1). One that the network reaches needs a certificate and an administrator.")
    private String host = "";

    @Option(
            names = "--store",
            paramLabel = "PATH",
            defaultValue = "${env:WARDLIGHT_STORE}",
            description = "A folder, or one file when the name ends in .sqlite.")
    private @Nullable Path store;

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            defaultValue = "${env:WARDLIGHT_UPSTREAM}",
            description = "The site that studies are copied from; the store is then one file.")
    private @Nullable URI upstream;

    @Mixin
    private UpstreamFlags upstreamFlags = new UpstreamFlags();

    @Mixin
    private TlsFlags tls = new TlsFlags();

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN",
            split = ",",
            defaultValue = "${env:WARDLIGHT_CORS_ORIGINS}",
            description =
                    "Web sites whose pages may use DICOMweb here, such as https://viewer.example; or * for any, without credentials (default: none).")
    private List<String> corsOrigins = new ArrayList<>();

    @Mixin
    private DicomServing dicom = new DicomServing();

    @Mixin
    private WatchFlags watch = new WatchFlags();

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        ServerConfig config = new ServerConfig(
                new Http(host, port, tls.given()),
                Stores.of(console, Optional.ofNullable(store), upstream != null),
                Optional.ofNullable(upstream),
                true,
                cors());
        Clock clock = Clock.systemUTC();
        try (Node node = Wiring.open(config.store(), clock);
                AutoCloseable watching = watch.start(console, node, clock)) {
            FirstAdministrator.check(config.http(), node.security().accounts());
            if (config.upstream().isEmpty()) {
                try (WasteCollector waste = new WasteCollector(node.catalog(), node.blobs(), clock)) {
                    waste.start();
                    serve(config, node, Optional.empty());
                }
            } else {
                SiteAccess site = upstreamFlags.to(config.upstream().get(), node);
                try (UpstreamPins pins = UpstreamPins.start(site, node, clock)) {
                    serve(config, node, Optional.of(pins));
                }
            }
        }
        return 0;
    }

    private Cors cors() {
        try {
            return new Cors(Set.copyOf(corsOrigins));
        } catch (IllegalArgumentException none) {
            throw new ConfigException(
                    "--cors-origin is " + String.join(",", corsOrigins) + "; " + String.valueOf(none.getMessage()));
        }
    }

    private void serve(ServerConfig config, Node node, Optional<Pins> pins) throws Exception {
        DicomNode silent = dicom.node(console, node);
        Optional<DimseServer> answering = dicom.start(console, silent);
        try {
            DicomNode neighbour = answering.map(silent::answering).orElse(silent);
            HttpServer server = Serving.start(config.http(), config.cors(), config.accessLog(), node, pins, neighbour);
            FirstAdministrator.invite(
                    console, config.http(), server.port(), node.security().accounts());
            try (PullWorker fetching = neighbour.fetching(Clock.systemUTC())) {
                Serving.untilStopped(console, config.http(), server);
            }
        } finally {
            if (answering.isPresent()) {
                answering.get().close();
            }
        }
    }
}
