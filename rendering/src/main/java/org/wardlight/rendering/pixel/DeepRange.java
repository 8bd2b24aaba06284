// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.Lookups.NoValue;
import org.wardlight.rendering.codec.StoredFrame;

/**
 * What lies in a frame of any numbers.
 *
 * @param minimum smallest finite value that is no padding; 0 when there is none
 * @param maximum largest of them
 * @param gaps whether some pixels are not a number or padding
 * @param finite whether no pixel is infinite
 */
record DeepRange(double minimum, double maximum, boolean gaps, boolean finite) {
    static DeepRange of(StoredFrame frame) {
        NoValue none = frame.lookups().noValue();
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        boolean gaps = false;
        boolean finite = true;
        int count = Math.toIntExact(frame.layout().values());
        for (int i = 0; i < count; i++) {
            double value = frame.number(i);
            if (isGap(value, none)) {
                gaps = true;
            } else if (Double.isInfinite(value)) {
                finite = false;
            } else {
                minimum = Math.min(minimum, value);
                maximum = Math.max(maximum, value);
            }
        }
        return minimum > maximum ? new DeepRange(0, 0, gaps, finite) : new DeepRange(minimum, maximum, gaps, finite);
    }

    static boolean isGap(double value, @Nullable NoValue none) {
        return Double.isNaN(value) || none != null && value >= none.from() && value <= none.to();
    }

    /** Infinite when the ends are further apart than a number can say. */
    double span() {
        return maximum - minimum;
    }
}
