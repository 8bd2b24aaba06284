// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.net.Offer;

/** Answers requests of one kind. Thread-safe: associations run side by side. */
public interface Handler {
    /** Command Field of its requests. */
    int commandField();

    /** Whether its requests come on this abstract syntax. */
    boolean serves(String abstractSyntax);

    /** On what terms it does. */
    Offer.Service terms();

    /** What a peer must be allowed, so that its requests are answered; empty when any that is known may ask. */
    default Optional<Peer.Right> right() {
        return Optional.empty();
    }

    /**
     * Answers a request to its end: the final response is sent when this returns.
     *
     * @throws IOException when the association broke; what can be told to the peer is told in a status
     */
    void handle(Association association, Incoming request) throws IOException;
}
