// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wardlight.sync.dimse.Peer;

/** Peers that end with the process. */
public final class MemoryPeerBook implements PeerBook {
    private final List<Peer> peers = new ArrayList<>();

    @Override
    public synchronized List<Peer> all() {
        return peers.stream()
                .sorted(Comparator.comparing(Peer::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    @Override
    public synchronized boolean put(Peer peer) {
        boolean taken = peers.stream()
                .anyMatch(other ->
                        other.title().equals(peer.title()) && !other.name().equalsIgnoreCase(peer.name()));
        if (!taken) {
            remove(peer.name());
            peers.add(peer);
        }
        return !taken;
    }

    @Override
    public synchronized boolean remove(String name) {
        return peers.removeIf(peer -> peer.name().equalsIgnoreCase(name));
    }
}
