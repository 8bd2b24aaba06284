// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.imageio;

import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageReadParam;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Window;

/**
 * How grey is shown: by one of the object's own windows, by a window of the caller's, or, when neither is asked for, as a screen shows
 * it at first. Colour takes no window. One thread.
 */
public class DicomImageReadParam extends ImageReadParam {
    private Optional<Window> window = Optional.empty();
    private OptionalInt voiIndex = OptionalInt.empty();

    /**
     * Asks for a window (PS3.3 C.11.2.1.2, LINEAR).
     *
     * @param center in rescaled units, such as HU
     * @param width above 0
     */
    public void setWindow(double center, double width) {
        if (!(width > 0) || Double.isInfinite(width) || !Double.isFinite(center)) {
            throw new IllegalArgumentException(
                    "window " + center + ", " + width + ": expected numbers, the width above 0");
        }
        window = Optional.of(new Window(center, width, Function.LINEAR, null));
        voiIndex = OptionalInt.empty();
    }

    /** Asks for a window of the object, counted from 0 in its own order. */
    public void setVoiIndex(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("VOI index " + index + ": expected 0 or more");
        }
        voiIndex = OptionalInt.of(index);
        window = Optional.empty();
    }

    /** Back to how the object is shown at first. */
    public void clearWindow() {
        window = Optional.empty();
        voiIndex = OptionalInt.empty();
    }

    public Optional<Window> window() {
        return window;
    }

    public OptionalInt voiIndex() {
        return voiIndex;
    }
}
