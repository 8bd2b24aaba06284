// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.IngestReport;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.ingest.Outcome;
import org.wardlight.sync.ingest.ZipLimits;
import org.wardlight.sync.ingest.ZipSource;
import org.wardlight.sync.sqlite.StoreFailure;

/**
 * Takes what other programs drop into a folder. A file is taken when its size and time have not changed for a while, ZIP archives are
 * opened, links are not followed, and names that say "not finished" wait until they are changed. A file leaves its place only after the
 * store has it, or has said why not; when the store is full it stays, and is tried again. One thread: see {@link WatchThread}.
 */
public final class WatchedFolder {
    private static final Logger log = LoggerFactory.getLogger(WatchedFolder.class);
    private static final int MOST_AT_ONCE = 50_000;
    private static final Set<String> UNFINISHED = Set.of("part", "tmp", "temp", "filepart", "crdownload", "partial");

    private final Path root;
    private final After after;
    private final Ingester ingester;
    private final Clock clock;
    private final Shelf shelf;
    private final Ripening<Path> ripening;

    /** @param rest how long a file must look the same before it is taken */
    public WatchedFolder(Path root, After after, Ingester ingester, Clock clock, Duration rest) {
        this.root = root;
        this.after = after;
        this.ingester = ingester;
        this.clock = clock;
        this.shelf = new Shelf(root);
        this.ripening = new Ripening<>(rest);
    }

    Path root() {
        return root;
    }

    /** What one look at the folder came to. */
    public record Looked(int taken, int rejected, int waiting) {}

    /** Looks once: takes what is ready. Trouble with the folder or the store is left for the next look. */
    public Looked look() {
        List<Path> ready = new ArrayList<>();
        int waiting;
        try {
            waiting = find(ready);
        } catch (IOException | UncheckedIOException unreadable) {
            log.warn(
                    "the watched folder cannot be read: {}",
                    unreadable.getClass().getSimpleName());
            return new Looked(0, 0, 0);
        }
        int taken = 0;
        int rejected = 0;
        for (Path file : ready) {
            try {
                boolean isTaken = take(file);
                taken += isTaken ? 1 : 0;
                rejected += isTaken ? 0 : 1;
            } catch (IOException | StoreFailure full) {
                log.warn(
                        "the store takes no more, {} files wait: {}",
                        ready.size() - taken - rejected,
                        full.getClass().getSimpleName());
                break;
            }
        }
        if (taken + rejected > 0) {
            log.info("watched folder: {} files taken, {} rejected", taken, rejected);
        }
        return new Looked(taken, rejected, waiting + ready.size() - taken - rejected);
    }

    private int find(List<Path> ready) throws IOException {
        Set<Path> there = new HashSet<>();
        Instant now = clock.instant();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean isHidden =
                        !folder.equals(root) && folder.getFileName().toString().startsWith(".");
                return isHidden || Shelf.isOwn(root, folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isUnfinished(file)) {
                    there.add(file);
                    Instant modified = attributes.lastModifiedTime().toInstant();
                    if (ripening.isRipe(file, new Ripening.Look(attributes.size(), modified), now)) {
                        ready.add(file);
                    }
                }
                return ready.size() < MOST_AT_ONCE ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(root)) {
                    throw e;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (ready.size() < MOST_AT_ONCE) {
            ripening.retain(there);
        }
        ready.sort(null);
        return there.size() - ready.size();
    }

    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~")
                || name.endsWith("~")
                || UNFINISHED.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** @return whether all of it is in the store */
    private boolean take(Path file) throws IOException {
        String reason =
                ZipSource.isZip(file) ? unpacked(file) : reason(ingester.ingest(IngestItem.file(name(file), file)));
        ripening.dealtWith(file);
        if (after == After.MOVE) {
            try {
                if (reason.isEmpty()) {
                    shelf.done(file);
                } else {
                    shelf.rejected(file, reason);
                }
            } catch (IOException stays) {
                log.warn(
                        "a file that was dealt with cannot be moved: {}",
                        stays.getClass().getSimpleName());
            }
        }
        return reason.isEmpty();
    }

    private String name(Path file) {
        return root.relativize(file).toString();
    }

    private String unpacked(Path file) throws IOException {
        IngestReport report = ingester.ingest(new ZipSource(file, name(file), ZipLimits.STANDARD), outcomes -> {});
        long here = report.added() + report.duplicates() + report.conflicts();
        if (report.rejected() == 0 && here > 0) {
            return "";
        }
        String reasons = report.problems().stream()
                .filter(outcome -> outcome.kind() == Outcome.Kind.REJECTED)
                .map(outcome -> outcome.name() + ": " + outcome.reason())
                .collect(Collectors.joining("\n"));
        return here + " objects of the archive were taken.\n"
                + (reasons.isEmpty() ? "Nothing else is in it." : reasons);
    }

    private static String reason(Outcome outcome) {
        return outcome.kind() == Outcome.Kind.REJECTED ? outcome.reason() : "";
    }
}
