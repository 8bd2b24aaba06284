// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import org.wardlight.rendering.codec.Lookups.NoValue;
import org.wardlight.rendering.codec.StoredFrame;

/** The largest step of which every distance between two values of a frame is a whole multiple. */
final class ExactStep {
    private static final int MANTISSA_BITS = 52;
    private static final double MOST_UNITS = 1L << 53;

    private ExactStep() {}

    /** That step, when at most {@code steps} of it span the range; else 0. */
    static double of(StoredFrame frame, DeepRange range, int steps) {
        double unit = unit(frame, range);
        if (!(range.span() / unit <= MOST_UNITS)) {
            return 0;
        }
        NoValue none = frame.lookups().noValue();
        long whole = (long) (range.span() / unit);
        long divisor = whole;
        int count = Math.toIntExact(frame.layout().values());
        for (int i = 0; i < count && whole / divisor <= steps; i++) {
            double value = frame.number(i);
            if (!DeepRange.isGap(value, none) && Double.isFinite(value)) {
                divisor = gcd(divisor, (long) ((value - range.minimum()) / unit));
            }
        }
        return whole / divisor <= steps ? divisor * unit : 0;
    }

    /** The largest power of two of which every value is a whole multiple. */
    private static double unit(StoredFrame frame, DeepRange range) {
        NoValue none = frame.lookups().noValue();
        int least = exponent(range.maximum());
        int count = Math.toIntExact(frame.layout().values());
        for (int i = 0; i < count; i++) {
            double value = frame.number(i);
            if (!DeepRange.isGap(value, none) && Double.isFinite(value)) {
                least = Math.min(least, exponent(value));
            }
        }
        return Math.scalb(1.0, least);
    }

    private static int exponent(double value) {
        if (value == 0) {
            return Double.MAX_EXPONENT;
        }
        long mantissa = Double.doubleToRawLongBits(value) & (1L << MANTISSA_BITS) - 1;
        int exponent = Math.getExponent(value);
        if (exponent < Double.MIN_EXPONENT) {
            return Double.MIN_EXPONENT - MANTISSA_BITS + Long.numberOfTrailingZeros(mantissa);
        }
        return mantissa == 0 ? exponent : exponent - MANTISSA_BITS + Long.numberOfTrailingZeros(mantissa);
    }

    private static long gcd(long a, long b) {
        long left = a;
        long right = b;
        while (right != 0) {
            long rest = left % right;
            left = right;
            right = rest;
        }
        return left;
    }
}
