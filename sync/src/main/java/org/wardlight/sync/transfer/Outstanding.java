// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;

/**
 * What of a manifest is not here yet, in its order, and how much is. Looks at the store once and is told afterwards. One
 * thread at a time.
 */
final class Outstanding {
    private final Map<BlobHash, Piece> missing = new LinkedHashMap<>();
    private final long of;
    private final long ofBytes;
    private long have;
    private long haveBytes;

    Outstanding(Manifest manifest, Blobs blobs) throws IOException {
        Map<BlobHash, Piece> all = new LinkedHashMap<>();
        manifest.blobs()
                .forEach(entry -> all.putIfAbsent(entry.blob(), new Piece(entry.blob(), entry.bytes(), entry.kind())));
        of = all.size();
        ofBytes = all.values().stream().mapToLong(Piece::bytes).sum();
        for (Piece piece : all.values()) {
            if (blobs.size(piece.blob()).isPresent()) {
                have++;
                haveBytes += piece.bytes();
            } else {
                missing.put(piece.blob(), piece);
            }
        }
    }

    boolean isEmpty() {
        return missing.isEmpty();
    }

    List<Piece> missing() {
        return new ArrayList<>(missing.values());
    }

    void arrived(BlobHash blob) {
        Piece piece = missing.remove(blob);
        if (piece != null) {
            have++;
            haveBytes += piece.bytes();
        }
    }

    long have() {
        return have;
    }

    long of() {
        return of;
    }

    long haveBytes() {
        return haveBytes;
    }

    long ofBytes() {
        return ofBytes;
    }

    /** A blob to fetch; {@code bytes} is its plain size. */
    record Piece(BlobHash blob, long bytes, BlobKind kind) implements RequestWindow.Sized {}
}
