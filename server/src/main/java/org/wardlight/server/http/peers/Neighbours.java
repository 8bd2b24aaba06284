// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.peers;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.scu.PeerTest;
import org.wardlight.sync.peer.KnownPeers;
import org.wardlight.sync.peer.PullJobs;
import org.wardlight.sync.pull.PacsSearch;

/**
 * What the pages about peers work on.
 *
 * @param test tries what works with a peer; takes some seconds
 * @param here how many objects of a study are here
 */
public record Neighbours(
        Own own,
        KnownPeers peers,
        Function<Peer, List<PeerTest.Line>> test,
        PacsSearch search,
        PullJobs jobs,
        ToIntFunction<String> here) {
    /**
     * This program as its peers must know it.
     *
     * @param port where it answers; empty when it does not
     * @param tls whether it answers in TLS alone
     */
    public record Own(AeTitle title, OptionalInt port, boolean tls, boolean promiscuous) {}
}
