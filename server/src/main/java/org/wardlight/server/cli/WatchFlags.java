// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.Node;
import org.wardlight.sync.watch.After;
import org.wardlight.sync.watch.WatchThread;
import org.wardlight.sync.watch.WatchedFolder;
import picocli.CommandLine.Option;

/** Options of a command that takes what is dropped into a folder. */
final class WatchFlags {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofSeconds(3);

    @Option(
            names = "--watch",
            paramLabel = "FOLDER",
            defaultValue = "${env:WARDLIGHT_WATCH}",
            description =
                    "Take files and ZIP archives that are dropped here; they move to FOLDER/done, or with a reason to FOLDER/rejected.")
    private @Nullable Path folder;

    @Option(names = "--watch-leave", description = "Leave files of --watch where they are.")
    private boolean leave;

    /** Begins to watch, if asked to; what comes back ends it. */
    AutoCloseable start(Console console, Node node, Clock clock) throws IOException {
        if (folder == null) {
            return () -> {};
        }
        After after = leave ? After.LEAVE : After.MOVE;
        WatchThread watch =
                WatchThread.start(new WatchedFolder(folder, after, node.ingester(), clock, REST), EVERY, SOON);
        console.out().println("Files that are dropped into " + folder + " are taken in.");
        return watch;
    }
}
