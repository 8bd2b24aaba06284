// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a layer that has frames.
 *
 * @param index from 0
 * @param group what it shows: Segment Number; 0 where a frame shows all there is
 * @param grid where its pixels lie, null when it does not say
 * @param references the images that it was made from
 */
record SourceFrame(int index, int group, @Nullable PlaneGrid grid, List<ImageRef> references) {
    boolean names(FramePlane plane) {
        return references.stream().anyMatch(reference -> reference.names(plane));
    }
}
