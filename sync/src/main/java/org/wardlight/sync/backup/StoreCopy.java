// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.sync.BlockInput;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.BlobMissing;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.Hashing;
import org.wardlight.sync.blob.StagedBlob;
import org.wardlight.sync.catalog.SqliteCatalog;
import org.wardlight.sync.sqlite.SqliteFile;

/**
 * Copies a site's store: one consistent state of its catalog first, then every blob that this state needs. Blobs never change, and stay for
 * a day after a deletion, so the store may be used meanwhile. The copy's catalog is replaced last, in one step: a copy that was broken off leaves
 * the one before it whole. Every blob that is copied is compared with its hash. One thread.
 */
public final class StoreCopy {
    private final Blobs from;
    private final Blobs to;
    private final boolean verifiesAll;
    private final Progress progress;

    /** Told after each blob. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long of);
    }

    /**
     * What came of it.
     *
     * @param copied blobs that were copied now
     * @param bytes of these
     * @param there blobs that were there already
     * @param bad blobs that the catalog needs, but that are missing or damaged where they were copied from
     */
    public record Copied(long copied, long bytes, long there, List<BlobHash> bad) {}

    /**
     * @param verifiesAll whether blobs that are there already are read and compared too
     */
    public StoreCopy(Blobs from, Blobs to, boolean verifiesAll, Progress progress) {
        this.from = from;
        this.to = to;
        this.verifiesAll = verifiesAll;
        this.progress = progress;
    }

    /**
     * Copies a catalog and what it needs.
     *
     * @param catalog the file to copy; a program may be writing to it
     * @param copy where its copy is, and is replaced
     */
    public Copied run(Path catalog, Path copy) throws IOException {
        Path fresh = copy.resolveSibling(copy.getFileName() + ".new");
        SqliteFile.copy(catalog, fresh);
        Map<BlobHash, Long> needed = new LinkedHashMap<>();
        try (SqliteFile file = SqliteFile.open(fresh)) {
            new SqliteCatalog(file, Clock.systemUTC())
                    .forEachReference(reference -> needed.put(reference.blob(), reference.bytes()));
        }
        Copied copied = blobs(needed);
        Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return copied;
    }

    private Copied blobs(Map<BlobHash, Long> needed) throws IOException {
        long copied = 0;
        long bytes = 0;
        long there = 0;
        long done = 0;
        List<BlobHash> bad = new ArrayList<>();
        for (Map.Entry<BlobHash, Long> blob : needed.entrySet()) {
            if (isThere(blob.getKey(), blob.getValue())) {
                there++;
            } else if (copy(blob.getKey())) {
                copied++;
                bytes += blob.getValue();
            } else {
                bad.add(blob.getKey());
            }
            progress.at(++done, needed.size());
        }
        return new Copied(copied, bytes, there, bad);
    }

    private boolean isThere(BlobHash blob, long size) throws IOException {
        OptionalLong held = to.size(blob);
        if (held.isEmpty()) {
            return false;
        }
        if (held.getAsLong() == size && (!verifiesAll || isSound(to, blob))) {
            return true;
        }
        to.delete(blob);
        return false;
    }

    private static boolean isSound(Blobs blobs, BlobHash blob) throws IOException {
        try (ByteSource source = blobs.open(blob)) {
            return Hashing.of(source).equals(blob);
        }
    }

    private boolean copy(BlobHash blob) throws IOException {
        try (ByteSource source = from.open(blob);
                StagedBlob staged = to.stage(new Reading(source))) {
            boolean isSound = staged.hash().equals(blob);
            if (isSound) {
                staged.keep();
            }
            return isSound;
        } catch (BlobMissing lost) {
            return false;
        }
    }

    /** A source from its start to its end. */
    private static final class Reading extends BlockInput {
        private final ByteSource source;
        private long at;

        Reading(ByteSource source) {
            this.source = source;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = (int) Math.min(length, source.size() - at);
            if (count <= 0 && length > 0) {
                return -1;
            }
            source.read(at, target, offset, count);
            at += count;
            return count;
        }
    }
}
