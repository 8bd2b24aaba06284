// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight backup}: a copy of a store, which may be in use meanwhile. */
@Command(
        name = "backup",
        description = "Copy a store, which may be in use, to a place that keeps earlier copies up to date.",
        mixinStandardHelpOptions = true,
        footer = {"", "Run again, it copies what is new. Exit code 1 when something of the store is missing or damaged."
        })
final class BackupCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "TARGET",
            description = "A folder for the store of a site; a file that ends in .sqlite for one that is a file.")
    private Path target = Path.of("");

    @Option(
            names = "--store",
            paramLabel = "PATH",
            defaultValue = "${env:WARDLIGHT_STORE}",
            description = "The store to copy.")
    private @Nullable Path store;

    @Option(names = "--verify", description = "Also read what was copied before, and compare its SHA-256.")
    private boolean verify;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    BackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        CopyReport report;
        try (Progress progress = Progress.on(console)) {
            report = CopyReport.of(Backups.backUp(
                    Stores.existing(console, Optional.ofNullable(store)),
                    target,
                    verify,
                    (done, of) -> progress.update("Copying", done, of, "blobs")));
        }
        return report.say(console, json, "Backed up");
    }
}
