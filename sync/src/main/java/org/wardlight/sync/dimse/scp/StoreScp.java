// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.message.CommandTag;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.message.Services;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.net.Offer;
import org.wardlight.sync.dimse.scp.Intakes.Arrival;
import org.wardlight.sync.ingest.Outcome;
import org.wardlight.sync.sqlite.StoreFailure;

/**
 * Storage (PS3.4 B): takes any storage class. What was kept is acknowledged when it is on disk, what was here already too; what cannot be
 * kept fails alone, and the association goes on.
 */
public final class StoreScp implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(StoreScp.class);

    private final Intakes intakes;
    private final Expected expected;
    private final Witness witness;

    /** Without a witness. */
    public StoreScp(Intakes intakes, Expected expected) {
        this(intakes, expected, Witness.SILENT);
    }

    StoreScp(Intakes intakes, Expected expected, Witness witness) {
        this.intakes = intakes;
        this.expected = expected;
        this.witness = witness;
    }

    @Override
    public int commandField() {
        return CommandField.C_STORE;
    }

    @Override
    public boolean serves(String abstractSyntax) {
        return Services.isStorage(abstractSyntax);
    }

    /** As the requestor's own SCP role is accepted, C-GET can bring objects the other way. */
    @Override
    public Offer.Service terms() {
        return new Offer.Service(Syntaxes::stored, true, true, false);
    }

    @Override
    public Optional<Peer.Right> right() {
        return Optional.of(Peer.Right.PUSH);
    }

    @Override
    public void handle(Association association, Incoming request) throws IOException {
        Reply reply = take(association, request);
        request.drain();
        witness.stored(association, reply.study(), Status.isDone(reply.status()));
        CommandSet.Builder response = Commands.response(request.command(), reply.status());
        association.send(
                request.context(), Commands.comment(response, reply.reason()).build());
    }

    /** @param reason in words, for the sender; empty when there is nothing to say */
    record Reply(int status, String reason, Optional<String> study) {
        Reply(int status, String reason) {
            this(status, reason, Optional.empty());
        }
    }

    private Reply take(Association association, Incoming request) throws IOException {
        Optional<String> sopClass = request.command().text(CommandTag.AFFECTED_SOP_CLASS);
        Optional<String> instance = request.command().text(CommandTag.AFFECTED_SOP_INSTANCE);
        if (sopClass.isEmpty() || instance.isEmpty() || !request.command().hasData()) {
            return new Reply(Status.CANNOT_UNDERSTAND, "SOP class, SOP instance and data set are needed");
        }
        if (expected.arrived(instance.get(), association.calling())) {
            return new Reply(Status.SUCCESS, "");
        }
        Arrival arrival =
                new Arrival(sopClass.get(), instance.get(), request.context().transferSyntax());
        try {
            Outcome outcome = intakes.take(arrival, association.calling(), request.data());
            Reply reply = reply(outcome);
            Optional<String> study = Optional.ofNullable(outcome.object())
                    .map(object -> object.study().study());
            return new Reply(reply.status(), reply.reason(), study);
        } catch (DimseFailure broken) {
            throw broken;
        } catch (IOException | StoreFailure full) {
            LOG.warn("An object could not be kept: the store can take no more");
            return new Reply(Status.OUT_OF_RESOURCES, "the store can take no more: disk full or failing");
        } catch (RuntimeException fault) {
            LOG.error(
                    "An object could not be kept for a fault of this program: {}",
                    fault.getClass().getName());
            return new Reply(Status.PROCESSING_FAILURE, "a fault of the receiver");
        }
    }

    private static Reply reply(Outcome outcome) {
        return switch (outcome.kind()) {
            case ADDED, DUPLICATE -> new Reply(Status.SUCCESS, "");
            case CONFLICT -> new Reply(Status.WARNING_MISMATCH, "kept and flagged: " + outcome.reason());
            case REJECTED ->
                new Reply(
                        outcome.reason().startsWith(IngesterIntake.MISMATCH)
                                ? Status.DOES_NOT_MATCH_CLASS
                                : Status.CANNOT_UNDERSTAND,
                        outcome.reason());
        };
    }
}
