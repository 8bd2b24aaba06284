// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** Paints the lower slices: temporal lobes, brainstem, cerebellum, skull base, eyes and the air of the face. Immutable. */
final class SkullBasePainter {
    private final CortexPainter cortex;
    private final SmoothNoise folia = new SmoothNoise(8);

    SkullBasePainter(CortexPainter cortex) {
        this.cortex = cortex;
    }

    /** Before the brain: what lies in front of and below the skull. */
    void face(Canvas canvas, double z, MrContrast contrast) {
        if (z > -22) {
            return;
        }
        double low = ThoraxShape.smooth(-22, -45, z);
        double cheeks = 24 + 38 * ThoraxShape.smooth(-18, -30, z);
        canvas.fill(Outline.polar(0, -56, 90, angle -> 1, cheeks, 42, 2.4), contrast.skin());
        canvas.fill(Outline.polar(0, -56, 90, angle -> 1, cheeks - 2, 40, 2.4), contrast.fat());
        canvas.fill(Outline.through(-15, -92, 0, -100 - 16 * low, 15, -92, 12, -80, -12, -80), contrast.skin());
        canvas.fill(Outline.through(-12, -90, 0, -97 - 15 * low, 12, -90, 9, -80, -9, -80), contrast.fat() * 0.6);
    }

    void paint(Canvas canvas, double z, MrContrast contrast) {
        if (z < -16) {
            petrous(canvas, z, contrast);
            lobes(canvas, z, contrast);
        }
        if (z < -10) {
            cerebellum(canvas, z, contrast);
        }
        brainstem(canvas, z, contrast);
        if (z < -16) {
            airOfTheFace(canvas, z, contrast);
            eyes(canvas, z, contrast);
        }
    }

    private static void petrous(Canvas canvas, double z, MrContrast contrast) {
        double bone = ThoraxShape.smooth(-18, -34, z);
        canvas.fill(Outline.ellipse(0, -62, 46, 30), contrast.bone() + 60 * (1 - bone));
        for (int side = -1; side <= 1; side += 2) {
            canvas.line(side * 14, -16, side * 62, 16, 16 * bone + 3, contrast.bone() + 40);
            if (z < -30) {
                canvas.fill(Outline.ellipse(side * 58, 22, 11, 14), contrast.bone());
            }
        }
        if (z < -20) {
            canvas.fill(Outline.ellipse(0, -14, 13, 10), contrast.marrow() * 0.8);
        }
    }

    private void lobes(Canvas canvas, double z, MrContrast contrast) {
        double size = Math.sqrt(Math.max(0, 1 - Math.pow((z + 10) / 40, 2)));
        for (int side = -1; side <= 1; side += 2) {
            if (size > 0.2) {
                cortex.lobe(canvas, side * (42 - 2 * size), -14, 25 * size, 38 * size, side * -12, z, contrast);
            }
            if (z > -27) {
                double base = ThoraxShape.smooth(-29, -16, z);
                cortex.lobe(canvas, side * 17, -58, 19 * base, 27 * base, side * 6, z, contrast);
            }
        }
    }

    private void cerebellum(Canvas canvas, double z, MrContrast contrast) {
        double size = Math.sqrt(Math.max(0, 1 - Math.pow((z + 36) / 30, 2)));
        if (size < 0.15) {
            return;
        }
        canvas.fill(Outline.ellipse(0, 45, 57 * size, 35 * size), contrast.fluid());
        for (int side = -1; side <= 1; side += 2) {
            double centre = side * 24 * size;
            Outline half = Outline.ellipse(side * 27 * size, 46, 29 * size, 32 * size, side * -14);
            canvas.fill(half, (x, y, before) -> leaves(x, y, z, centre, 38, 28 * size, contrast), null);
        }
        canvas.fill(
                Outline.ellipse(0, 50, 9 * size, 24 * size),
                (x, y, before) -> leaves(x * 2.2, y, z, 0, 40, 25 * size, contrast),
                null);
    }

