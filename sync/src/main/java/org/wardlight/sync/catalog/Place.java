// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A study, a series of it, or an object of that.
 *
 * @param series null when the whole study is meant
 * @param instance null when a study or series is meant
 */
public record Place(
        String study, @Nullable String series, @Nullable String instance) {
    public Place {
        if (series == null && instance != null) {
            throw new IllegalArgumentException("an object is named with its series");
        }
    }

    public static Place study(String study) {
        return new Place(study, null, null);
    }

    public boolean isStudy() {
        return series == null;
    }
}
