// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.CommandTag;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.QueryTag;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.message.Services;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Context;
import org.wardlight.sync.dimse.net.DataSets;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.net.Proposal;
import org.wardlight.sync.dimse.net.Requestor;

/** Queries (PS3.4 C.4.1, K.4.1). Thread-safe. */
public record FindScu(Requestor requestor) {
    /**
     * Asks for patients, studies, series or objects.
     *
     * @param keys what to match, and empty elements for what to tell
     * @param limit after so many matches the query is cancelled
     */
    public Found find(Peer peer, Root root, Level level, DataSet keys, int limit) throws IOException {
        DataSetBuilder asked = keys.toBuilder().string(QueryTag.QUERY_RETRIEVE_LEVEL, Vr.CS, level.name());
        return find(peer, root.find(), asked, limit);
    }

    /** Asks a Modality Worklist for what is scheduled; see {@link WorklistKeys}. */
    public Found worklist(Peer peer, DataSet keys, int limit) throws IOException {
        return find(peer, Services.WORKLIST_FIND, keys.toBuilder(), limit);
    }

    private Found find(Peer peer, String sopClass, DataSetBuilder asked, int limit) throws IOException {
        DataSet keys = spoken(asked, peer).build();
        try (Association association = requestor.open(peer, Proposal.of(sopClass))) {
            Context context = association.context(sopClass).orElseThrow();
            int id = association.nextMessageId();
            DataSets.send(
                    association,
                    context,
                    Commands.request(CommandField.C_FIND, id, sopClass)
                            .withData()
                            .build(),
                    keys);
            Found found = collect(association, context, id, peer, limit);
            association.release();
            return found;
        }
    }

    /** Text goes out in the set that the peer is known to speak; without one, as UTF-8 where it needs more than ASCII. */
    private static DataSetBuilder spoken(DataSetBuilder asked, Peer peer) {
        return peer.characterSet().isEmpty() ? asked : asked.string(Tag.SPECIFIC_CHARACTER_SET, peer.characterSet());
    }

    private static Found collect(Association association, Context context, int id, Peer peer, int limit)
            throws IOException {
        List<DataSet> matches = new ArrayList<>();
        boolean cancelled = false;
        while (true) {
            Incoming response = association.response(id);
            int status = response.command().status();
            if (!Status.isPending(status)) {
                response.drain();
                String comment =
                        response.command().text(CommandTag.ERROR_COMMENT).orElse("");
                return new Found(status == Status.SUCCESS && cancelled ? Status.CANCELLED : status, comment, matches);
            }
            if (matches.size() < limit) {
                matches.add(read(response, peer));
            } else if (!cancelled) {
                cancelled = true;
                association.send(context, Commands.cancel(id));
            }
        }
    }

    /** Text of an answer that names no character set is in the one that is configured for the peer. */
    private static DataSet read(Incoming response, Peer peer) throws IOException {
        DataSet match = DataSets.read(response);
        return peer.characterSet().isEmpty()
                        || match.string(Tag.SPECIFIC_CHARACTER_SET).isPresent()
                ? match
                : match.toBuilder()
                        .string(Tag.SPECIFIC_CHARACTER_SET, peer.characterSet())
                        .build();
    }
}
