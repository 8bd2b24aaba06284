// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.util.List;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.transfer.Purpose;

/** The studies that this node keeps a copy of. Thread-safe. */
public interface Pins {
    /** All pins, by Study Instance UID. */
    List<Pin> all();

    /** Pins a study, or goes on with one that waits; fetching goes on in the background. */
    Pin add(String study, Purpose purpose);

    /** Removes the pin and the copy; false when there was none. */
    boolean remove(String study);
}
