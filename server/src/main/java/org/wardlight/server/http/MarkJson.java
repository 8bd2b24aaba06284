// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.mark.KeptMark;
import org.wardlight.sync.mark.MarkChange;
import org.wardlight.sync.mark.MarkShape;

/** Marks in JSON. */
final class MarkJson {
    private MarkJson() {}

    /** @param marks those that are not deleted, in the order in which they were first made */
    record MarkList(List<Line> marks) {}

    /**
     * The newest version of a mark.
     *
     * @param shape null: it was deleted
     * @param by for people
     */
    record Line(String id, int version, @Nullable MarkShape shape, String author, String by, String at) {}

    static Line line(KeptMark mark) {
        return new Line(
                mark.id(),
                mark.version(),
                mark.shape(),
                mark.author(),
                mark.authorName(),
                mark.at().toString());
    }

    record Changes(@Nullable List<Wanted> changes) {}

    /** @param shape null: delete it */
    record Wanted(
            @Nullable String change,
            @Nullable String id,
            @Nullable Integer base,
            @Nullable MarkShape shape) {
        MarkChange read() {
            if (change == null || id == null || base == null) {
                throw new IllegalArgumentException("a change has an id of its own, that of its mark and a base");
            }
            return new MarkChange(change, id, base, shape);
        }
    }

    /** In the order of the changes that were sent. */
    record Results(List<Result> results) {}

    /**
     * What became of one change.
     *
     * @param outcome {@code kept}; {@code changed}: somebody else changed the mark meanwhile, so nothing was kept; {@code refused}: its image is not of this study
     * @param mark the newest version; null when refused
     */
    record Result(String change, String outcome, @Nullable Line mark) {}
}
