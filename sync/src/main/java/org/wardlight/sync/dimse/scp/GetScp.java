// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.net.Offer;
import org.wardlight.sync.dimse.scu.ObjectSender;
import org.wardlight.sync.dimse.scu.Outgoing;

/** C-GET (PS3.4 C.4.3.3): sends the objects on the association that they are asked for on. */
final class GetScp extends RetrieveScp {
    GetScp(Stores stores) {
        super(stores);
    }

    @Override
    public int commandField() {
        return CommandField.C_GET;
    }

    @Override
    public boolean serves(String abstractSyntax) {
        return abstractSyntax.equals(Root.STUDY.get()) || abstractSyntax.equals(Root.PATIENT.get());
    }

    @Override
    public Offer.Service terms() {
        return new Offer.Service(Syntaxes::plain, true, false, true);
    }

    @Override
    void send(Running running, List<Outgoing> objects) throws IOException {
        ObjectSender sender = new ObjectSender(running.association(), false, Optional.empty());
        for (Outgoing object : objects) {
            if (running.cancelled()) {
                running.end(true);
                return;
            }
            running.tell();
            running.count().add(sender.send(object));
        }
        running.end(false);
    }
}
