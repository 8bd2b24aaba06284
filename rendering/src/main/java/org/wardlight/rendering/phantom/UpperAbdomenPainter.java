// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.List;

/** Paints what lies under the diaphragm: liver, stomach, spleen, kidneys, bowel. Immutable. */
final class UpperAbdomenPainter {
    private final ThoraxShape shape;
    private final List<Capsule> liverVessels;
    private final SmoothNoise texture = new SmoothNoise(23);

    private final boolean upright;

    UpperAbdomenPainter(ThoraxShape shape, List<Capsule> liverVessels, boolean upright) {
        this.upright = upright;
        this.shape = shape;
        this.liverVessels = liverVessels;
    }

    void paint(Canvas canvas, Canvas cavity, double z) {
        if (z > 106) {
            return;
        }
        Canvas under = diaphragm(canvas, cavity, z);
        fat(canvas, under, z);
        kidneys(canvas, under, z);
        spleen(canvas, under, z);
        stomach(canvas, under, z);
        liver(canvas, under, z);
        if (!upright) {
            effusion(canvas, cavity, z);
        }
    }

    /** 1 where the height is below the domes. */
    private Canvas diaphragm(Canvas canvas, Canvas cavity, double z) {
        Canvas under = canvas.another();
        for (int row = 0; row < canvas.rows; row++) {
            for (int column = 0; column < canvas.columns; column++) {
                int i = row * canvas.columns + column;
                if (cavity.values[i] > 0) {
                    double x = canvas.x(column);
                    double y = canvas.y(row);
                    double deep = shape.dome(x, y) - z;
                    under.values[i] = (float) (cavity.values[i] * Math.max(0, Math.min(1, deep + 0.5)));
                    double sheet = Math.max(0, Math.min(1, (deep + 3.2) * 0.8));
                    canvas.values[i] += (float) (cavity.values[i] * sheet * (ThoraxPainter.MUSCLE - canvas.values[i]));
                }
            }
        }
        return under;
    }

    private void fat(Canvas canvas, Canvas under, double z) {
        canvas.fill(
                shape.inner(z).inset(5),
                (x, y, before) -> ThoraxPainter.FAT + 12 * texture.at(x / 6 + z / 14, y / 6),
                under);
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(Outline.ellipse(side * 17, shape.spineY(z) - 12, 8, 15, side * -20), 58, under);
        }
    }

    private void liver(Canvas canvas, Canvas under, double z) {
        double down = Math.max(0, 60 - z);
        Outline liver = Outline.through(
                -128,
                -30,
                -104,
                -66,
                -50,
                -84,
                4,
                -84,
                56 - down * 0.5,
                -70,
                46 - down * 0.6,
                -46,
                8,
                -30,
                -14,
                -8,
                -26,
                8,
                -34,
                44,
                -66,
                70,
                -104,
                58,
                -130,
                20);
        canvas.fill(liver, (x, y, before) -> 112 + 7 * texture.at(x / 4 + z / 9, y / 4), under);
        for (Capsule vessel : liverVessels) {
            canvas.cut(vessel, z, (x, y, before) -> before > 90 && before < 130 ? 158 : before, under);
        }
        canvas.cut(Ellipsoid.upright(new Vec(-92, 22, 58), 7, 7, 7), z, 8);
        if (z < 30) {
            canvas.cut(Ellipsoid.along(new Vec(-48, -52, -6), new Vec(0.3, 0.5, 1), 38, 17, 15), z, 12);
        }
    }

    private void spleen(Canvas canvas, Canvas under, double z) {
        double size = Math.sqrt(Math.max(0, 1 - Math.pow((z - 34) / 54, 2)));
        if (size > 0.05) {
            Outline spleen = Outline.through(66, 66, 88, 62, 112, 40, 122, 8, 114, -8, 102, 6, 94, 28, 80, 46);
            Outline scaled = new Outline(
                    java.util.Arrays.stream(spleen.x())
                            .map(x -> 96 + (x - 96) * size)
                            .toArray(),
                    java.util.Arrays.stream(spleen.y())
                            .map(y -> 32 + (y - 32) * size)
                            .toArray());
            canvas.fill(scaled, (x, y, before) -> 124 + 8 * texture.at(x / 4 + z / 9, y / 4), under);
        }
    }

    private void stomach(Canvas canvas, Canvas under, double z) {
        Ellipsoid outside = Ellipsoid.along(new Vec(66, -22, 42), new Vec(-0.35, -0.35, -1), 62, 44, 40);
        Ellipsoid inside = Ellipsoid.along(new Vec(66, -22, 42), new Vec(-0.35, -0.35, -1), 57, 39, 35);
        canvas.cut(outside, z, (x, y, before) -> 62, under);
        // Fluid below, gas above and a level between: below is the back of who lies, the foot of who stands.
        canvas.cut(
                inside,
                z,
                (x, y, before) ->
                        (upright ? z > 62 : y < -26) ? -960 : 18 + 26 * Math.max(0, texture.at(x / 5, y / 5, z / 5)),
                under);
    }

    private void kidneys(Canvas canvas, Canvas under, double z) {
        for (int side = -1; side <= 1; side += 2) {
            Vec centre = new Vec(side * 58, 48, side < 0 ? -34 : -20);
            Vec axis = new Vec(side * 0.2, 0.1, -1);
            canvas.cut(Ellipsoid.along(centre, axis, 55, 27, 24), z, (x, y, before) -> 175, under);
            canvas.cut(Ellipsoid.along(centre, axis, 40, 16, 13), z, (x, y, before) -> 120, under);
            canvas.cut(
                    Ellipsoid.along(centre.plus(new Vec(-side * 7, -4, 0)), axis, 28, 11, 7),
                    z,
                    (x, y, before) -> -70,
                    under);
            canvas.cut(
                    Ellipsoid.along(new Vec(side * 40, 26, 22), new Vec(1, side * 1.2, 0.2), 13, 2.6, 14),
                    z,
                    (x, y, before) -> 70,
                    under);
        }
    }

    /** A little fluid that has run to the back of the left lung. */
    private void effusion(Canvas canvas, Canvas cavity, double z) {
        if (z < 96) {
            double level = 62 + 26 * ThoraxShape.smooth(40, 96, z);
            Outline fluid = Outline.through(
                    34, level + 8, 60, level + 2, 90, level - 12, 128, level - 26, 150, 60, 90, 110, 30, 100);
            canvas.fill(fluid, (x, y, before) -> before < -300 ? 12 : before, cavity);
        }
    }
}
