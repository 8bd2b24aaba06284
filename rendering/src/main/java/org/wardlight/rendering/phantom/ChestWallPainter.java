// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** Paints what lies around the rib cage: skin, fat, the muscles in their layers, shoulder blades and sternum. Immutable. */
final class ChestWallPainter {
    private final ThoraxShape shape;
    private final SmoothNoise texture = new SmoothNoise(5);

    ChestWallPainter(ThoraxShape shape) {
        this.shape = shape;
    }

    void paint(Canvas canvas, double z) {
        Outline body = shape.body(z);
        canvas.fill(body, 25);
        Outline muscle = shape.muscle(z, body);
        Canvas onlyFat = outside(canvas, muscle.inset(2));
        canvas.fill(body.inset(1.8), (x, y, before) -> fat(x, y, z), onlyFat);
        Canvas onlyWall = outside(canvas, shape.wall(Math.min(z, ThoraxShape.APEX), 8));
        canvas.fill(muscle, ThoraxPainter.MUSCLE);
        canvas.fill(muscle, (x, y, before) -> muscle(x, y, z), onlyWall);
        Canvas inside = canvas.another();
        inside.fill(muscle, 1);
        if (z < ThoraxShape.APEX) {
            layers(canvas, z);
        }
        if (z > 175) {
            axillae(canvas, z);
        }
        back(canvas, z, inside);
    }

    /** 1 outside an outline: texture that would be painted over is not worth its time. */
    private static Canvas outside(Canvas canvas, Outline outline) {
        Canvas outside = canvas.another();
        outside.clear(1);
        outside.fill(outline, 0);
        return outside;
    }

    private double fat(double x, double y, double z) {
        double strand = texture.at(x / 9 + z / 30, y / 3);
        return ThoraxPainter.FAT + 8 * strand + (strand > 0.72 ? 45 : 0);
    }

    /** Muscle with thin sheets of fat between its bundles. */
    private double muscle(double x, double y, double z) {
        double bundles = texture.at(x / 24, y / 7 + z / 50);
        double open = texture.at(x / 13 + 40 + z / 30, y / 13);
        double sheet = Math.max(0, 1 - Math.abs(bundles) * 16) * Math.max(0, Math.min(1, 2 * open + 0.4));
        return ThoraxPainter.MUSCLE + 6 * open - 95 * sheet;
    }

    private void layers(Canvas canvas, double z) {
        Outline chest = shape.wall(z, 11);
        canvas.fill(chest.inset(-2.2), (x, y, before) -> before > -200 ? ThoraxPainter.FAT + 10 : before, null);
        canvas.fill(chest, ThoraxPainter.MUSCLE - 4);
        canvas.fill(shape.wall(z, 6.8), (x, y, before) -> texture.at(x / 8, y / 8, z / 5) > -0.1 ? -70 : 40, null);
        canvas.fill(shape.wall(z, 5), ThoraxPainter.MUSCLE - 6);
    }

    private void axillae(Canvas canvas, double z) {
        double open = ThoraxShape.smooth(175, 215, z) * (1 - 0.35 * ThoraxShape.smooth(262, 290, z));
        for (int side = -1; side <= 1; side += 2) {
            double x = side * (118 + 10 * ThoraxShape.smooth(200, 260, z));
            canvas.fill(
                    Outline.ellipse(x, -4, 30 * open, 26 * open, side * -20),
                    (px, py, before) -> ThoraxPainter.FAT + 14 * texture.at(px / 5, py / 5, z / 8),
                    null);
            for (int i = 0; i < 4; i++) {
                double wander = 7 * texture.at(z / 14, i * 7.3 + side);
                canvas.fill(
                        Outline.ellipse(
                                x + side * (i * 6 - 9) + wander, -8 + 5 * (i % 2) - wander, 3.4 * open, 2.6 * open),
                        i < 2 ? 150 : 55);
            }
            double pectoral = shape.frontOfChest(z) - 14;
            canvas.fill(
                    Outline.ellipse(side * 84, pectoral + 22, 44, 7, side * 26),
                    (px, py, before) -> muscle(px, py, z),
                    null);
        }
    }

    private void back(Canvas canvas, double z, Canvas inside) {
        double y = shape.spineY(z);
        for (int side = -1; side <= 1; side += 2) {
            Outline erector = Outline.ellipse(side * 26, y + 42, 21, 14, side * 14);
            canvas.fill(erector.inset(-1.8), ThoraxPainter.FAT + 16, inside);
            canvas.fill(erector, (px, py, before) -> muscle(px * 1.6, py * 1.6, z), inside);
            if (z > 130) {
                Outline trapezius = Outline.through(
                        side * 3, y + 54, side * 30, y + 58, side * 74, y + 42, side * 72, y + 47, side * 30, y + 64,
                        side * 3, y + 60);
                canvas.fill(trapezius, ThoraxPainter.MUSCLE, inside);
            }
        }
    }

    /** Blade, its spine and the muscles in front of and behind it. */
    void scapulae(Canvas canvas, double z) {
        if (z < 148 || z > 284) {
            return;
        }
        double up = ThoraxShape.smooth(148, 270, z);
        double back = shape.bodyY(z);
        for (int side = -1; side <= 1; side += 2) {
            double innerX = side * (96 - 26 * up);
            double innerY = back + 72 - 14 * up;
            double outerX = side * (112 + 46 * up);
            double outerY = back + 50 - 34 * up;
            double middleX = (innerX + outerX) / 2 - side * 2;
            double middleY = (innerY + outerY) / 2 + 4;
            canvas.line(innerX, innerY + 8, outerX, outerY + 10, 15 * up + 5, ThoraxPainter.MUSCLE);
            canvas.line(innerX, innerY - 6, outerX, outerY - 8, 11 * up + 4, ThoraxPainter.MUSCLE);
            canvas.line(innerX, innerY, middleX, middleY, 3.2, 620);
            canvas.line(middleX, middleY, outerX, outerY, 3.6, 620);
            canvas.fill(Outline.ellipse(outerX, outerY, 6 + 6 * up, 5 + 4 * up, side * -35), 700);
            canvas.fill(Outline.ellipse(outerX, outerY, 4 + 6 * up, 3 + 4 * up, side * -35), 300);
            if (z > 240) {
                canvas.line(middleX, middleY, middleX + side * 16, middleY + 15, 6, 640);
                canvas.line(middleX, middleY + 4, middleX + side * 14, middleY + 13, 2.4, 280);
            }
        }
    }

    void sternum(Canvas canvas, double z) {
        if (z < 98 || z > 262) {
            return;
        }
        double manubrium = ThoraxShape.smooth(205, 235, z);
        double half = 13 + 3 * Math.cos((z - 110) / 9) + 13 * manubrium - 8 * (1 - ThoraxShape.smooth(98, 125, z));
        double y = shape.frontOfChest(z) - 6 + 3 * manubrium;
        Outline bone = Outline.polar(0, y, 60, angle -> 1, half, 6, 2.6);
        canvas.fill(bone, 520);
        canvas.fill(bone.inset(1.5), (x, py, before) -> 150 + 60 * texture.at(x / 2, py / 2, z / 2), null);
    }
}
