// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.overlay.OverlayMask;
import org.wardlight.rendering.overlay.Overlays;
import org.wardlight.rendering.pixel.FrameLayouts;

/** All overlay planes over a frame in one colour (PS3.3 C.9.2). */
final class OverlayLayer {
    /** The yellow that overlays have on most workstations: seen on black and on white. */
    private static final int COLOUR = 0xFFFFD54A;

    private OverlayLayer() {}

    static Optional<LayerImage> draw(DicomObject object, int frame, Limits limits) throws IOException {
        FrameLayout layout = FrameLayouts.of(object);
        OverlayMask mask = Overlays.draw(object, object.source(), layout, frame, limits);
        return mask.isEmpty() ? Optional.empty() : Optional.of(MaskPicture.of(mask, COLOUR));
    }
}
