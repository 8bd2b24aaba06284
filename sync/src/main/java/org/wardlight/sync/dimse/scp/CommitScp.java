// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.IOException;
import java.util.function.Consumer;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.Services;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.net.Offer;
import org.wardlight.sync.dimse.scu.CommitScu;
import org.wardlight.sync.dimse.scu.Commitment;

/** Takes results of storage commitment that a peer brings on an association of its own (PS3.4 J.3.3). */
final class CommitScp implements Handler {
    private final Consumer<Commitment> results;

    CommitScp(Consumer<Commitment> results) {
        this.results = results;
    }

    @Override
    public int commandField() {
        return CommandField.N_EVENT_REPORT;
    }

    @Override
    public boolean serves(String abstractSyntax) {
        return abstractSyntax.equals(Services.STORAGE_COMMITMENT);
    }

    /** The peer is the provider, also when it opens the association; we answer no requests for commitment. */
    @Override
    public Offer.Service terms() {
        return new Offer.Service(Syntaxes::plain, false, true, false);
    }

    @Override
    public void handle(Association association, Incoming request) throws IOException {
        results.accept(CommitScu.take(association, request));
    }
}
