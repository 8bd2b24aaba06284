// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code PUT /api/v1/copies/{copy}} takes: the studies that this node keeps, at most {@value #MOST}. */
public record ToldCopy(List<One> studies) {
    public static final int MOST = 2000;

    public ToldCopy {
        studies = List.copyOf(studies);
    }

    /**
     * One study.
     *
     * @param ready whether all of it is here, verified
     * @param until when it will be removed here, ISO 8601; null: not by date
     */
    public record One(String study, boolean ready, @Nullable String until) {}
}
