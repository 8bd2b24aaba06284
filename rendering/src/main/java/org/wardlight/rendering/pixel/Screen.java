// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind.Window;

/**
 * From stored values to what a screen shows: modality, VOI, then exactly one inversion where it is due; or colour to RGB
 * (PS3.3 C.7.6.3.1.2, C.11, PS3.4 N.2). Overlays, shutters and the pixel aspect ratio are the viewer's.
 */
public final class Screen {
    private Screen() {}

    /**
     * Renders a frame.
     *
     * @param window the window to show, in rescaled units; null: minimum to maximum without padding. Colour takes no window
     */
    public static ScreenImage render(StoredFrame frame, FrameKind kind, @Nullable Window window) {
        if (ColorConversion.isColour(frame)) {
            return colour(frame, kind);
        }
        StoredFrame values = ModalityTable.apply(frame);
        FrameKind settled = Reductions.settle(kind, values);
        return grey(values, settled, GreyScale.of(Reductions.apply(values, settled), settled, window));
    }

    /** Renders a frame as it is shown at first: the first VOI LUT, else the first window, else minimum to maximum. */
    public static ScreenImage render(StoredFrame frame, FrameKind kind) {
        if (ColorConversion.isColour(frame)) {
            return colour(frame, kind);
        }
        StoredFrame values = ModalityTable.apply(frame);
        FrameKind settled = Reductions.settle(kind, values);
        return grey(values, settled, GreyScale.standard(Reductions.apply(values, settled), settled));
    }

    private static ScreenImage colour(StoredFrame frame, FrameKind kind) {
        StoredFrame rgb = ColorConversion.toRgb(frame, kind);
        return new ScreenImage(frame.rows(), frame.columns(), 3, rgb.bytes());
    }

    /** Values of more than 16 bits go to the screen as they are, not by way of the tile's. */
    private static ScreenImage grey(StoredFrame frame, FrameKind kind, GreyScale scale) {
        int columns = frame.columns();
        byte[] out = new byte[Math.toIntExact(frame.layout().pixels())];
        if (frame.layout().deep()) {
            for (int i = 0; i < out.length; i++) {
                out[i] = scale.grey(Reductions.place(frame.number(i), kind, frame));
            }
            return new ScreenImage(frame.rows(), columns, 1, out);
        }
        scale.map(frame, 0, out.length, out, 0);
        return new ScreenImage(frame.rows(), columns, 1, out);
    }
}
