// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.Arrays;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/**
 * An image that is named by reference.
 *
 * @param frame from 1; 0: all of its frames
 */
record ImageRef(String instance, int frame) {
    /** What the items of a sequence name (PS3.3 10.3), each frame on its own. */
    static List<ImageRef> of(List<DataSet> items) {
        return items.stream()
                .filter(item -> item.contains(Tag.REFERENCED_SOP_INSTANCE_UID))
                .flatMap(item -> {
                    String instance =
                            item.string(Tag.REFERENCED_SOP_INSTANCE_UID).orElse("");
                    int[] frames = item.integers(Tag.REFERENCED_FRAME_NUMBER);
                    return Arrays.stream(frames.length == 0 ? new int[] {0} : frames)
                            .mapToObj(frame -> new ImageRef(instance, frame));
                })
                .toList();
    }

    boolean names(FramePlane plane) {
        return (frame == 0 || frame == plane.frame()) && instance.equals(plane.instance());
    }
}
