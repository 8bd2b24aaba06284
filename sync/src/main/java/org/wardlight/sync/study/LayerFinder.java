// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.List;
import org.wardlight.sync.catalog.StudyRecord;

/** Finds the layers of a study and the frames that they lie over. Thread-safe. */
@FunctionalInterface
public interface LayerFinder {
    /** Finds none: for what asks a descriptor for something else. */
    LayerFinder NONE = (study, shown) -> List.of();

    /**
     * The layers of a study by Series Number and Instance Number; one that is broken, or lies over nothing, is left out.
     *
     * @param shown the study's series that have pictures, in display order
     */
    List<PlacedLayer> of(StudyRecord study, List<DisplaySeries> shown);
}
