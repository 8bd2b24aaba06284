// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.time.Instant;

/**
 * A study that was on a list and is not any more, because somebody decided so about the study.
 *
 * @param list name of the list
 * @param patient whom it was under as long as it was on the list, for people
 * @param by who decided, by name
 */
public record Departure(String list, String study, String patient, Why why, String by, Instant at) {
    /** What was decided; lower case on the wire. */
    public enum Why {
        /** The study was deleted. */
        DELETED,
        /** The study is another patient's, or under another number. */
        CORRECTED
    }
}
