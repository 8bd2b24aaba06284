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
        return mask.isEmpty() ? Optional.empty() : Optional.of(image(mask));
    }

    /** At most {@link LayerImage#LONGEST_EDGE}: a smaller picture keeps every mark, since any pixel set sets its own. */
    private static LayerImage image(OverlayMask mask) {
        int longest = Math.max(mask.rows(), mask.columns());
        double scale = Math.min(1, (double) LayerImage.LONGEST_EDGE / longest);
        int width = Math.max(1, (int) Math.round(mask.columns() * scale));
        int height = Math.max(1, (int) Math.round(mask.rows() * scale));
        int[] argb = new int[width * height];
        for (int row = 0; row < mask.rows(); row++) {
            int y = (int) Math.min(height - 1, (long) row * height / mask.rows());
            for (int column = 0; column < mask.columns(); column++) {
                if (mask.at(row, column)) {
                    argb[y * width + (int) Math.min(width - 1, (long) column * width / mask.columns())] = COLOUR;
                }
            }
        }
        return new LayerImage(width, height, argb);
    }
}
