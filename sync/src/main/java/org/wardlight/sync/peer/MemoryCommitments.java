// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wardlight.sync.dimse.scu.Commitment;

/** Requests that end with the process. */
public final class MemoryCommitments implements Commitments {
    private final List<Asked> all = new ArrayList<>();
    private final Clock clock;

    public MemoryCommitments(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void asked(String transaction, String peer, String study, int objects) {
        all.add(0, new Asked(transaction, peer, study, objects, 0, Map.of(), clock.instant(), null));
    }

    @Override
    public synchronized boolean answered(Commitment answer) {
        for (int i = 0; i < all.size(); i++) {
            Asked asked = all.get(i);
            if (asked.transaction().equals(answer.transaction())) {
                all.set(
                        i,
                        new Asked(
                                asked.transaction(),
                                asked.peer(),
                                asked.study(),
                                asked.objects(),
                                answer.committed().size(),
                                answer.failed(),
                                asked.askedAt(),
                                clock.instant()));
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized List<Asked> newest(int limit) {
        return all.stream().limit(limit).toList();
    }
}
