// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import java.util.List;
import java.util.Optional;
import org.wardlight.sync.dimse.Peer;

/** Keeps peers by their names, which differ in more than case; no two have one AE title. Thread-safe. */
public interface PeerBook {
    /** By name. */
    List<Peer> all();

    /**
     * Keeps a peer, in place of the one of the same name. On disk before this returns.
     *
     * @return false when another one has its AE title; nothing is changed then
     */
    boolean put(Peer peer);

    /** Forgets a peer; false when there was none. */
    boolean remove(String name);

    default Optional<Peer> named(String name) {
        return all().stream().filter(peer -> peer.name().equalsIgnoreCase(name)).findFirst();
    }
}
