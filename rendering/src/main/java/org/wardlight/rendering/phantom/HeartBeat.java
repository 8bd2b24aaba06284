// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/**
 * Where a heart is in its beat.
 *
 * @param phase 0 to 1: nought is the R wave, ventricles contract to about 0.35, fill early to 0.6, late at 0.88
 */
record HeartBeat(double phase) {
    /** 0 relaxed to 1 contracted. */
    double squeeze() {
        double up = ThoraxShape.smooth(0.02, 0.32, phase);
        double down = ThoraxShape.smooth(0.38, 0.6, phase);
        double kick = 0.12 * Math.exp(-Math.pow((phase - 0.88) / 0.05, 2));
        return Math.max(0, up * (1 - down) - kick);
    }

    /** How far the valves between atria and ventricles stand open, 0 to 1. */
    double valvesOpen() {
        double early = Math.exp(-Math.pow((phase - 0.52) / 0.09, 2));
        double late = 0.75 * Math.exp(-Math.pow((phase - 0.88) / 0.06, 2));
        return Math.min(1, early + late + (phase > 0.42 && phase < 0.96 ? 0.22 : 0));
    }

    /** Blood through the mitral valve: positive into the ventricle, negative a small leak back. */
    double inflow() {
        double early = Math.exp(-Math.pow((phase - 0.52) / 0.08, 2));
        double late = 0.7 * Math.exp(-Math.pow((phase - 0.88) / 0.05, 2));
        return early + late;
    }

    /** Blood out of the ventricle. */
    double outflow() {
        return Math.exp(-Math.pow((phase - 0.19) / 0.11, 2));
    }

    /** The electrocardiogram at a phase, about -0.2 to 1. */
    static double electrocardiogram(double at) {
        double t = at - Math.floor(at);
        return 0.13 * peak(t, 0.86, 0.025)
                - 0.12 * peak(t, 0.975, 0.008)
                + peak(t, 0.0, 0.011)
                + peak(t, 1.0, 0.011)
                - 0.22 * peak(t, 0.03, 0.01)
                + 0.26 * peak(t, 0.3, 0.045);
    }

    private static double peak(double t, double centre, double width) {
        return Math.exp(-Math.pow((t - centre) / width, 2));
    }
}
