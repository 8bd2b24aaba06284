// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.sync.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight check}: will you show my files? */
@Command(
        name = "check",
        description = "Say of each file whether it is shown, and if not, why.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "One line a file, twelve columns separated by tabs: path, status (image, document, no-image, rejected), SOP class UID, transfer syntax UID, frames, rows, columns, SHA-256 of the stored values of frame 1, of the last frame, minimum and maximum over those two, message. Exit code 1 when a file was rejected."
        })
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--values",
            paramLabel = "DIR",
            description = "Write the hashed values to DIR/<path>.1 and DIR/<path>.last.")
    private @Nullable Path values;

    @Option(names = "--json", description = "Print one JSON object a file.")
    private boolean json;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        FileWalk walk = FileWalk.of(paths);
        FileCheck check = new FileCheck(Limits.STANDARD, new ValueFiles(Optional.ofNullable(values)));
        int rejected = 0;
        try (Progress progress = Progress.on(console)) {
            int done = 0;
            for (Path file : walk.files()) {
                rejected += print(check.check(file));
                progress.update("Checking", ++done, walk.files().size(), "files");
            }
        }
        for (Path file : walk.unreadable()) {
            rejected += print(
                    CheckRow.rejected(file.toString(), "It cannot be read: not a file, or not allowed to this user."));
        }
        return rejected == 0 ? 0 : 1;
    }

    /** @return 1 when it was rejected */
    private int print(CheckRow row) {
        console.out().println(json ? new String(Json.bytes(object(row)), StandardCharsets.UTF_8) : row.line());
        return row.status() == CheckRow.Status.REJECTED ? 1 : 0;
    }

    private static Map<String, @Nullable Object> object(CheckRow row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("path", row.path());
        object.put("status", row.status().word());
        object.put("sopClass", row.sopClass());
        object.put("transferSyntax", row.transferSyntax());
        object.put("frames", row.frames());
        object.put("rows", row.rows());
        object.put("columns", row.columns());
        object.put("sha256First", row.sha256First());
        object.put("sha256Last", row.sha256Last());
        object.put("minimum", row.minimum());
        object.put("maximum", row.maximum());
        object.put("message", row.message());
        return object;
    }
}
