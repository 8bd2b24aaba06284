// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.List;
import java.util.Set;
import org.wardlight.sync.catalog.StudyRecord;

/** Finds what was said of a study's images: presentation states and key object selections. Thread-safe. */
@FunctionalInterface
public interface MarkFinder {
    /** Finds nothing. */
    MarkFinder NONE = (study, shown) -> new Marks(List.of(), List.of());

    /** @param shown the series as the descriptor has them: indexes count in them */
    Marks of(StudyRecord study, List<DisplaySeries> shown);

    /** Those that name an image which is shown; the others stay among what is omitted. */
    record Marks(List<StudyDescriptor.Presentation> presentations, List<StudyDescriptor.KeyObject> keyObjects) {
        Set<String> instances() {
            Set<String> all = new java.util.HashSet<>();
            presentations.forEach(one -> all.add(one.instance()));
            keyObjects.forEach(one -> all.add(one.instance()));
            return all;
        }
    }
}
