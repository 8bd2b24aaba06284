// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.amend.OutgoingIdentity;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.message.CommandTag;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.QueryTag;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.DataSets;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.query.CatalogSearch;
import org.wardlight.sync.dimse.scu.Outgoing;
import org.wardlight.sync.sqlite.StoreFailure;

/** What C-MOVE and C-GET have in common: what is meant, how far it is, how it ended. */
abstract class RetrieveScp implements Handler {
    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    private final Stores stores;

    RetrieveScp(Stores stores) {
        this.stores = stores;
    }

    /** Where objects are found and read, and who hears of it. */
    record Stores(CatalogSearch search, Blobs blobs, Witness witness) {}

    @Override
    public Optional<Peer.Right> right() {
        return Optional.of(Peer.Right.QUERY);
    }

    @Override
    public void handle(Association association, Incoming request) throws IOException {
        DataSet keys = DataSets.read(request);
        Optional<Level> level = keys.string(QueryTag.QUERY_RETRIEVE_LEVEL).flatMap(Level::of);
        if (level.isEmpty() || keys.string(unique(level.get())).isEmpty()) {
            refuse(association, request, Status.DOES_NOT_MATCH_CLASS, "level, or its unique key, is missing");
            return;
        }
        try {
            send(association, request, stores.search().select(level.get(), keys));
        } catch (StoreFailure failing) {
            refuse(association, request, Status.OUT_OF_RESOURCES_COUNTING, "the catalog cannot be read");
        }
    }

    private void send(Association association, Incoming request, List<LocatedInstance> found) throws IOException {
        List<Outgoing> objects = found.stream().map(this::outgoing).toList();
        SubCount count = new SubCount(objects.size());
        try {
            send(new Running(association, request, count), objects);
        } finally {
            stores.witness()
                    .gave(
                            association,
                            new Witness.Given(
                                    found.stream()
                                            .map(LocatedInstance::study)
                                            .distinct()
                                            .toList(),
                                    destination(request),
                                    count.sent(),
                                    objects.size() - count.sent()));
        }
    }

    /** Where a C-MOVE shall send to; empty when that is no AE title, and for C-GET. */
    static Optional<AeTitle> destination(Incoming request) {
        try {
            return request.command().text(CommandTag.MOVE_DESTINATION).map(AeTitle::new);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static int unique(Level level) {
        return switch (level) {
            case PATIENT -> Tag.PATIENT_ID;
            case STUDY -> Tag.STUDY_INSTANCE_UID;
            case SERIES -> Tag.SERIES_INSTANCE_UID;
            case IMAGE -> Tag.SOP_INSTANCE_UID;
        };
    }

    private Outgoing outgoing(LocatedInstance located) {
        InstanceRecord instance = located.instance();
        OutgoingIdentity identity =
                new OutgoingIdentity(stores.search().catalog().amendments());
        return new Outgoing(
                instance.sopClass(),
                instance.instance(),
                instance.transferSyntax(),
                () -> identity.open(stores.blobs(), located));
    }

    /** Sends the objects and the final response. */
    abstract void send(Running running, List<Outgoing> objects) throws IOException;

    static void refuse(Association association, Incoming request, int status, String reason) throws IOException {
        CommandSet.Builder response = Commands.response(request.command(), status);
        association.send(request.context(), Commands.comment(response, reason).build());
    }

    /** A retrieval that is being answered. One thread. */
    static final class Running {
        private final Association association;
        private final Incoming request;
        private final SubCount count;
        private long told = System.nanoTime() - PAUSE_NANOS;

        Running(Association association, Incoming request, SubCount count) {
            this.association = association;
            this.request = request;
            this.count = count;
        }

        Association association() {
            return association;
        }

        Incoming request() {
            return request;
        }

        SubCount count() {
            return count;
        }

        boolean cancelled() throws IOException {
            return association.cancelled(request.command().messageId());
        }

        /** Tells how far it is, at most twice a second. */
        void tell() throws IOException {
            if (System.nanoTime() - told >= PAUSE_NANOS && count.remaining() > 0) {
                told = System.nanoTime();
                CommandSet.Builder response = Commands.response(request.command(), Status.PENDING);
                association.send(request.context(), count.tell(response, true).build());
            }
        }

        void end(boolean cancelled) throws IOException {
            int status = cancelled ? Status.CANCELLED : count.status();
            CommandSet.Builder response = count.tell(Commands.response(request.command(), status), cancelled);
            if (status == Status.OUT_OF_RESOURCES_SUBOPERATIONS) {
                Commands.comment(response, count.reason());
            }
            if (count.failed().isEmpty()) {
                association.send(request.context(), response.build());
                return;
            }
            DataSet failed = DataSet.builder()
                    .string(
                            QueryTag.FAILED_SOP_INSTANCE_UID_LIST,
                            Vr.UI,
                            count.failed().toArray(String[]::new))
                    .build();
            DataSets.send(association, request.context(), response.withData().build(), failed);
        }
    }
}
