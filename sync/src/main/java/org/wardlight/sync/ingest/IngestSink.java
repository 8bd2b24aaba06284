// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.IOException;

/** What a source hands its finds to. */
public interface IngestSink {
    /**
     * Takes one in; a bad one is no exception.
     *
     * @throws IOException when the store can take no more
     */
    void accept(IngestItem item) throws IOException;

    /** Something is not there or cannot be read, with the reason in words. */
    void problem(String name, String reason);

    /** An object of a study ought to be there and is not, or not whole; said beside {@link #problem}. */
    default void missing(String study, String instance) {}
}
