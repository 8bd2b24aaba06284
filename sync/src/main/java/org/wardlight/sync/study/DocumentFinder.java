// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.List;
import org.wardlight.sync.catalog.StudyRecord;

/** Finds the documents of a study. Thread-safe. */
@FunctionalInterface
public interface DocumentFinder {
    /** Finds none: for what asks a descriptor for something else. */
    DocumentFinder NONE = study -> List.of();

    /** The documents of a study in the order of its series and objects; what cannot be opened is left out. */
    List<StudyDescriptor.Document> of(StudyRecord study);
}
