// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.overlay.OverlayMask;
import org.wardlight.rendering.overlay.Overlays;
import org.wardlight.rendering.pixel.FrameLayouts;
import org.wardlight.rendering.pixel.Shutters;

/** The bitmap shutter that an image holds (PS3.3 C.7.6.15): opaque where it covers. */
final class ShutterLayer {
    private static final int OPAQUE = 0xFF000000;
    private static final int GREY = 0x010101;

    private ShutterLayer() {}

    static Optional<LayerImage> draw(DicomObject object, int frame, Limits limits) throws IOException {
        OptionalInt group = Overlays.shutterGroup(object.data());
        if (group.isEmpty()) {
            return Optional.empty();
        }
        FrameLayout layout = FrameLayouts.of(object);
        layout.within(limits);
        OverlayMask mask = Overlays.group(object.data(), group.getAsInt(), layout.rows(), layout.columns(), frame);
        return Optional.of(MaskPicture.of(mask, OPAQUE | GREY * Shutters.grey(object.data())));
    }
}
