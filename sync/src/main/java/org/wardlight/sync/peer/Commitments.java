// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.dimse.scu.Commitment;

/** Keeps what peers were asked to answer for (storage commitment, PS3.4 J), and what they said. Thread-safe. */
public interface Commitments {
    /** Notes a request before it goes out, since the answer may be faster. On disk before this returns. */
    void asked(String transaction, String peer, String study, int objects);

    /** Notes an answer; false when nobody asked. On disk before this returns. */
    boolean answered(Commitment answer);

    /** Newest first, at most {@code limit}. */
    List<Asked> newest(int limit);

    /**
     * A request.
     *
     * @param peer as it was given
     * @param objects how many it was about
     * @param committed how many the peer answers for
     * @param failed SOP Instance UIDs that it does not answer for, with its reason (0008,1197)
     * @param answeredAt null as long as no answer came
     */
    record Asked(
            String transaction,
            String peer,
            String study,
            int objects,
            int committed,
            Map<String, Integer> failed,
            Instant askedAt,
            @Nullable Instant answeredAt) {
        public Asked {
            failed = Map.copyOf(failed);
        }

        /** Whether the peer answers for all of it. */
        public boolean isCommitted() {
            return answeredAt != null && failed.isEmpty() && committed >= objects;
        }
    }
}
