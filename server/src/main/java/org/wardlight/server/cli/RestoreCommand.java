// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.Backups;
import org.wardlight.server.wiring.ServerConfig.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight restore}: a store from a backup, where nothing is yet. */
@Command(
        name = "restore",
        description = "Make a store of a backup, at a place where nothing is; every byte is compared with its SHA-256.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code 1 when something of the backup is missing or damaged."})
final class RestoreCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "BACKUP", description = "What 'backup' made.")
    private Path backup = Path.of("");

    @Option(
            names = "--store",
            paramLabel = "PATH",
            defaultValue = "${env:WARDLIGHT_STORE}",
            description = "Where to: a folder, or a file that ends in .sqlite.")
    private @Nullable Path store;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Store place = Stores.of(console, Optional.ofNullable(store), new Store(backup).isOneFile());
        CopyReport report;
        try (Progress progress = Progress.on(console)) {
            report = CopyReport.of(
                    Backups.restore(backup, place, (done, of) -> progress.update("Restoring", done, of, "blobs")));
        }
        return report.say(console, json, "Restored");
    }
}
