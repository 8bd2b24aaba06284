// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.sync.sqlite.SqliteFile;
import org.wardlight.sync.sqlite.StoreFailure;

/**
 * Blobs in an SQLite file, in parts of 64 KiB, so that one file holds all that a laptop knows. A blob of up to
 * {@value #CHUNK} bytes is one transaction; a longer one is staged in several and made whole by the last. Thread-safe.
 */
public final class SqliteBlobs implements Blobs, PartialBlobs {
    /** Most bytes of one transaction, and of one blob that is held in memory while it is taken in. */
    static final int CHUNK = 64 * SqliteParts.PART;

    private final SqliteFile file;
    private final String owner = Owner.self();

    /** Opens the blobs of a file, and drops what processes that ended left unfinished. */
    public SqliteBlobs(SqliteFile file) {
        this.file = file;
        sweep();
    }

    private void sweep() {
        file.read(SqliteParts::unfinished).stream()
                .filter(row -> !Owner.isAlive(row.owner()))
                .forEach(row -> drop(row.id()));
    }

    @Override
    public StagedBlob stage(InputStream bytes) throws IOException {
        byte[] first = bytes.readNBytes(CHUNK);
        return first.length < CHUNK ? new StagedInMemory(this, first) : stageLong(first, bytes);
    }

    private StagedBlob stageLong(byte[] first, InputStream bytes) throws IOException {
        MessageDigest digest = BlobHash.digest();
        long id = guarded(() -> file.write(handle -> SqliteParts.begin(handle, owner)));
        boolean done = false;
        try {
            long size = 0;
            for (byte[] chunk = first; chunk.length > 0; chunk = bytes.readNBytes(CHUNK)) {
                digest.update(chunk);
                byte[] part = chunk;
                long offset = size;
                guarded(() -> file.write(handle -> SqliteParts.append(handle, id, offset, part)));
                size += chunk.length;
            }
            done = true;
            return new StagedInParts(this, id, size, BlobHash.of(digest.digest()));
        } finally {
            if (!done) {
                drop(id);
            }
        }
    }

    void keep(BlobHash hash, byte[] bytes) throws IOException {
        Optional<Long> replaced = guarded(() -> file.write(handle -> {
            if (SqliteParts.whole(handle, hash).isPresent()) {
                return Optional.empty();
            }
            Optional<Long> partial = SqliteParts.release(handle, hash);
            long id = SqliteParts.begin(handle, owner);
            SqliteParts.append(handle, id, 0, bytes);
            SqliteParts.finish(handle, id, hash);
            return partial;
        }));
        replaced.ifPresent(this::drop);
    }

    /** Makes a staged row whole; false when there was a blob of that hash, and the row is still to be dropped. */
    boolean keep(BlobHash hash, long id) throws IOException {
        if (size(hash).isPresent()) {
            return false;
        }
        Optional<Long> replaced = guarded(() -> file.write(handle -> {
            if (SqliteParts.whole(handle, hash).isPresent()) {
                return Optional.of(id);
            }
            Optional<Long> partial = SqliteParts.release(handle, hash);
            SqliteParts.finish(handle, id, hash);
            return partial;
        }));
        replaced.ifPresent(this::drop);
        return true;
    }

    @Override
    public ByteSource open(BlobHash hash) throws IOException {
        return guarded(() -> file.read(handle -> SqliteParts.whole(handle, hash)))
                .map(row -> source(row.id(), row.bytes()))
                .orElseThrow(() -> new BlobMissing(hash));
    }

    ByteSource source(long id, long size) {
        return new PartsSource(file, id, size);
    }

    @Override
    public OptionalLong size(BlobHash hash) throws IOException {
        return guarded(() -> file.read(handle -> SqliteParts.whole(handle, hash)))
                .map(row -> OptionalLong.of(row.bytes()))
                .orElse(OptionalLong.empty());
    }

    @Override
    public void delete(BlobHash hash) throws IOException {
        guarded(() -> file.write(handle -> SqliteParts.releaseWhole(handle, hash)))
                .ifPresent(this::drop);
    }

    /** Removes a row that is no blob any more, part by part, so that no transaction grows with the blob. */
    void drop(long id) {
        boolean more = true;
        while (more) {
            more = file.write(handle -> SqliteParts.removeSome(handle, id, CHUNK / SqliteParts.PART));
        }
    }

    @Override
    public void forEach(BiConsumer<BlobHash, Long> action) throws IOException {
        guarded(() -> file.read(SqliteParts::allWhole)).forEach(row -> action.accept(row.hash(), row.bytes()));
    }

    @Override
    public long have(BlobHash hash) throws IOException {
        return guarded(() -> file.read(handle -> SqliteParts.find(handle, hash)))
                .map(SqliteParts.Row::bytes)
                .orElse(0L);
    }

    @Override
    public void append(BlobHash hash, long offset, byte[] bytes) throws IOException {
        guarded(() -> file.write(handle -> {
            Optional<SqliteParts.Row> there = SqliteParts.find(handle, hash);
            PartialBlobs.requireNoGap(there.map(SqliteParts.Row::bytes).orElse(0L), offset);
            if (there.isPresent() && there.get().isWhole()) {
                return 0L;
            }
            long id = there.isPresent() ? there.get().id() : SqliteParts.beginPartial(handle, hash);
            return SqliteParts.append(handle, id, offset, bytes);
        }));
    }

    @Override
    public void complete(BlobHash hash) throws IOException {
        Optional<SqliteParts.Row> there = guarded(() -> file.read(handle -> SqliteParts.find(handle, hash)));
        if (there.isPresent() && there.get().isWhole()) {
            return;
        }
        long size = there.map(SqliteParts.Row::bytes).orElse(0L);
        BlobHash actual =
                there.isPresent() ? Hashing.of(source(there.get().id(), size)) : BlobHash.hashing(new byte[0]);
        if (!actual.equals(hash)) {
            discard(hash);
            throw new IntegrityMismatch(hash, actual);
        }
        if (there.isEmpty()) {
            keep(hash, new byte[0]);
            return;
        }
        guarded(() ->
                file.write(handle -> SqliteParts.finish(handle, there.get().id(), hash)));
    }

    @Override
    public void discard(BlobHash hash) throws IOException {
        guarded(() -> file.write(handle -> SqliteParts.releasePartial(handle, hash)))
                .ifPresent(this::drop);
    }

    /** A full or failing disk is an I/O error to whoever reads or writes blobs. */
    static <T> T guarded(Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (StoreFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    interface Step<T> {
        T run() throws IOException;
    }
}
