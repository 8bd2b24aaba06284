// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import java.util.List;
import java.util.Optional;

/** Keeps the studies that are fetched, or were. Thread-safe. */
public interface PullJobs {
    /** A new one, waiting; or the one of that study and peer that is not over yet. On disk before this returns. */
    PullJob add(PullJob.Wanted wanted);

    /** Newest first, at most {@code limit}. */
    List<PullJob> newest(int limit);

    /** Those that are not over, oldest first. */
    List<PullJob> open();

    Optional<PullJob> find(long id);

    /**
     * Keeps how far it is.
     *
     * @return false when it was stopped, or forgotten; nothing is changed then
     */
    boolean update(PullJob job);

    /** Stops one that is not over; false when there is none. */
    boolean stop(long id);
}
