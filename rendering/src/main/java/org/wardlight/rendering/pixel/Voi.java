// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Window;

/** The VOI step: from a modality value to 0 … 255 (PS3.3 C.11.2). */
@FunctionalInterface
public interface Voi {
    double apply(double value);

    /** Whether a larger value is never given a darker grey. */
    default boolean rises() {
        return false;
    }

    /** What a frame is shown with at first: the first VOI LUT, else the first window, else minimum to maximum without padding. */
    static Voi standard(StoredFrame frame, FrameKind kind) {
        LookupTable table = frame.lookups().voi();
        if (table != null) {
            return of(table);
        }
        return kind.windows().isEmpty()
                ? of(frame, kind, null)
                : of(kind.windows().get(0));
    }

    /** A window, or minimum to maximum without padding. */
    static Voi of(StoredFrame frame, FrameKind kind, @Nullable Window window) {
        if (window != null) {
            return of(window);
        }
        ValueRange range = ValueRange.of(frame, kind.padding());
        double a = range.minimum() * kind.slope() + kind.intercept();
        double b = range.maximum() * kind.slope() + kind.intercept();
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        // One value only: black, as everything at the low end of a window.
        return new Rising(high > low ? value -> clamp((value - low) / (high - low)) : value -> 0);
    }

    /** A window of PS3.3 C.11.2.1.2 and C.11.2.1.3. */
    static Voi of(Window window) {
        return new Rising(function(window));
    }

    private static Voi function(Window window) {
        double center = window.center();
        double width = window.width();
        if (window.function() == Function.SIGMOID) {
            return value -> 255 / (1 + Math.exp(-4 * (value - center) / width));
        }
        // C.11.2.1.2.1 has no meaning for a LINEAR width below 1; the exact form has, and draws what was meant.
        if (window.function() == Function.LINEAR_EXACT || width < 1) {
            return value -> clamp((value - center) / width + 0.5);
        }
        return linear(center - 0.5, width - 1);
    }

    /** Half a value is taken off the centre and one off the width on purpose: C.11.2.1.2.1 says so. */
    private static Voi linear(double center, double width) {
        return value -> {
            if (value <= center - width / 2) {
                return 0;
            }
            return value > center + width / 2 ? 255 : ((value - center) / width + 0.5) * 255;
        };
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share)) * 255;
    }

    /** A VOI LUT; its output is measured by the third value of the descriptor (PS3.3 C.11.2.1.1). */
    static Voi of(LookupTable table) {
        double scale = 255.0 / table.maximum();
        return value -> Math.min(255, table.get((int) Math.floor(value + 0.5)) * scale);
    }

    /** One that only rises: windows of all functions do. */
    record Rising(Voi function) implements Voi {
        @Override
        public double apply(double value) {
            return function.apply(value);
        }

        @Override
        public boolean rises() {
            return true;
        }
    }
}
