// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.message.CommandTag;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.message.QueryTag;
import org.wardlight.sync.dimse.message.Services;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Context;
import org.wardlight.sync.dimse.net.DataSets;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.net.Proposal;
import org.wardlight.sync.dimse.net.Requestor;

/**
 * Storage commitment (PS3.4 J): asks a peer to answer for objects. The result may come on the same association, or later on one that
 * the peer opens, to the server's {@code CommitScp}. Thread-safe.
 */
public record CommitScu(Requestor requestor) {
    private static final int REQUEST = 1;
    private static final long POLL_MILLIS = 50;

    /** An object. */
    public record Reference(String sopClass, String sopInstance) {}

    /** @param result empty when it will come on another association */
    public record Asked(int status, Optional<Commitment> result) {}

    /**
     * Asks.
     *
     * @param transaction a new UID, by which a later result is known
     * @param patience how long the association is kept open for a result
     */
    public Asked request(Peer peer, String transaction, List<Reference> objects, Duration patience) throws IOException {
        try (Association association = requestor.open(peer, Proposal.of(Services.STORAGE_COMMITMENT))) {
            Context context = association.context(Services.STORAGE_COMMITMENT).orElseThrow();
            int id = association.nextMessageId();
            CommandSet command = CommandSet.builder(CommandField.N_ACTION)
                    .uid(CommandTag.REQUESTED_SOP_CLASS, Services.STORAGE_COMMITMENT)
                    .uid(CommandTag.REQUESTED_SOP_INSTANCE, Services.STORAGE_COMMITMENT_INSTANCE)
                    .number(CommandTag.MESSAGE_ID, id)
                    .number(CommandTag.ACTION_TYPE, REQUEST)
                    .withData()
                    .build();
            DataSets.send(association, context, command, asked(transaction, objects));
            Incoming response = association.response(id);
            response.drain();
            int status = response.command().status();
            Optional<Commitment> result = Status.isDone(status) ? await(association, patience) : Optional.empty();
            association.release();
            return new Asked(status, result);
        }
    }

    private static DataSet asked(String transaction, List<Reference> objects) {
        return DataSet.builder()
                .string(QueryTag.TRANSACTION_UID, Vr.UI, transaction)
                .items(
                        QueryTag.REFERENCED_SOP_SEQUENCE,
                        objects.stream()
                                .map(object -> DataSet.builder()
                                        .string(Tag.REFERENCED_SOP_CLASS_UID, object.sopClass())
                                        .string(Tag.REFERENCED_SOP_INSTANCE_UID, object.sopInstance())
                                        .build())
                                .toList())
                .build();
    }

    private static Optional<Commitment> await(Association association, Duration patience) throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until) {
            if (association.hasInput()) {
                Optional<Incoming> report = association.receive();
                return report.isEmpty() ? Optional.empty() : Optional.of(take(association, report.get()));
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Reads a result and acknowledges it. */
    public static Commitment take(Association association, Incoming report) throws IOException {
        Commitment result = Commitment.of(DataSets.read(report));
        association.send(
                report.context(),
                Commands.response(report.command(), Status.SUCCESS)
                        .number(
                                CommandTag.EVENT_TYPE,
                                report.command().number(CommandTag.EVENT_TYPE).orElse(1))
                        .build());
        return result;
    }
}
