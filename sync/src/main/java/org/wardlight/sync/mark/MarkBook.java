// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.mark;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.Caller;

/** The marks of all studies. Versions are added and never changed. Thread-safe. */
public interface MarkBook {
    /** The newest version of each mark of a study that is not deleted, in the order in which they were first made. */
    List<KeptMark> of(String study);

    /** Keeps a change, on disk before this returns. */
    Outcome put(String study, MarkChange change, Caller by);

    /**
     * What became of a change.
     *
     * @param isKept false: the mark has another version than the one that was changed, or is of another study; nothing was kept
     * @param mark the newest version of the mark; null when it is of another study
     */
    record Outcome(boolean isKept, @Nullable KeptMark mark) {
        /** A change that was kept before is kept; one that was made on another version is not. */
        static Outcome of(Optional<KeptMark> same, Optional<KeptMark> newest, String study, MarkChange change) {
            boolean isElsewhere =
                    newest.filter(mark -> !mark.study().equals(study)).isPresent();
            if (isElsewhere) {
                return new Outcome(false, null);
            }
            if (same.isPresent()) {
                return new Outcome(same.get().id().equals(change.id()), newest.orElse(null));
            }
            int version = newest.map(KeptMark::version).orElse(0);
            return new Outcome(version == change.base(), newest.orElse(null));
        }
    }
}
