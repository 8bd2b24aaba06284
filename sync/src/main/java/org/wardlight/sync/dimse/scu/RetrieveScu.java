// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.message.CommandTag;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.QueryTag;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Context;
import org.wardlight.sync.dimse.net.DataSets;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.net.Proposal;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.net.Responder;

/**
 * Retrieval by C-MOVE, where the peer opens associations to the destination, and by C-GET, where objects come on the same association
 * (PS3.4 C.4.2, C.4.3). Thread-safe.
 */
public record RetrieveScu(Requestor requestor) {
    /** Most usual first; then whatever else there is. */
    private static final List<String> USUAL = List.of(
            "1.2.840.10008.1.2.4.70",
            "1.2.840.10008.1.2.4.90",
            "1.2.840.10008.1.2.4.50",
            "1.2.840.10008.1.2.4.80",
            "1.2.840.10008.1.2.4.91",
            "1.2.840.10008.1.2.4.51",
            "1.2.840.10008.1.2.4.57",
            TransferSyntax.RLE_LOSSLESS.uid(),
            "1.2.840.10008.1.2.4.81",
            "1.2.840.10008.1.2.4.201",
            "1.2.840.10008.1.2.4.102",
            "1.2.840.10008.1.2.4.100");

    /** Syntaxes that objects may come in as they are kept; each is a context of its own. */
    private static final List<String> KEPT = Stream.concat(
                    USUAL.stream(),
                    TransferSyntax.known().stream()
                            .filter(syntax -> !syntax.name().contains("JPIP"))
                            .map(TransferSyntax::uid)
                            .filter(uid -> !Proposal.NATIVE.contains(uid)))
            .distinct()
            .toList();

    /** What a retrieval is told and tells. */
    public interface Watch {
        /** Hears how far it is. */
        void progress(Suboperations counts);

        /** Whether it shall be cancelled. */
        boolean stop();

        static Watch of(Consumer<Suboperations> progress, BooleanSupplier stop) {
            return new Watch() {
                @Override
                public void progress(Suboperations counts) {
                    progress.accept(counts);
                }

                @Override
                public boolean stop() {
                    return stop.getAsBoolean();
                }
            };
        }
    }

    /** Lets the peer send to a destination that it knows by its AE title. */
    public Retrieved move(Peer peer, Root root, Level level, DataSet keys, AeTitle destination, Watch watch)
            throws IOException {
        try (Association association = requestor.open(peer, Proposal.of(root.move()))) {
            Context context = association.context(root.move()).orElseThrow();
            int id = association.nextMessageId();
            CommandSet command = Commands.request(CommandField.C_MOVE, id, root.move())
                    .text(CommandTag.MOVE_DESTINATION, destination.value())
                    .withData()
                    .build();
            return run(association, new Request(context, command, id, asked(keys, level)), refusing(), watch);
        }
    }

    /**
     * Gets objects on this association.
     *
     * @param sopClasses of the objects that will come: what is not among them cannot
     * @param store takes the objects
     */
    public Retrieved get(
            Peer peer,
            Root root,
            Level level,
            DataSet keys,
            Collection<String> sopClasses,
            Responder store,
            Watch watch)
            throws IOException {
        try (Association association = requestor.open(peer, proposal(root.get(), sopClasses))) {
            Context context = association
                    .context(root.get())
                    .orElseThrow(() -> new org.wardlight.sync.dimse.DimseFailure(
                            org.wardlight.sync.dimse.DimseFailure.Kind.NO_CONTEXT, "it does not offer C-GET"));
            int id = association.nextMessageId();
            CommandSet command = Commands.request(CommandField.C_GET, id, root.get())
                    .withData()
                    .build();
            return run(association, new Request(context, command, id, asked(keys, level)), store, watch);
        }
    }

    private static DataSet asked(DataSet keys, Level level) {
        return keys.toBuilder()
                .string(QueryTag.QUERY_RETRIEVE_LEVEL, Vr.CS, level.name())
                .build();
    }

    /** Native first for all classes, then as much of the rest as there is room for. */
    static Proposal proposal(String service, Collection<String> sopClasses) {
        Proposal.Builder proposal = new Proposal.Builder().add(service, Proposal.NATIVE);
        List<String> classes =
                sopClasses.stream().distinct().limit(Proposal.MOST - 1).toList();
        boolean isRoomy = 1 + classes.size() * Proposal.NATIVE.size() <= Proposal.MOST;
        for (String sopClass : classes) {
            proposal.role(sopClass, false, true);
            if (isRoomy) {
                Proposal.NATIVE.forEach(syntax -> proposal.add(sopClass, List.of(syntax)));
            } else {
                proposal.add(sopClass, Proposal.NATIVE);
            }
        }
        for (String syntax : KEPT) {
            for (String sopClass : classes) {
                if (!proposal.isFull()) {
                    proposal.add(sopClass, List.of(syntax));
                }
            }
        }
        return proposal.build();
    }

    private record Request(Context context, CommandSet command, int id, DataSet keys) {}

    private static Responder refusing() {
        return (association, request) -> {
            request.drain();
            association.send(
                    request.context(),
                    Commands.response(request.command(), Status.UNRECOGNISED_OPERATION)
                            .build());
        };
    }

    private static Retrieved run(Association association, Request request, Responder store, Watch watch)
            throws IOException {
        DataSets.send(association, request.context(), request.command(), request.keys());
        boolean cancelled = false;
        while (true) {
            Incoming incoming = association.next();
            if (!incoming.command().isResponse()) {
                store.handle(association, incoming);
            } else if (Status.isPending(incoming.command().status())) {
                incoming.drain();
                watch.progress(Suboperations.of(incoming.command()));
            } else {
                Retrieved end = end(incoming);
                watch.progress(end.counts());
                association.release();
                return end;
            }
            if (!cancelled && watch.stop()) {
                cancelled = true;
                association.send(request.context(), Commands.cancel(request.id()));
            }
        }
    }

    private static Retrieved end(Incoming response) throws IOException {
        List<String> failed = response.command().hasData()
                ? DataSets.read(response).strings(QueryTag.FAILED_SOP_INSTANCE_UID_LIST)
                : List.of();
        return new Retrieved(
                response.command().status(),
                response.command().text(CommandTag.ERROR_COMMENT).orElse(""),
                Suboperations.of(response.command()),
                failed.stream().filter(uid -> !uid.isEmpty()).toList());
    }
}
