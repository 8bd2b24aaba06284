// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.IOException;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.message.Services;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.net.Offer;

/** Verification (PS3.4 A). */
final class EchoScp implements Handler {
    @Override
    public int commandField() {
        return CommandField.C_ECHO;
    }

    @Override
    public boolean serves(String abstractSyntax) {
        return abstractSyntax.equals(Services.VERIFICATION);
    }

    @Override
    public Offer.Service terms() {
        return new Offer.Service(Syntaxes::plain, true, false, false);
    }

    @Override
    public void handle(Association association, Incoming request) throws IOException {
        request.drain();
        association.send(
                request.context(),
                Commands.response(request.command(), Status.SUCCESS).build());
    }
}
