// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** A measure of the body that changes along an axis: given at some heights, smooth between, constant beyond the ends. */
record Profile(double[] at, double[] values) {
    /** Pairs of height and value, heights rising. */
    static Profile of(double... pairs) {
        double[] at = new double[pairs.length / 2];
        double[] values = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = pairs[2 * i];
            values[i] = pairs[2 * i + 1];
        }
        return new Profile(at, values);
    }

    double at(double height) {
        int last = at.length - 1;
        if (height <= at[0]) {
            return values[0];
        }
        if (height >= at[last]) {
            return values[last];
        }
        int i = 0;
        while (height > at[i + 1]) {
            i++;
        }
        double width = at[i + 1] - at[i];
        double t = (height - at[i]) / width;
        double from = slope(i) * width;
        double to = slope(i + 1) * width;
        double t2 = t * t;
        double t3 = t2 * t;
        return values[i] * (2 * t3 - 3 * t2 + 1)
                + from * (t3 - 2 * t2 + t)
                + values[i + 1] * (3 * t2 - 2 * t3)
                + to * (t3 - t2);
    }

    /** Nought at a peak, so that a curve never overshoots what was given. */
    private double slope(int i) {
        if (i == 0 || i == at.length - 1) {
            return 0;
        }
        double before = (values[i] - values[i - 1]) / (at[i] - at[i - 1]);
        double after = (values[i + 1] - values[i]) / (at[i + 1] - at[i]);
        return before * after <= 0 ? 0 : 2 * before * after / (before + after);
    }
}
