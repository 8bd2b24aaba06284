// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.transfer.Purpose;

/** The studies that this node keeps a copy of. Thread-safe. */
public interface Pins {
    /** All pins, by Study Instance UID. */
    List<Pin> all();

    /**
     * Pins a study, or goes on with one that waits; fetching goes on in the background.
     *
     * @param until when it will be removed; null: not by date
     */
    Pin add(String study, Purpose purpose, @Nullable Instant until);

    /** When each study will be removed; those that are not removed by date are left out. */
    Map<String, Instant> leases();

    /** Removes the pin and the copy; false when there was none. */
    boolean remove(String study);
}
