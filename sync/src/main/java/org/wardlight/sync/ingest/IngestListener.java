// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.util.List;

/** Hears of outcomes once they are stored for good. Called by the thread that ingests, so it must be quick. */
@FunctionalInterface
public interface IngestListener {
    void stored(List<Outcome> outcomes);
}
