// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.BlobMissing;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.RenditionRecord;

/** Rendered images that are kept as blobs with a row in the catalog, so that they outlive the process. Thread-safe. */
final class Kept {
    /** A larger image is rendered anew rather than trusted to memory. */
    private static final long LARGEST = 64L << 20;

    private final Catalog catalog;
    private final Blobs blobs;

    Kept(Catalog catalog, Blobs blobs) {
        this.catalog = catalog;
        this.blobs = blobs;
    }

    /** The row of an image that is here with its bytes. */
    Optional<RenditionRecord> find(TileKey key) throws IOException {
        Optional<RenditionRecord> row = catalog.rendition(key.name());
        return row.isPresent() && blobs.size(row.get().blob()).isPresent() ? row : Optional.empty();
    }

    Optional<Rendered> load(TileKey key, String mediaType) throws IOException {
        Optional<RenditionRecord> row = catalog.rendition(key.name());
        if (row.isEmpty() || row.get().bytes() > LARGEST) {
            return Optional.empty();
        }
        BlobHash blob = row.get().blob();
        try (ByteSource source = blobs.open(blob)) {
            byte[] bytes = new byte[(int) Math.min(LARGEST, source.size())];
            source.read(0, bytes, 0, bytes.length);
            return Optional.of(new Rendered(bytes, mediaType, blob.hex()));
        } catch (BlobMissing gone) {
            return Optional.empty();
        }
    }

    /** Keeps an image: the blob first, then its row. */
    RenditionRecord keep(TileKey key, String study, String kind, Rendered rendered) throws IOException {
        BlobHash blob = blobs.put(new ByteArrayInputStream(rendered.bytes()));
        RenditionRecord row = new RenditionRecord(key.name(), study, kind, blob, rendered.bytes().length);
        catalog.putRendition(row);
        return row;
    }
}
