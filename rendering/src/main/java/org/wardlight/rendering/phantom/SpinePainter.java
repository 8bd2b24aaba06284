// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** Paints the thoracic spine: bodies and discs in turn, canal and cord, arches with their processes. Immutable. */
final class SpinePainter {
    private static final double DISC = 5;
    private final ThoraxShape shape;
    private final SmoothNoise trabeculae = new SmoothNoise(31);

    SpinePainter(ThoraxShape shape) {
        this.shape = shape;
    }

    /** How far a height is into its vertebra, from 0 (lower end plate) to {@link ThoraxBones#VERTEBRA}. */
    static double inVertebra(double z) {
        double pitch = ThoraxBones.VERTEBRA - 1.2;
        return (((z + 10) % pitch) + pitch) % pitch;
    }

    void paint(Canvas canvas, double z) {
        double y = shape.spineY(z);
        double level = inVertebra(z);
        double size = 1.12 - 0.0012 * Math.max(0, z);
        boolean disc = level < DISC;
        body(canvas, z, y, size, disc, level);
        arch(canvas, z, y, size, level);
    }

    private void body(Canvas canvas, double z, double y, double size, boolean disc, double level) {
        double waist = disc ? 1.04 : 0.98 + 0.07 * Math.cos(2 * Math.PI * (level - DISC) / 19);
        Outline body = Outline.polar(
                0, y, 72, angle -> waist * size * (1 - 0.1 * ThoraxShape.bump(angle, Math.PI / 2, 0.5)), 17.5, 14, 2.2);
        if (disc) {
            canvas.fill(body, 85);
            return;
        }
        boolean plate = level < DISC + 1.2 || level > 22.6;
        canvas.fill(body, 640);
        double marrow = plate ? 420 : 190;
        canvas.fill(
                body.inset(1.4),
                (x, py, before) -> marrow
                        + 90 * trabeculae.at(x / 1.6, py / 1.6, z / 1.6)
                        + 50 * trabeculae.at(x / 5, py / 5, z / 5),
                null);
    }

    private void arch(Canvas canvas, double z, double y, double size, double level) {
        double canalY = y + 23 * size;
        boolean pedicles = level > 11 && level < 22;
        boolean lamina = level > 3;
        double spinous = canalY + 16 + 12 * Math.max(0, 1 - level / 22);
        if (lamina) {
            canvas.fill(Outline.ellipse(0, canalY, 15, 13.5), 600);
        }
        if (pedicles) {
            for (int side = -1; side <= 1; side += 2) {
                canvas.line(side * 11, y + 10, side * 12, canalY, 8, 560);
            }
        }
        if (level > 13 && level < 21.5) {
            double thick = 8 * Math.sqrt(1 - Math.pow((level - 17.2) / 4.4, 2));
            for (int side = -1; side <= 1; side += 2) {
                canvas.line(side * 12, canalY + 4, side * 32, canalY + 13, thick, 540);
                canvas.line(side * 13, canalY + 4, side * 30, canalY + 12, thick * 0.5, 260);
            }
        }
        if (lamina && !pedicles) {
            // Between the pedicles the nerve root leaves through fat.
            for (int side = -1; side <= 1; side += 2) {
                canvas.fill(Outline.ellipse(side * 13, canalY - 6, 6, 6), -60);
                canvas.fill(Outline.ellipse(side * 12, canalY - 6, 2.4, 2), 30);
                canvas.fill(Outline.ellipse(side * 13, canalY + 9, 5, 4, side * 30), 650);
            }
        }
        canvas.line(0, canalY + 9, 0, spinous, 6, 560);
        canvas.line(0, canalY + 11, 0, spinous - 2, 2.5, 260);
        canvas.fill(Outline.ellipse(0, canalY, 9.4, 8.6), -40);
        canvas.fill(Outline.ellipse(0, canalY, 7.6, 7.2), 14);
        canvas.fill(Outline.ellipse(0, canalY, 5, 3.8), 38);
    }
}
