// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.io.IOException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.Limits;

/** An object that is drawn over the frames of others. Thread-safe; holds no pixels. */
public interface LayerObject {
    /** What a reader must know of it. */
    LayerFacts facts();

    /** Whether it has something to say of that frame: by reference, else by position in the same frame of reference. */
    boolean liesOver(FramePlane plane);

    /**
     * The picture over a frame, transparent where it says nothing.
     *
     * @param source the bytes that the object was read from
     * @throws org.wardlight.rendering.RenderingException when its own frames are broken or too large
     * @throws IOException when the source fails
     */
    LayerImage draw(FramePlane plane, ByteSource source, Limits limits) throws IOException;

    /** About how many bytes it takes in memory. */
    long weight();
}
