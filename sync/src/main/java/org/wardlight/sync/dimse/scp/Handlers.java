// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.net.Offer;

/** Finds who answers a request. */
final class Handlers implements Offer {
    private final List<Handler> handlers;

    Handlers(List<Handler> handlers) {
        this.handlers = List.copyOf(handlers);
    }

    @Override
    public Optional<Service> of(String abstractSyntax) {
        return handlers.stream()
                .filter(handler -> handler.serves(abstractSyntax))
                .map(Handler::terms)
                .findFirst();
    }

    /** Answers one request, also one that nobody offers. */
    void handle(Association association, Incoming request) throws IOException {
        int field = request.command().field();
        if (field == CommandField.C_CANCEL || request.command().isResponse()) {
            request.drain(); // what it cancels, or answers, is over
            return;
        }
        Optional<Handler> handler = handlers.stream()
                .filter(one -> one.commandField() == field
                        && one.serves(request.context().abstractSyntax()))
                .findFirst();
        if (handler.isPresent()) {
            handler.get().handle(association, request);
            return;
        }
        request.drain();
        association.send(
                request.context(),
                Commands.response(request.command(), Status.UNRECOGNISED_OPERATION)
                        .build());
    }
}
