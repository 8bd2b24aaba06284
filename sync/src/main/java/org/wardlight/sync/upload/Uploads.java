// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.sync.Json;
import org.wardlight.sync.OwnerOnly;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.upload.Upload.Result;
import org.wardlight.sync.upload.Upload.State;
import org.wardlight.sync.upload.UploadException.Why;

/**
 * Uploads in a folder of their own: for each the bytes so far, and what is known of it.
 *
 *     6f1c….part   the bytes, gone once they are in the store
 *     6f1c….json   {@link Upload}
 *
 * Pieces are compared with their SHA-256 before they are written, and are on the disk before they are acknowledged, so that an upload goes on
 * after any end of the browser, the network or this program. What is complete is read by one thread, one after another. What nobody added to for
 * a week is removed. Thread-safe; close it.
 */
public final class Uploads implements AutoCloseable {
    /** The largest piece: it is held in memory until it was compared with its hash. */
    public static final int LARGEST_PIECE = 8 << 20;

    /** A study of 64 GiB does not come through a browser. */
    public static final long LARGEST = 64L << 30;

    private static final int MOST_OF_ONE_PERSON = 200;
    private static final long LEFT_FREE = 256L << 20;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Logger log = LoggerFactory.getLogger(Uploads.class);

    private final Path folder;
    private final UploadReader reader;
    private final Clock clock;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final ExecutorService reading = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "uploads");
        thread.setDaemon(true);
        return thread;
    });

    /** @param folder is made when the first upload begins */
    public Uploads(Path folder, UploadReader reader, Clock clock) {
        this.folder = folder;
        this.reader = reader;
        this.clock = clock;
    }

    /** Takes up what an earlier program left in the folder, and reads what was complete. Only one program may serve a store. */
    public synchronized void start() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> notes;
        try (Stream<Path> files = Files.list(folder)) {
            notes = files.filter(file -> file.toString().endsWith(".json")).toList();
        }
        for (Path note : notes) {
            Upload noted = Json.read(Files.readAllBytes(note), Upload.class);
            Path part = part(noted.id());
            long here = Files.exists(part) ? Files.size(part) : noted.received();
            Upload upload = noted.with(Math.min(here, noted.bytes()), noted.state(), noted.result());
            uploads.put(upload.id(), upload);
            if (upload.state() == State.READING) {
                reading.execute(() -> read(upload.id()));
            }
        }
        forgetOld();
    }

    /** All of one person, the newest first. */
    public List<Upload> of(String owner) {
        return uploads.values().stream()
                .filter(upload -> upload.owner().equals(owner))
                .sorted(Comparator.comparing(Upload::begun).reversed())
                .toList();
    }

    /** One of one person. */
    public Optional<Upload> of(String owner, String id) {
        return Optional.ofNullable(uploads.get(id))
                .filter(upload -> upload.owner().equals(owner));
    }

    /** Announces a file; the same key while that file is still arriving is the same upload. */
    public synchronized Upload begin(String owner, String name, String key, long bytes)
            throws IOException, UploadException {
        forgetOld();
        List<Upload> own = of(owner);
        Optional<Upload> begun = own.stream()
                .filter(upload ->
                        upload.state() == State.RECEIVING && upload.key().equals(key) && upload.bytes() == bytes)
                .findFirst();
        if (begun.isPresent()) {
            return begun.get();
        }
        if (bytes > LARGEST
                || own.stream().filter(one -> one.state() != State.DONE).count() >= MOST_OF_ONE_PERSON) {
            throw new UploadException(Why.TOO_MUCH);
        }
        OwnerOnly.folder(folder);
        if (Files.getFileStore(folder).getUsableSpace() - LEFT_FREE < bytes) {
            throw new UploadException(Why.NO_ROOM);
        }
        Upload upload = new Upload(
                UUID.randomUUID().toString(),
                owner,
                name,
                key,
                bytes,
                0,
                clock.instant(),
                State.RECEIVING,
                Result.NONE);
        Files.createFile(part(upload.id()));
        note(upload);
        return upload;
    }

    /**
     * Adds a piece at the end of what is here; the last one starts the reading.
     *
     * @param at where it begins
     * @param sha256 of the piece
     */
    public synchronized Upload append(String owner, String id, long at, byte[] piece, BlobHash sha256)
            throws IOException, UploadException {
        Upload upload = of(owner, id).orElseThrow(() -> new UploadException(Why.UNKNOWN));
        if (upload.state() != State.RECEIVING || at != upload.received()) {
            throw new UploadException(Why.ELSEWHERE);
        }
        if (at + piece.length > upload.bytes() || !BlobHash.hashing(piece).equals(sha256)) {
            throw new UploadException(Why.DAMAGED);
        }
        try (FileChannel file = FileChannel.open(part(id), StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(piece);
            while (rest.hasRemaining()) {
                file.write(rest, at + rest.position());
            }
            file.force(false);
        } catch (NoSuchFileException gone) {
            throw new UploadException(Why.UNKNOWN);
        }
        boolean isWhole = at + piece.length == upload.bytes();
        Upload longer = upload.with(at + piece.length, isWhole ? State.READING : State.RECEIVING, Result.NONE);
        uploads.put(id, longer);
        if (isWhole) {
            note(longer);
            reading.execute(() -> read(id));
        }
        return longer;
    }

    /** Reads again what the store could not take. */
    public synchronized Upload again(String owner, String id) throws IOException, UploadException {
        Upload upload = of(owner, id).orElseThrow(() -> new UploadException(Why.UNKNOWN));
        if (upload.state() != State.FAILED) {
            return upload;
        }
        Upload again = upload.with(upload.received(), State.READING, Result.NONE);
        note(again);
        reading.execute(() -> read(id));
        return again;
    }

    /** Forgets an upload, and its bytes when they are not being read; what is in the store stays there. */
    public synchronized void discard(String owner, String id) throws IOException, UploadException {
        Upload upload = of(owner, id).orElseThrow(() -> new UploadException(Why.UNKNOWN));
        if (upload.state() == State.READING) {
            throw new UploadException(Why.ELSEWHERE);
        }
        forget(upload);
    }

    private void read(String id) {
        Upload upload = uploads.get(id);
        if (upload == null) {
            return;
        }
        try {
            Result result = reader.read(
                    part(id),
                    upload,
                    progress -> uploads.computeIfPresent(
                            id, (key, now) -> now.with(now.received(), State.READING, progress)));
            Files.deleteIfExists(part(id));
            note(upload.with(upload.received(), State.DONE, result));
        } catch (IOException | RuntimeException full) {
            log.warn("an upload could not be stored: {}", full.getClass().getName());
            uploads.computeIfPresent(id, (key, now) -> now.with(now.received(), State.FAILED, now.result()));
        }
    }

    private void forgetOld() throws IOException {
        for (Upload upload : uploads.values()) {
            Path part = part(upload.id());
            var last = Files.exists(part) ? Files.getLastModifiedTime(part).toInstant() : upload.begun();
            if (upload.state() != State.READING && last.plus(KEPT).isBefore(clock.instant())) {
                forget(upload);
            }
        }
    }

    private void forget(Upload upload) throws IOException {
        uploads.remove(upload.id());
        Files.deleteIfExists(part(upload.id()));
        Files.deleteIfExists(noteOf(upload.id()));
    }

    /** In one step: a note is never seen half written. */
    private void note(Upload upload) throws IOException {
        Path fresh = folder.resolve(upload.id() + ".new");
        Files.write(fresh, Json.bytes(upload));
        Files.move(fresh, noteOf(upload.id()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        uploads.put(upload.id(), upload);
    }

    private Path part(String id) {
        return folder.resolve(id + ".part");
    }

    private Path noteOf(String id) {
        return folder.resolve(id + ".json");
    }

    @Override
    public void close() throws InterruptedException {
        reading.shutdown();
        if (!reading.awaitTermination(10, TimeUnit.SECONDS)) {
            // What is being read is read again at the next start: storing twice changes nothing.
            reading.shutdownNow();
        }
    }
}
