// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;

/** Draws what an object itself holds to be laid over its frames, such as overlay planes. Thread-safe. */
@FunctionalInterface
public interface FrameLayer {
    /**
     * The layer of one frame; empty when the frame has none.
     *
     * @param frame from 1
     * @throws org.wardlight.rendering.RenderingException when it is broken or too large
     * @throws IOException when the object's source fails
     */
    Optional<LayerImage> draw(DicomObject object, int frame, Limits limits) throws IOException;
}
