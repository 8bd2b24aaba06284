// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import java.time.Instant;

/**
 * A study that is fetched from a peer, or was.
 *
 * @param peer its name
 * @param about whom and what, for the screen; patient data
 * @param have how many objects of it are here
 * @param of how many the peer says it has; 0 as long as that is not known
 * @param message what went wrong, in words; empty when nothing did
 * @param by who asked, as the audit names people
 */
public record PullJob(
        long id,
        String peer,
        String study,
        String about,
        State state,
        int have,
        int of,
        String message,
        String by,
        Instant createdAt,
        Instant changedAt) {
    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        STOPPED;

        public boolean isOver() {
            return this == DONE || this == FAILED || this == STOPPED;
        }
    }

    /** What is asked for. */
    public record Wanted(String peer, String study, String about, String by) {}

    public PullJob at(State now, int have, int of, String message, Instant when) {
        return new PullJob(id, peer, study, about, now, have, of, message, by, createdAt, when);
    }
}
