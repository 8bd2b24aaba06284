// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.phantom.DemoStudies;
import org.wardlight.rendering.phantom.DemoStudy;
import org.wardlight.server.http.HttpServer;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.ServerConfig.Http;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.catalog.StudyQuery;
import org.wardlight.sync.catalog.StudySummary;
import org.wardlight.sync.transfer.Purpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wardlight demo}: fictional patients to look at, without any setting. */
@Command(
        name = "demo",
        description = "Serve fictional patients from a throw-away folder; made at the first start, kept for the next.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    /** To be raised with each change of what the demo holds. */
    private static final String EDITION = "1";

    private final Console console;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:WARDLIGHT_PORT:-8080}",
            description = "Port (default: 8080); the next free one when it is taken.")
    private int port;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where to keep the studies (default: in the user's cache folder).")
    private @Nullable Path folder;

    @Option(names = "--fresh", description = "Make the studies again.")
    private boolean fresh;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Http http = Http.onLoopback("127.0.0.1", port);
        DemoFolder demo =
                new DemoFolder(folder == null ? Folders.of(console).cache().resolve("demo") : folder);
        String version = Version.number() + "/" + EDITION;
        if (fresh || !demo.isComplete(version)) {
            console.out().println("Making fictional patients (once, some tens of seconds) …");
            demo.begin();
            try (Node node = Wiring.open(demo.store(), Clock.systemUTC())) {
                make(node);
            }
            demo.finish(version);
        }
        try (Node node = Wiring.open(demo.store(), Clock.systemUTC())) {
            HttpServer server = Serving.startNearby(console, http, node);
            console.out().println("Every patient here is fictional. Not for diagnosis.");
            Serving.untilStopped(console, http, server);
        }
        return 0;
    }

    private void make(Node node) throws IOException {
        List<DemoStudy> studies = DemoStudies.all();
        DemoSource source = new DemoSource(studies);
        AtomicLong done = new AtomicLong();
        try (Progress progress = Progress.on(console)) {
            node.ingester()
                    .ingest(
                            source,
                            outcomes -> progress.update(
                                    "Making",
                                    done.addAndGet(outcomes.size()),
                                    source.size().items(),
                                    "images"));
            // The strips, as a site has them ready some time after a study came.
            List<StudySummary> all =
                    node.catalog().search(StudyQuery.text("", 100)).items();
            for (int i = 0; i < all.size(); i++) {
                node.manifests().of(all.get(i).study().study(), Purpose.ORIGINAL);
                progress.update("Preparing", i + 1L, all.size(), "studies");
            }
        }
    }
}
