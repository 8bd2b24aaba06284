// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.Peers;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Offer;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.scu.ObjectSender.Origin;
import org.wardlight.sync.dimse.scu.Outgoing;
import org.wardlight.sync.dimse.scu.Sent;
import org.wardlight.sync.dimse.scu.StoreScu;

/** C-MOVE (PS3.4 C.4.2.3): sends the objects to a peer on associations of their own. */
final class MoveScp extends RetrieveScp {
    private final Peers peers;
    private final StoreScu store;

    MoveScp(Stores stores, Peers peers, Requestor requestor) {
        super(stores);
        this.peers = peers;
        this.store = new StoreScu(requestor);
    }

    @Override
    public int commandField() {
        return CommandField.C_MOVE;
    }

    @Override
    public boolean serves(String abstractSyntax) {
        return abstractSyntax.equals(Root.STUDY.move()) || abstractSyntax.equals(Root.PATIENT.move());
    }

    @Override
    public Offer.Service terms() {
        return new Offer.Service(Syntaxes::plain, true, false, true);
    }

    @Override
    void send(Running running, List<Outgoing> objects) throws IOException {
        Optional<Peer> destination =
                destination(running.request()).flatMap(peers::of).filter(peer -> peer.may(Peer.Right.RECEIVE));
        if (destination.isEmpty()) {
            refuse(
                    running.association(),
                    running.request(),
                    Status.DESTINATION_UNKNOWN,
                    "the destination is no peer that may be sent to");
            return;
        }
        Origin origin = new Origin(
                running.association().calling().value(),
                running.request().command().messageId());
        boolean[] cancelled = {false};
        try {
            store.send(destination.get(), objects, Optional.of(origin), sent -> tell(running, sent), () -> {
                cancelled[0] = isCancelled(running);
                return cancelled[0];
            });
        } catch (UncheckedIOException lost) {
            throw lost.getCause();
        }
        running.end(cancelled[0] && running.count().remaining() > 0);
    }

    /** When whoever asked is gone, sending ends too. */
    private static void tell(Running running, Sent sent) {
        running.count().add(sent);
        try {
            running.tell();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static boolean isCancelled(Running running) {
        try {
            return running.cancelled();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
