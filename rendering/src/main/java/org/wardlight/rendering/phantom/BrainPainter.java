// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/**
 * Paints an axial slice of a head. Nought is the level of the commissures; the top of the brain lies near 74 mm, the foramen magnum
 * near -66. Immutable.
 */
final class BrainPainter {
    private final Profile halfWidth =
            Profile.of(-80, 60, -60, 66, -35, 74, -10, 79, 15, 80, 38, 74, 56, 61, 70, 43, 79, 24, 85, 4);
    private final Profile halfLength =
            Profile.of(-80, 82, -60, 88, -35, 95, -5, 99, 20, 98, 42, 90, 58, 75, 70, 55, 79, 31, 85, 4);
    private final CortexPainter cortex = new CortexPainter();
    private final DeepBrainPainter deep = new DeepBrainPainter();
    private final SkullBasePainter base = new SkullBasePainter(cortex);
    private final SmoothNoise texture = new SmoothNoise(3);

    void paint(Canvas canvas, double z, MrContrast contrast) {
        canvas.clear((float) MrContrast.AIR);
        Outline head = head(z, 0);
        canvas.fill(head, contrast.skin());
        canvas.fill(head(z, 2), contrast.fat());
        if (z < -8) {
            base.face(canvas, z, contrast);
        }
        Canvas clip = canvas.another();
        clip.fill(head(z, 3), 1);
        muscles(canvas, z, contrast, clip);
        canvas.fill(skull(z, 6.5), contrast.bone());
        canvas.fill(
                skull(z, 8.3),
                (x, y, before) -> contrast.marrow() * (0.8 + 0.25 * texture.at(x / 4, y / 4, z / 5)),
                null);
        canvas.fill(skull(z, 11), contrast.bone());
        double below = ThoraxShape.smooth(-13, -20, z);
        canvas.fill(skull(z, 12.6), contrast.fluid() + below * (contrast.bone() - contrast.fluid()));
        if (z > -16) {
            Outline hull = skull(z, 14.2);
            cortex.cerebrum(canvas, hull, halfWidth.at(z) - 14.2, halfLength.at(z) - 14.2, z, contrast);
            deep.paint(canvas, z, contrast);
        }
        if (z < 2) {
            base.paint(canvas, z, contrast);
        }
        sinuses(canvas, z, contrast);
        lesions(canvas, z, contrast);
    }

    private Outline head(double z, double inset) {
        return outline(z, inset);
    }

    private Outline skull(double z, double inset) {
        double thicker = z > 45 ? (z - 45) * 0.06 : 0;
        return outline(z, inset + thicker);
    }

    private Outline outline(double z, double inset) {
        return Outline.polar(
                0,
                0,
                120,
                angle -> 1
                        - 0.045
                                * (ThoraxShape.bump(angle, -Math.PI / 4, 0.4)
                                        + ThoraxShape.bump(angle, -3 * Math.PI / 4, 0.4))
                        + 0.02
                                * (ThoraxShape.bump(angle, Math.PI / 4, 0.5)
                                        + ThoraxShape.bump(angle, 3 * Math.PI / 4, 0.5)),
                Math.max(0.5, halfWidth.at(z) - inset),
                Math.max(0.5, halfLength.at(z) - inset),
                2.12);
    }

    private void muscles(Canvas canvas, double z, MrContrast contrast, Canvas clip) {
        double temporal = Math.sqrt(Math.max(0, 1 - Math.pow((z + 20) / 42, 2)));
        for (int side = -1; side <= 1; side += 2) {
            if (temporal > 0.1) {
                canvas.fill(
                        Outline.ellipse(side * (halfWidth.at(z) - 9), -34, 9 * temporal, 30 * temporal, side * -14),
                        contrast.muscle(),
                        clip);
            }
            if (z < -30) {
                double neck = ThoraxShape.smooth(-30, -55, z);
                canvas.fill(Outline.ellipse(side * 26, 78, 24 * neck, 13 * neck, side * -18), contrast.muscle(), clip);
            }
        }
    }

    /** The sagittal sinus and the falx: flow is dark on spin echo. */
    private void sinuses(Canvas canvas, double z, MrContrast contrast) {
        if (z > -5 && z < 70) {
            double back = halfLength.at(z) - 13;
            canvas.fill(Outline.through(-4, back, 4, back, 0, back - 7), contrast.bone() + 30);
            canvas.line(0, back - 6, 0, back - 20, 0.8, contrast.bone() + 120);
            canvas.line(0, -back, 0, -back + 14, 0.8, contrast.bone() + 120);
        }
    }

    /** The finding: a few white-matter lesions beside the ventricles. */
    private void lesions(Canvas canvas, double z, MrContrast contrast) {
        Vec[] places = {new Vec(29, -22, 27), new Vec(-27, 34, 24), new Vec(-31, -8, 33), new Vec(24, 42, 36)};
        double[] sizes = {6, 4, 3.4, 3};
        for (int i = 0; i < places.length; i++) {
            canvas.cut(
                    Ellipsoid.along(
                            places[i],
                            new Vec(places[i].x(), -places[i].y() * 0.3, 0),
                            sizes[i] * 1.4,
                            sizes[i] * 0.8,
                            sizes[i]),
                    z,
                    contrast.lesion());
        }
    }
}