    /** Thin leaves of grey matter around a tree of white. */
    private double leaves(
            double x, double y, double z, double centreX, double centreY, double size, MrContrast contrast) {
        double dx = x - centreX;
        double dy = y - centreY;
        double ring = Math.hypot(dx, dy) / size;
        double wave = 1.6 * folia.at(x / 12, y / 12, z / 12);
        double line = Math.abs(Math.sin((Math.hypot(dx, dy * 1.1) + wave) * 1.25 + folia.at(x / 7, y / 7) * 1.2));
        double core = 1 - ThoraxShape.smooth(0.32, 0.55, ring + 0.12 * folia.at(Math.atan2(dy, dx) * 4, z / 8));
        double leaf =
                contrast.grey() + 0.16 * (contrast.fluid() - contrast.grey()) * ThoraxShape.smooth(0.55, 0.1, line);
        return leaf + core * (contrast.white() - leaf);
    }

    private static void brainstem(Canvas canvas, double z, MrContrast contrast) {
        double white = 0.65 * contrast.white() + 0.35 * contrast.grey();
        if (z > -14) {
            canvas.fill(Outline.ellipse(0, 12, 22, 15), contrast.fluid());
            Outline peduncles =
                    Outline.through(-17, 2, -8, -4, 0, 3, 8, -4, 17, 2, 16, 14, 10, 24, 0, 22, -10, 24, -16, 14);
            canvas.fill(peduncles, white);
            canvas.fill(Outline.ellipse(-6, 8, 3.2, 3.2), contrast.nuclei());
            canvas.fill(Outline.ellipse(6, 8, 3.2, 3.2), contrast.nuclei());
            canvas.fill(Outline.ellipse(0, 17, 1.5, 1.5), contrast.fluid());
            return;
        }
        double pons = ThoraxShape.smooth(-46, -38, z);
        canvas.fill(Outline.ellipse(0, 4, 14 + 9 * pons, 11 + 7 * pons), contrast.fluid());
        canvas.fill(Outline.ellipse(0, 7, 8 + 9 * pons, 7.5 + 6 * pons), white);
        if (z > -38) {
            for (int side = -1; side <= 1; side += 2) {
                canvas.line(side * 12, 14, side * 24, 30, 9, white);
            }
        }
        if (z > -50) {
            Outline fourth = Outline.through(-9, 22, 0, 18, 9, 22, 0, 31);
            canvas.fill(fourth, contrast.fluid());
        }
        // The basilar artery, a flow void in front of the pons.
        canvas.fill(Outline.ellipse(0, -9 + 4 * (1 - pons), 1.7, 1.7), contrast.bone());
    }

    private static void airOfTheFace(Canvas canvas, double z, MrContrast contrast) {
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(Outline.ellipse(side * 6, -66, 4.4, 18), MrContrast.AIR);
            canvas.fill(Outline.ellipse(side * 6, -66, 1, 17), contrast.skin());
            if (z < -22) {
                canvas.fill(Outline.ellipse(side * 9, -36, 8, 9), MrContrast.AIR);
            }
            if (z < -46) {
                canvas.fill(Outline.ellipse(side * 30, -64, 15, 17), contrast.skin());
                canvas.fill(Outline.ellipse(side * 30, -64, 13.5, 15.5), MrContrast.AIR);
            }
        }
    }

    private static void eyes(Canvas canvas, double z, MrContrast contrast) {
        double open = Math.sqrt(Math.max(0, 1 - Math.pow((z + 32) / 17, 2)));
        if (open < 0.2) {
            return;
        }
        for (int side = -1; side <= 1; side += 2) {
            Outline cone = Outline.through(
                    side * 14, -78, side * 33, -92, side * 48, -78, side * 40, -56, side * 17, -36, side * 14, -56);
            canvas.fill(cone, contrast.fat());
            canvas.line(side * 16, -76, side * 15, -42, 3.2, contrast.muscle());
            canvas.line(side * 45, -74, side * 20, -42, 3.2, contrast.muscle());
            Vec eye = new Vec(side * 31, -78, -32);
            canvas.cut(new Capsule(eye, new Vec(side * 18, -44, -30), 2.4, 2, 1), z, contrast.white());
            canvas.cut(Ellipsoid.upright(eye, 13, 13, 13), z, contrast.muscle());
            canvas.cut(Ellipsoid.upright(eye, 11.8, 11.8, 11.8), z, contrast.vitreous());
            canvas.cut(Ellipsoid.upright(new Vec(side * 31, -87, -32), 4.6, 2.3, 4.6), z, contrast.muscle());
        }
    }
}
