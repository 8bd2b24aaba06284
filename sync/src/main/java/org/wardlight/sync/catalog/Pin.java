// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A study to keep here, and how much of it is.
 *
 * @param purpose what of it is wanted: preview, exact or original
 * @param have blobs that are here, whole and verified
 * @param of blobs that are wanted; 0 while not known
 * @param haveBytes bytes of the blobs that are here
 * @param ofBytes bytes of the blobs that are wanted
 * @param error what stopped it last, in words; null when nothing did
 * @param at when this was written
 */
public record Pin(
        String study,
        String purpose,
        State state,
        long have,
        long of,
        long haveBytes,
        long ofBytes,
        @Nullable String error,
        Instant at) {
    /** Readiness; lower case on the wire. */
    public enum State {
        WAITING,
        FETCHING,
        COMPLETE,
        PAUSED,
        FAILED
    }

    public Pin {
        if (have < 0 || of < 0 || haveBytes < 0 || ofBytes < 0) {
            throw new IllegalArgumentException("negative count in the pin of a study");
        }
        if (state == State.COMPLETE && have != of) {
            throw new IllegalArgumentException("a pin is complete only when all is here: " + have + " of " + of);
        }
    }
}
