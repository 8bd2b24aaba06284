// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a site's change log, as {@code GET /api/v1/changes} gives it.
 *
 * @param changes oldest first
 * @param next cursor to ask from next time
 */
public record ChangePage(List<Entry> changes, long next) {
    public ChangePage {
        changes = List.copyOf(changes);
    }

    /**
     * One change.
     *
     * @param at ISO 8601 in UTC
     * @param op {@code added}, {@code flagged}, {@code removed}, {@code corrected} or {@code restored}; others are to be taken as a change of the study
     */
    public record Entry(
            long cursor,
            String at,
            String op,
            String study,
            @Nullable String series,
            @Nullable String instance) {}
}
