// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wardlight.sync.catalog.Catalog;

/**
 * Which studies a source brought objects of, and which objects it should have had. Once the source has ended, the catalog can be told
 * what each study consists of. Bounded: what was seen first is told first. One thread.
 */
final class Whole {
    private static final int MOST_STUDIES = 10_000;
    private static final int MOST_LOST = 100_000;

    private final Catalog catalog;
    private final Set<String> studies = new HashSet<>();
    private final List<Rejection.Lost> lost = new ArrayList<>();

    Whole(Catalog catalog) {
        this.catalog = catalog;
    }

    void came(String study) {
        if (studies.size() == MOST_STUDIES) {
            settle();
        }
        studies.add(study);
    }

    void lost(Rejection.Lost object) {
        if (lost.size() < MOST_LOST) {
            lost.add(object);
        }
    }

    /** What was lost may have been here before, or have come from elsewhere in the same source. */
    void settle() {
        Map<String, Integer> missing = new HashMap<>();
        studies.forEach(study -> missing.put(study, 0));
        Set<Rejection.Lost> distinct = new HashSet<>(lost);
        for (Rejection.Lost object : distinct) {
            if (catalog.instance(object.instance()).isEmpty()) {
                missing.merge(object.study(), 1, Integer::sum);
            }
        }
        catalog.settle(missing);
        studies.clear();
        lost.clear();
    }
}
