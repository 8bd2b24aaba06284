// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import java.util.List;
import java.util.Optional;

/** Port to the configured peers; asked anew for each association, so that a change counts at once. Thread-safe. */
@FunctionalInterface
public interface Peers {
    List<Peer> all();

    /** The peer of an AE title. */
    default Optional<Peer> of(AeTitle title) {
        return all().stream().filter(peer -> peer.title().equals(title)).findFirst();
    }
}
