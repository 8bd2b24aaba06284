// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.IOException;

/** Where objects come from: a folder, an upload, a peer. Read by one thread, from start to end. */
public interface IngestSource {
    /**
     * Hands over everything that may be an object, in an order that is the same each time, and names what it knows to be missing. Goes
     * on after a problem with one of them.
     *
     * @throws IOException when nothing more can be read
     */
    void forEach(IngestSink sink) throws IOException;

    /** What is ahead, for a progress bar; {@link Size#UNKNOWN} when that is not known beforehand. */
    default Size size() throws IOException {
        return Size.UNKNOWN;
    }

    /** Counts; -1 when not known. */
    record Size(long items, long bytes) {
        public static final Size UNKNOWN = new Size(-1, -1);
    }
}
