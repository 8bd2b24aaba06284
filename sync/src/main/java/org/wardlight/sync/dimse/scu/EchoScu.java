// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.io.IOException;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.message.Services;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Context;
import org.wardlight.sync.dimse.net.Proposal;
import org.wardlight.sync.dimse.net.Requestor;

/** Verification (PS3.4 A). Thread-safe. */
public record EchoScu(Requestor requestor) {
    /** The status that the peer answers. */
    public int echo(Peer peer) throws IOException {
        try (Association association = requestor.open(peer, Proposal.of(Services.VERIFICATION))) {
            Context context = association.context(Services.VERIFICATION).orElseThrow();
            int id = association.nextMessageId();
            association.send(context, Commands.echo(id));
            int status = association.response(id).command().status();
            association.release();
            return status;
        }
    }
}
