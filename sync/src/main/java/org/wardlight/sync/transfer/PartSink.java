// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.IntegrityMismatch;
import org.wardlight.sync.blob.PartialBlobs;
import org.wardlight.sync.sqlite.StoreFailure;

/**
 * Takes the parts of one answer into the store: only of what was asked, only where they join on, never more than the
 * manifest says. A blob whose last byte is here is verified and then whole. One thread at a time.
 */
final class PartSink implements BlobStreamParser.Sink {
    /** Told of what becomes of blobs; may throw to end the answer. */
    interface Listener {
        void arrived(BlobHash blob) throws IOException;

        void kept(int bytes) throws IOException;
    }

    private final PartialBlobs partial;
    private final Listener listener;
    private final Map<BlobHash, Outstanding.Piece> asked = new LinkedHashMap<>();
    private final Map<BlobHash, Long> here = new LinkedHashMap<>();
    private final List<BlobHash> absent = new ArrayList<>();
    private final List<BlobHash> damaged = new ArrayList<>();
    private long plainBytes;

    PartSink(PartialBlobs partial, List<Outstanding.Piece> pieces, Listener listener) throws IOException {
        this.partial = partial;
        this.listener = listener;
        for (Outstanding.Piece piece : pieces) {
            asked.put(piece.blob(), piece);
            here.put(piece.blob(), usable(piece));
        }
    }

    /** What to ask for: each blob from where it broke off. Blobs that turn out to be all here are verified on the way. */
    BlobRequest request() throws IOException {
        List<BlobRequest.Asked> wanted = new ArrayList<>();
        for (Outstanding.Piece piece : List.copyOf(asked.values())) {
            long from = here.getOrDefault(piece.blob(), 0L);
            if (from == piece.bytes() && from > 0) {
                finish(piece);
            } else {
                wanted.add(new BlobRequest.Asked(piece.blob().hex(), from));
            }
        }
        return new BlobRequest(wanted, true);
    }

    @Override
    public void part(BlobHash hash, long offset, byte[] bytes, int length) throws IOException {
        Outstanding.Piece piece = asked.get(hash);
        if (piece == null) {
            throw new BrokenStream("blob stream: a blob that was not asked for");
        }
        long from = here.getOrDefault(hash, 0L);
        if (offset == 0 && from > 0) {
            store(() -> partial.discard(hash));
            from = 0;
        }
        if (offset != from || length > piece.bytes() - from) {
            throw new BrokenStream("blob stream: a part that does not join on to byte " + from);
        }
        if (length > 0) {
            long at = from;
            store(() -> partial.append(hash, at, Arrays.copyOf(bytes, length)));
            plainBytes += length;
            here.put(hash, from + length);
            listener.kept(length);
        }
        if (from + length == piece.bytes()) {
            finish(piece);
        }
    }

    @Override
    public void absent(BlobHash hash) throws IOException {
        if (asked.remove(hash) != null) {
            absent.add(hash);
        }
    }

    /** Blobs that were asked for and of which the answer said nothing final. */
    boolean isAnswered() {
        return asked.isEmpty();
    }

    List<BlobHash> absent() {
        return List.copyOf(absent);
    }

    /** Blobs whose bytes were not those of their hash; they were dropped. */
    List<BlobHash> damaged() {
        return List.copyOf(damaged);
    }

    long plainBytes() {
        return plainBytes;
    }

    private void finish(Outstanding.Piece piece) throws IOException {
        asked.remove(piece.blob());
        try {
            store(() -> partial.complete(piece.blob()));
        } catch (IntegrityMismatch otherBytes) {
            damaged.add(piece.blob());
            return;
        }
        listener.arrived(piece.blob());
    }

    /** More than the manifest says cannot be of this blob. */
    private long usable(Outstanding.Piece piece) throws IOException {
        long have = partial.have(piece.blob());
        if (have > piece.bytes()) {
            store(() -> partial.discard(piece.blob()));
            return 0;
        }
        return have;
    }

    private static void store(Write write) throws IOException {
        try {
            write.run();
        } catch (IntegrityMismatch otherBytes) {
            throw otherBytes;
        } catch (IOException | StoreFailure failed) {
            throw new LocalFailure(failed);
        }
    }

    private interface Write {
        void run() throws IOException;
    }
}
