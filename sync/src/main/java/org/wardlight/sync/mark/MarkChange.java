// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.mark;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a mark.
 *
 * @param change a UUID of its own: the same change sent again is the same change
 * @param id the mark's UUID
 * @param base the version that was changed; 0 for a new mark
 * @param shape null: deleted
 */
public record MarkChange(
        String change, String id, int base, @Nullable MarkShape shape) {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    public MarkChange {
        if (!change.matches(UUID) || !id.matches(UUID) || base < 0) {
            throw new IllegalArgumentException("a change and a mark have UUIDs in lower case, a version is 0 or more");
        }
    }
}
