// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.Json;
import org.wardlight.sync.ingest.FolderSource;
import org.wardlight.sync.ingest.IngestReport;
import org.wardlight.sync.ingest.IngestSource;
import org.wardlight.sync.ingest.Outcome;
import org.wardlight.sync.ingest.ZipLimits;
import org.wardlight.sync.ingest.ZipSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight import}: files and folders into a store. */
@Command(
        name = "import",
        description = "Take DICOM files into a store; what is no DICOM file is named and left out.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code 1 when a file was left out or contradicts what is in the store."})
final class ImportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Files, folders, discs and ZIP archives, with all that is in them; what a DICOMDIR lists and is missing is named.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--store",
            paramLabel = "PATH",
            defaultValue = "${env:WARDLIGHT_STORE}",
            description = "Where to: a folder, or one file when the name ends in .sqlite.")
    private @Nullable Path store;

    @Option(names = "--json", description = "Print one JSON object a problem and one for the whole.")
    private boolean json;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Total total = new Total();
        try (Node node = Wiring.open(Stores.of(console, Optional.ofNullable(store), false), Clock.systemUTC())) {
            for (Path path : paths) {
                total.add(take(node, path));
            }
        }
        say(total);
        return total.isAllGood() ? 0 : 1;
    }

    private IngestReport take(Node node, Path path) throws IOException {
        IngestSource source = ZipSource.isZip(path)
                ? new ZipSource(path, path.toString(), ZipLimits.STANDARD)
                : new FolderSource(path);
        IngestSource.Size size = source.size();
        AtomicLong done = new AtomicLong();
        try (Progress progress = Progress.on(console)) {
            return node.ingester().ingest(source, outcomes -> {
                long now = done.addAndGet(outcomes.size());
                progress.update("Importing", now, Math.max(0, size.items()), "files");
                boolean isNews = outcomes.stream().anyMatch(ImportCommand::isProblem);
                if (isNews) {
                    progress.close();
                    outcomes.stream().filter(ImportCommand::isProblem).forEach(this::say);
                }
            });
        }
    }

    private static boolean isProblem(Outcome outcome) {
        return outcome.kind() == Outcome.Kind.REJECTED || outcome.kind() == Outcome.Kind.CONFLICT;
    }

    private void say(Outcome outcome) {
        String kind = outcome.kind().name().toLowerCase(Locale.ROOT);
        if (json) {
            console.out().println(text(new Problem(outcome.name(), kind, outcome.reason())));
        } else {
            console.err().println(Failures.oneLine(outcome.name() + ": " + kind + ": " + outcome.reason()));
        }
    }

    private void say(Total total) {
        if (json) {
            console.out()
                    .println(text(
                            new Summary(total.added, total.duplicates, total.conflicts, total.rejected, total.bytes)));
            return;
        }
        console.out()
                .println(total.added + " new (" + Sizes.text(total.bytes) + "), " + total.duplicates + " already here, "
                        + total.conflicts + " kept but not shown, " + total.rejected + " left out.");
    }

    private static String text(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    /** Over all paths. */
    private static final class Total {
        private long added;
        private long duplicates;
        private long conflicts;
        private long rejected;
        private long bytes;

        void add(IngestReport report) {
            added += report.added();
            duplicates += report.duplicates();
            conflicts += report.conflicts();
            rejected += report.rejected();
            bytes += report.bytes();
        }

        boolean isAllGood() {
            return conflicts == 0 && rejected == 0;
        }
    }

    /** A line of {@code --json} for a file that is not shown. */
    record Problem(String path, String kind, String reason) {}

    /** The last line of {@code --json}. */
    record Summary(long added, long duplicates, long conflicts, long rejected, long bytes) {}
}
