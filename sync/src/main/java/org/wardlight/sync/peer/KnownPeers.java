// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.Peers;

/** Those that the program was started with, which go before, and those of the book as it is when somebody asks. */
public record KnownPeers(List<Peer> given, PeerBook book) implements Peers {
    public KnownPeers {
        given = List.copyOf(given);
    }

    @Override
    public List<Peer> all() {
        return Stream.concat(
                        given.stream(),
                        book.all().stream()
                                .filter(kept -> given.stream()
                                        .noneMatch(peer -> peer.title().equals(kept.title()))))
                .toList();
    }

    public Optional<Peer> named(String name) {
        return all().stream().filter(peer -> peer.name().equalsIgnoreCase(name)).findFirst();
    }
}
