// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.mark;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.Caller;

/**
 * One version of a mark.
 *
 * @param version from 1
 * @param shape null: it was deleted with this version
 * @param author {@link Caller#id}
 */
public record KeptMark(
        String id,
        int version,
        String change,
        String study,
        @Nullable MarkShape shape,
        String author,
        String authorName,
        Instant at) {

    static KeptMark after(MarkChange change, String study, Caller by, Instant at) {
        return new KeptMark(
                change.id(), change.base() + 1, change.change(), study, change.shape(), by.id(), by.name(), at);
    }
}
