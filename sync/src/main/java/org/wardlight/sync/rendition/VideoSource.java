// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.video.VideoFrames;
import org.wardlight.rendering.video.VideoStream;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.RenditionRecord;

/**
 * Videos as a whole, for a player: read by range from the object, or from the MP4 file that was once made of it and is kept. The identity of an object is
 * checked first, as for tiles. Thread-safe.
 */
public final class VideoSource {
    private final Catalog catalog;
    private final Blobs blobs;
    private final IdentityCheck identities;
    private final SharedRuns<String, RenditionRecord> making = new SharedRuns<>();

    VideoSource(Catalog catalog, Blobs blobs, IdentityCheck identities) {
        this.catalog = catalog;
        this.blobs = blobs;
        this.identities = identities;
    }

    /**
     * A video that is being read; close it.
     *
     * @param etag names exactly these bytes, without quotes
     * @param opened what is closed with it
     */
    public record Video(ByteSource bytes, String mediaType, String etag, ByteSource opened) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            opened.close();
        }
    }

    /**
     * Opens the video of an object.
     *
     * @param version as in the study descriptor; null when the asker takes any
     */
    public Video open(String instance, @Nullable String version) throws IOException {
        LocatedInstance located = identities.admitted(instance, version);
        BlobHash blob = located.instance().blob();
        ByteSource source = blobs.open(blob);
        boolean open = false;
        try {
            VideoStream stream = stream(DicomReader.read(source, Limits.STANDARD), source);
            if (!stream.remuxed()) {
                open = true;
                return new Video(stream.bytes(), stream.container().mediaType(), blob.hex() + "-v", source);
            }
        } finally {
            if (!open) {
                source.close();
            }
        }
        RenditionRecord mp4 = keep(located);
        ByteSource made = blobs.open(mp4.blob());
        return new Video(made, "video/mp4", mp4.blob().hex(), made);
    }

    /** The video as a player is given it, as a blob of its own. */
    public RenditionRecord keep(LocatedInstance located) throws IOException {
        identities.check(located);
        String key = "video/" + located.instance().blob().hex();
        Optional<RenditionRecord> kept = catalog.rendition(key).filter(this::isThere);
        return kept.isPresent() ? kept.get() : making.run(key, () -> make(key, located));
    }

    private boolean isThere(RenditionRecord record) {
        try {
            return blobs.size(record.blob()).isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private RenditionRecord make(String key, LocatedInstance located) throws IOException {
        try (ByteSource source = blobs.open(located.instance().blob())) {
            DicomObject object = DicomReader.read(source, Limits.STANDARD);
            VideoStream stream = stream(object, source);
            Poured.Filler filler = stream.remuxed()
                    ? out -> VideoFrames.shared().remux(object, source, out)
                    : out -> Poured.copy(stream.bytes(), out);
            BlobHash blob = Poured.through(filler, blobs::put);
            long bytes = blobs.size(blob).orElse(0);
            RenditionRecord record = new RenditionRecord(key, located.study(), "video", blob, bytes);
            catalog.putRendition(record);
            return record;
        }
    }

    private static VideoStream stream(DicomObject object, ByteSource source) throws IOException {
        return VideoStream.of(object, source).orElseThrow(() -> new Unsupported("this object is no video"));
    }

    /** Work of the same key runs once, whoever asks meanwhile waits for it. */
    private static final class SharedRuns<K, V> {
        private final java.util.Map<K, CompletableFuture<V>> running = new java.util.concurrent.ConcurrentHashMap<>();

        V run(K key, Futures.Work<V> work) throws IOException {
            CompletableFuture<V> mine = new CompletableFuture<>();
            CompletableFuture<V> other = running.putIfAbsent(key, mine);
            if (other != null) {
                return Futures.await(other, java.time.Duration.ofMinutes(30));
            }
            try {
                V value = work.run();
                mine.complete(value);
                return value;
            } catch (IOException | RuntimeException failed) {
                mine.completeExceptionally(failed);
                throw failed;
            } finally {
                running.remove(key);
            }
        }
    }
}
