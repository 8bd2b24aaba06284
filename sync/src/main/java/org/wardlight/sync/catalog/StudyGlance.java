// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.List;
import java.util.Optional;
import org.wardlight.sync.blob.BlobHash;

/**
 * What of a study is here to be given away: its sound objects, flagged ones not among them.
 *
 * @param series how many series have a sound object
 * @param instances how many sound objects
 * @param first the object whose header may speak for the study
 */
public record StudyGlance(int series, int instances, BlobHash first) {
    /** Empty when no object of the study may be given. */
    public static Optional<StudyGlance> of(StudyRecord study) {
        List<List<InstanceRecord>> sound = study.series().stream()
                .map(series -> series.instances().stream()
                        .filter(object -> object.standing() == Standing.SOUND)
                        .toList())
                .filter(objects -> !objects.isEmpty())
                .toList();
        int instances = sound.stream().mapToInt(List::size).sum();
        return sound.stream()
                .findFirst()
                .map(objects ->
                        new StudyGlance(sound.size(), instances, objects.get(0).blob()));
    }
}
