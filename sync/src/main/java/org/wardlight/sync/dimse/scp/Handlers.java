// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.net.Offer;

/** Finds who answers a request. */
final class Handlers implements Offer {
    private final List<Handler> handlers;
    private final DimseConfig config;

    Handlers(List<Handler> handlers, DimseConfig config) {
        this.handlers = List.copyOf(handlers);
        this.config = config;
    }

    @Override
    public Optional<Service> of(String abstractSyntax) {
        return handlers.stream()
                .filter(handler -> handler.serves(abstractSyntax))
                .map(Handler::terms)
                .findFirst();
    }

    /** What the caller may do for as long as this association lasts. Whoever was let in without being a peer, since everybody is, may everything. */
    Predicate<Peer.Right> rights(Association association) {
        Optional<Peer> peer = config.peers().of(association.calling());
        return right -> peer.map(one -> one.may(right)).orElse(config.promiscuous());
    }

    /** Answers one request, also one that nobody offers. */
    void handle(Association association, Predicate<Peer.Right> rights, Incoming request) throws IOException {
        int field = request.command().field();
        if (field == CommandField.C_CANCEL || request.command().isResponse()) {
            request.drain(); // what it cancels, or answers, is over
            return;
        }
        Optional<Handler> handler = handlers.stream()
                .filter(one -> one.commandField() == field
                        && one.serves(request.context().abstractSyntax()))
                .findFirst();
        if (handler.isEmpty()) {
            refuse(association, request, Status.UNRECOGNISED_OPERATION, "");
        } else if (handler.get().right().filter(rights.negate()).isPresent()) {
            config.witness().forbidden(association, CommandField.words(field));
            refuse(association, request, Status.NOT_AUTHORISED, "this AE title may not do that here");
        } else {
            handler.get().handle(association, request);
        }
    }

    private static void refuse(Association association, Incoming request, int status, String reason)
            throws IOException {
        request.drain();
        CommandSet.Builder response = Commands.response(request.command(), status);
        association.send(request.context(), Commands.comment(response, reason).build());
    }
}
