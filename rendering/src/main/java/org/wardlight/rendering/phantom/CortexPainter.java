// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** Paints folded cortex: grey matter over white, with fluid in the furrows that reach in from the surface. Immutable. */
final class CortexPainter {
    private static final double SHEET = 2.6;
    private final SmoothNoise folds = new SmoothNoise(61);
    private final SmoothNoise warp = new SmoothNoise(62);

    /** Both hemispheres with the cleft between them and the Sylvian fissures. */
    void cerebrum(Canvas canvas, Outline hull, double a, double b, double z, MrContrast contrast) {
        if (a < 2) {
            return;
        }
        canvas.fill(
                hull,
                (x, y, before) -> {
                    double e = surface(x, y, z, a, b, Math.abs(x));
                    e = Math.min(e, cleft(x, y, z, b));
                    e = Math.min(e, sylvian(Math.abs(x), y, z, a));
                    return tissue(e, contrast);
                },
                null);
    }

    /** A lobe on its own: a temporal lobe, the underside of a frontal lobe. */
    void lobe(
            Canvas canvas,
            double centreX,
            double centreY,
            double a,
            double b,
            double degrees,
            double z,
            MrContrast contrast) {
        canvas.fill(Outline.ellipse(centreX, centreY, a + 1.6, b + 1.6, degrees), contrast.fluid());
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        canvas.fill(
                Outline.ellipse(centreX, centreY, a, b, degrees),
                (x, y, before) -> {
                    double u = c * (x - centreX) + s * (y - centreY);
                    double v = -s * (x - centreX) + c * (y - centreY);
                    return tissue(surface(u, v, z + centreX, a, b, 40), contrast);
                },
                null);
    }

    /** Millimetres to the nearest surface of cortex, outer or in a furrow; furrows are as deep as their own noise says. */
    private double surface(double x, double y, double z, double a, double b, double fromMiddle) {
        double rho = Math.sqrt(x * x / (a * a) + y * y / (b * b));
        double deep = (1 - rho) * Math.min(a, b) + 1.2;
        // A place on the surface above: what changes along it alone makes furrows that go straight in; the bend curls
        // them.
        double bend = 6.5 * warp.at(x / 12, y / 12, z / 15);
        double out = 1 / Math.max(0.25, rho);
        double u = x * out + bend;
        double v = y * out - bend;
        double line =
                folds.at(u / 12.5, v / 12.5, z / 13 + deep / 45) + 0.6 * folds.at(u / 7, v / 7 + 40, z / 9 + deep / 26);
        double furrow = Math.abs(line) * 7.2;
        double reach = 15 + 8 * warp.at(u / 16, v / 16, z / 18 + 30) + (fromMiddle < 25 ? 2 : 0);
        double beyond = Math.max(0, deep - reach);
        return Math.min(deep, furrow * 0.95 + beyond * 1.1);
    }

    /** The cleft between the hemispheres; in the middle it ends at the corpus callosum. */
    private double cleft(double x, double y, double z, double b) {
        double wander = 0.9 * warp.at(y / 18, z / 20);
        double away = Math.abs(x - wander) - 0.3;
        double callosum = z < 34 && z > -2 ? 44 - Math.max(0, z - 20) * 1.4 : z >= 34 ? 0 : 20;
        double inside = Math.max(0, callosum - Math.abs(y - 2));
        double curl = 3 * warp.at(x / 7, y / 7, z / 9);
        double line = folds.at((y + curl) / 8.5, z / 11 + curl / 9, x > 0 ? 7 + x / 30 : 19 - x / 30);
        double side = Math.abs(line) * 6.5 + Math.max(0, Math.abs(x) - 10) * 1.2;
        return Math.min(away + inside * 0.8, side + inside * 0.8 + (Math.abs(y) > b - 4 ? 5 : 0));
    }

    /** From the side of the head inwards to the insula. */
    private double sylvian(double x, double y, double z, double a) {
        if (z < -16 || z > 24) {
            return 99;
        }
        double tilt = -8 + 0.7 * z;
        double t = Math.max(0, Math.min(1, (x - 39) / Math.max(1, a - 39)));
        double along = Math.abs(y - tilt - 9 * Math.sin(t * 2.4) * (1 - t)) + Math.max(0, 39 - x);
        double insula = Math.hypot(Math.max(0, Math.abs(y - tilt) - 15), x - 40 - 0.012 * Math.pow(y - tilt, 2));
        double fade = Math.max(0, z - 18) * 2;
        return Math.min(along * 0.9 - 0.5, insula - 0.4) + fade;
    }

    static double tissue(double e, MrContrast contrast) {
        double grey = 1 - ThoraxShape.smooth(SHEET, SHEET + 1.5, e);
        double fluid = 1 - ThoraxShape.smooth(0.15, 1.15, e);
        double value = contrast.white() + grey * (contrast.grey() - contrast.white());
        return value + fluid * (contrast.fluid() - value);
    }
}
