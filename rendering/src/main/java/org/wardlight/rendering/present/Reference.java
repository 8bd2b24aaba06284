// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/**
 * An image that is referred to (PS3.3 10.3).
 *
 * @param instance SOP Instance UID
 * @param frames numbers of its frames, from 1; empty: all
 */
public record Reference(String instance, List<Integer> frames) {

    /** Those of a Referenced Image Sequence, or of another sequence of SOP references. */
    static List<Reference> in(DataSet item, int sequence) {
        List<Reference> references = new ArrayList<>();
        for (DataSet image : item.items(sequence)) {
            image.string(Tag.REFERENCED_SOP_INSTANCE_UID)
                    .ifPresent(uid -> references.add(new Reference(
                            uid,
                            Arrays.stream(image.integers(Tag.REFERENCED_FRAME_NUMBER))
                                    .boxed()
                                    .toList())));
        }
        return references;
    }

    /** Whether it names a frame; {@code frame} from 1. */
    public boolean names(String other, int frame) {
        return instance.equals(other) && (frames.isEmpty() || frames.contains(frame));
    }

    /** Whether one of these names the frame. */
    static boolean any(List<Reference> references, String instance, int frame) {
        return references.stream().anyMatch(one -> one.names(instance, frame));
    }
}
