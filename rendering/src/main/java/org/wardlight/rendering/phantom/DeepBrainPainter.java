// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** Paints what lies inside the hemispheres: corpus callosum, ventricles, basal ganglia, thalami. Immutable. */
final class DeepBrainPainter {
    void paint(Canvas canvas, double z, MrContrast contrast) {
        for (int side = -1; side <= 1; side += 2) {
            nuclei(canvas, z, side, contrast);
        }
        if (z > -2 && z < 36) {
            callosum(canvas, z, contrast);
        }
        for (int side = -1; side <= 1; side += 2) {
            lateralVentricle(canvas, z, side, contrast);
        }
        third(canvas, z, contrast);
    }

    private static void nuclei(Canvas canvas, double z, int side, MrContrast contrast) {
        canvas.cut(
                Ellipsoid.along(new Vec(side * 30, -2, 4), new Vec(side * 0.22, 1, 0), 23, 8, 15), z, contrast.white());
        canvas.cut(
                Ellipsoid.along(new Vec(side * 28, -3, 4), new Vec(side * 0.26, 1, 0), 19, 6, 13),
                z,
                contrast.nuclei());
        canvas.cut(
                Ellipsoid.along(new Vec(side * 21, -1, 2), new Vec(side * 0.42, 1, 0), 11, 4, 9),
                z,
                contrast.pallidum());
        canvas.cut(
                Ellipsoid.along(new Vec(side * 11, 16, 8), new Vec(side * 0.4, 1, 0), 16, 9.5, 12),
                z,
                contrast.nuclei());
        canvas.cut(
                Ellipsoid.along(new Vec(side * 14, -20, 9), new Vec(side * 0.35, 1, 0), 12, 7, 16),
                z,
                contrast.nuclei());
        canvas.cut(
                new Capsule(new Vec(side * 17, -12, 24), new Vec(side * 23, 18, 29), 4, 2.5, 1), z, contrast.nuclei());
    }

    private static void callosum(Canvas canvas, double z, MrContrast contrast) {
        double genu = -38 + Math.max(0, z - 16) * 1.1;
        double splenium = 38 - Math.max(0, z - 14) * 0.9;
        Outline front = Outline.through(
                0, genu - 6, 12, genu - 5, 24, genu - 9, 24, genu - 3, 10, genu + 4, 0, genu + 4, -10, genu + 4, -24,
                genu - 3, -24, genu - 9, -12, genu - 5);
        canvas.fill(front, contrast.white());
        Outline back = Outline.through(
                0,
                splenium + 6,
                13,
                splenium + 7,
                26,
                splenium + 14,
                27,
                splenium + 8,
                12,
                splenium - 4,
                0,
                splenium - 5,
                -12,
                splenium - 4,
                -27,
                splenium + 8,
                -26,
                splenium + 14,
                -13,
                splenium + 7);
        canvas.fill(back, contrast.white());
        if (z > 20) {
            canvas.fill(Outline.ellipse(0, 0, 8, 36 - (z - 20)), contrast.white());
        }
    }

    private static void lateralVentricle(Canvas canvas, double z, int side, MrContrast contrast) {
        double fluid = contrast.fluid();
        canvas.cut(new Capsule(new Vec(side * 12, -30, 12), new Vec(side * 5, -12, 16), 4.2, 3.6, 2.2), z, fluid);
        canvas.cut(new Capsule(new Vec(side * 8, -24, 22), new Vec(side * 13, 12, 27), 5, 5, 1), z, fluid);
        canvas.cut(new Capsule(new Vec(side * 13, 12, 27), new Vec(side * 25, 36, 16), 5, 7.2, 1), z, fluid);
        canvas.cut(new Capsule(new Vec(side * 25, 36, 15), new Vec(side * 21, 60, 9), 6, 2, 1), z, fluid);
        canvas.cut(new Capsule(new Vec(side * 26, 36, 10), new Vec(side * 33, 8, -13), 3.6, 2.2, 1), z, fluid);
        // Choroid plexus in the trigone.
        canvas.cut(new Capsule(new Vec(side * 23, 32, 17), new Vec(side * 26, 40, 12), 2.4, 2, 1), z, contrast.grey());
    }

    private static void third(Canvas canvas, double z, MrContrast contrast) {
        if (z > -12 && z < 13) {
            canvas.fill(Outline.ellipse(0, 8, 2.3, 15), contrast.fluid());
        }
        if (z > 4 && z < 22) {
            canvas.line(-0.9, -26, -0.9, -10, 1, contrast.white());
        }
        if (z > -6 && z < 6) {
            canvas.fill(Outline.ellipse(0, 28, 4, 3), contrast.grey());
        }
    }
}
