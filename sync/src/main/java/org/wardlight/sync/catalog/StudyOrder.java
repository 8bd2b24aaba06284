// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The order of series in a study and of objects in a series. */
final class StudyOrder {
    static final Comparator<SeriesFacts> SERIES = Comparator.comparingLong(
                    (SeriesFacts series) -> numberOrLast(series.number()))
            .thenComparing(SeriesFacts::series);
    static final Comparator<InstanceRecord> INSTANCES = Comparator.comparingLong(
                    (InstanceRecord instance) -> numberOrLast(instance.number()))
            .thenComparing(InstanceRecord::instance)
            .thenComparing(instance -> instance.blob().hex());

    private StudyOrder() {}

    private static long numberOrLast(@Nullable Integer number) {
        return number == null ? Long.MAX_VALUE : number;
    }
}
