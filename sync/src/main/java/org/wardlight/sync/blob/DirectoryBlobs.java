// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.FileByteSource;

/**
 * Blobs as files of one folder. Thread-safe; several processes may use the folder.
 *
 *     ab/cd/abcd…       a whole blob under its hash
 *     partial/abcd…     what is here of a blob that is being fetched
 *     staging/…         taken in, not kept yet; named by its process, so that another can sweep what that one left
 */
public final class DirectoryBlobs implements Blobs, PartialBlobs {
    private static final int COPIED_AT_ONCE = 128 * 1024;

    private final BlobFolders folders;
    private final String owner = Owner.self();
    private final AtomicLong count = new AtomicLong();

    /** Opens a folder, or makes it, and removes what processes that ended left unfinished. */
    public DirectoryBlobs(Path root) throws IOException {
        folders = new BlobFolders(root);
        folders.create();
    }

    @Override
    public StagedBlob stage(InputStream bytes) throws IOException {
        Path file = folders.staging(owner + "-" + count.incrementAndGet());
        MessageDigest digest = BlobHash.digest();
        try (OutputStream out = new DigestOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), digest)) {
            copy(bytes, out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new StagedFile(folders, file, BlobHash.of(digest.digest()));
    }

    /** In large steps: hashing and system calls have a price each time. */
    private static void copy(InputStream bytes, OutputStream out) throws IOException {
        byte[] buffer = new byte[COPIED_AT_ONCE];
        for (int count = bytes.readNBytes(buffer, 0, buffer.length);
                count > 0;
                count = bytes.readNBytes(buffer, 0, buffer.length)) {
            out.write(buffer, 0, count);
        }
    }

    @Override
    public ByteSource open(BlobHash hash) throws IOException {
        try {
            return FileByteSource.open(folders.whole(hash));
        } catch (FileNotFoundException e) {
            if (Files.exists(folders.whole(hash))) {
                throw e;
            }
            throw new BlobMissing(hash);
        }
    }

    @Override
    public OptionalLong size(BlobHash hash) throws IOException {
        return size(folders.whole(hash));
    }

    private static OptionalLong size(Path file) throws IOException {
        try {
            return OptionalLong.of(Files.size(file));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void delete(BlobHash hash) throws IOException {
        Files.deleteIfExists(folders.whole(hash));
    }

    @Override
    public void forEach(BiConsumer<BlobHash, Long> action) throws IOException {
        try (Stream<Path> files = folders.allWhole()) {
            for (Path file : (Iterable<Path>) files::iterator) {
                size(file).ifPresent(bytes -> action.accept(BlobFolders.hash(file), bytes));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Every whole blob, in the order in which they were kept. */
    public List<BlobHash> oldestFirst() throws IOException {
        Map<Path, FileTime> kept = new HashMap<>();
        try (Stream<Path> files = folders.allWhole()) {
            for (Path file : (Iterable<Path>) files::iterator) {
                kept.put(file, Files.getLastModifiedTime(file));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return kept.entrySet().stream()
                .sorted(Map.Entry.<Path, FileTime>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> BlobFolders.hash(entry.getKey()))
                .toList();
    }

    @Override
    public long have(BlobHash hash) throws IOException {
        OptionalLong whole = size(hash);
        return whole.isPresent()
                ? whole.getAsLong()
                : size(folders.partial(hash)).orElse(0);
    }

    @Override
    public void append(BlobHash hash, long offset, byte[] bytes) throws IOException {
        PartialBlobs.requireNoGap(have(hash), offset);
        if (size(hash).isPresent()) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(folders.partial(hash), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, offset + buffer.position());
            }
        }
    }

    @Override
    public void complete(BlobHash hash) throws IOException {
        if (size(hash).isPresent()) {
            discard(hash);
            return;
        }
        Path partial = folders.partial(hash);
        if (!Files.exists(partial)) {
            Files.write(partial, new byte[0]);
        }
        BlobHash actual;
        try (ByteSource source = FileByteSource.open(partial)) {
            actual = Hashing.of(source);
        }
        if (!actual.equals(hash)) {
            discard(hash);
            throw new IntegrityMismatch(hash, actual);
        }
        folders.keep(partial, hash);
    }

    @Override
    public void discard(BlobHash hash) throws IOException {
        Files.deleteIfExists(folders.partial(hash));
    }
}
