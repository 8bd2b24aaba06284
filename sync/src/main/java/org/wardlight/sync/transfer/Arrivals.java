// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.util.List;
import org.wardlight.sync.blob.BlobHash;

/** Puts objects that have arrived into the catalog; {@code Ingester} does it from the stored blobs, without copying. */
@FunctionalInterface
public interface Arrivals {
    /**
     * Catalogues whole, verified blobs. Doing it twice changes nothing.
     *
     * @throws IOException when the store fails; objects that cannot be read are catalogued or skipped, as at any ingest
     */
    void catalogue(List<BlobHash> originals) throws IOException;
}
