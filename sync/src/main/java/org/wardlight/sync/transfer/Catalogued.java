// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.RenditionRecord;
import org.wardlight.sync.sqlite.StoreFailure;

/**
 * Catalogues the originals of a manifest as they arrive, so that a study can be opened while the rest of it comes, and after
 * a crash what had arrived before. One thread at a time.
 */
final class Catalogued {
    private final Receiver.Local local;
    private final Set<BlobHash> waiting;

    /** What the site corrected is corrected here before any object can be seen. */
    Catalogued(Receiver.Local local, Manifest manifest) {
        this.local = local;
        local.catalog().amendments().adopt(manifest.study(), manifest.corrections());
        Set<BlobHash> there = local.catalog().study(manifest.study()).stream()
                .flatMap(study -> study.series().stream())
                .flatMap(series -> series.instances().stream())
                .map(InstanceRecord::blob)
                .collect(Collectors.toSet());
        if (manifest.purpose() == Purpose.ORIGINAL) {
            local.catalog().expect(manifest.study(), objects(manifest));
        }
        waiting = manifest.blobs().stream()
                .filter(entry -> entry.kind() == BlobKind.ORIGINAL)
                .map(Manifest.Entry::blob)
                .filter(blob -> !there.contains(blob))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As many as the site has; more when the site itself waits for some. */
    private static int objects(Manifest manifest) {
        long originals = manifest.blobs().stream()
                .filter(entry -> entry.kind() == BlobKind.ORIGINAL)
                .map(Manifest.Entry::hash)
                .distinct()
                .count();
        Integer expected = manifest.expected();
        return Math.max((int) originals, expected == null ? 0 : expected);
    }

    /** Catalogues those of the manifest that are whole now. */
    void arrivedSoFar() throws IOException {
        List<BlobHash> whole = new ArrayList<>();
        try {
            for (BlobHash blob : waiting) {
                if (local.blobs().size(blob).isPresent()) {
                    whole.add(blob);
                }
            }
            if (!whole.isEmpty()) {
                local.arrivals().catalogue(whole);
                whole.forEach(waiting::remove);
            }
        } catch (IOException | StoreFailure failed) {
            throw new LocalFailure(failed);
        }
    }

    /** Notes what came beside the originals, so that strips are not rendered again and all of it goes with the study. */
    void renditions(Manifest manifest) throws LocalFailure {
        try {
            for (Manifest.Entry entry : manifest.blobs()) {
                if (entry.kind() != BlobKind.ORIGINAL) {
                    RenditionRecord row = new RenditionRecord(
                            Paths.key(manifest.study(), entry),
                            manifest.study(),
                            entry.kind().word(),
                            entry.blob(),
                            entry.bytes());
                    if (!local.catalog().rendition(row.key()).equals(Optional.of(row))) {
                        local.catalog().putRendition(row);
                    }
                }
            }
        } catch (StoreFailure failed) {
            throw new LocalFailure(failed);
        }
    }
}
