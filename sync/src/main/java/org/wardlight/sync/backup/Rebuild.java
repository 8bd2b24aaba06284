// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.catalog.SqliteCatalog;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.ingest.Outcome;
import org.wardlight.sync.sqlite.Salvage;
import org.wardlight.sync.sqlite.SqliteFile;

/**
 * Makes the catalog of a site anew from its blobs, oldest first, so that of two objects under one UID the first stays the one that is shown. What people wrote
 * (accounts, the audit, devices, peers, deletions, corrections and all else that no blob says) is taken over from what can still be read of the old
 * catalog, which stays beside the new one. Nothing may use the store meanwhile.
 */
public final class Rebuild {
    /** What follows from the blobs, or is made again when it is asked for. */
    private static final Set<String> DERIVED =
            Set.of("study", "study_words", "study_grams", "series", "instance", "change", "rendition", "blob", "part");

    private static final int AT_ONCE = 64;

    private Rebuild() {}

    /**
     * What came of it.
     *
     * @param objects that are in the catalog again
     * @param others blobs that are no objects: renditions, which are made again when asked for
     * @param lost tables of the old catalog that could not be taken over; empty when there was no old one
     */
    public record Rebuilt(long objects, long others, List<String> lost) {}

    /** Rebuilds the catalog at this path from a folder of blobs. */
    public static Rebuilt run(Path catalog, DirectoryBlobs blobs, Clock clock, StoreCopy.Progress progress)
            throws IOException {
        Instant now = clock.instant();
        Path old = catalog.resolveSibling(catalog.getFileName() + ".lost-" + now.toEpochMilli());
        for (String part : List.of("", "-wal", "-shm")) {
            Path file = catalog.resolveSibling(catalog.getFileName() + part);
            if (Files.exists(file)) {
                Files.move(file, old.resolveSibling(old.getFileName() + part));
            }
        }
        try (SqliteFile file = SqliteFile.open(catalog)) {
            List<String> lost = Files.exists(old) ? Salvage.run(old, catalog, DERIVED) : List.of();
            // Copies elsewhere have read the old log up to some cursor: the new one begins above every cursor that was
            // ever given.
            Salvage.startAbove(catalog, "change", now.toEpochMilli());
            Ingester ingester = new Ingester(blobs, new SqliteCatalog(file, clock), Limits.STANDARD);
            return catalogue(blobs.oldestFirst(), ingester, progress, lost);
        }
    }

    private static Rebuilt catalogue(
            List<BlobHash> blobs, Ingester ingester, StoreCopy.Progress progress, List<String> lost)
            throws IOException {
        long objects = 0;
        for (int done = 0; done < blobs.size(); done += AT_ONCE) {
            int end = Math.min(blobs.size(), done + AT_ONCE);
            objects += ingester.catalogue(blobs.subList(done, end)).stream()
                    .filter(outcome -> outcome.kind() != Outcome.Kind.REJECTED)
                    .count();
            progress.at(end, blobs.size());
        }
        return new Rebuilt(objects, blobs.size() - objects, lost);
    }
}
