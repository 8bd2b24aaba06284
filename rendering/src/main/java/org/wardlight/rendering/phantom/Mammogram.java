// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A breast as a mediolateral oblique mammogram shows it. Drawn as the left one, chest wall at the left edge; the right one is its mirror image with its own tissue. */
final class Mammogram {
    static final int COLUMNS = 2400;
    static final int ROWS = 3000;
    static final double PIXEL = 0.07;
    static final int LARGEST = 4095;
    private static final int COARSE = 2;
    private static final double NIPPLE_X = 121;
    private static final double NIPPLE_Y = 124;
    private final long seed;
    private final boolean right;
    private final SmoothNoise tissue;

    Mammogram(long seed, boolean right) {
        this.seed = seed;
        this.right = right;
        this.tissue = new SmoothNoise(seed);
    }

    /** Stored values 2400 × 3000, 12 bits, dense parts bright. */
    short[] picture() {
        Canvas film = new Canvas(COLUMNS / COARSE, ROWS / COARSE, 0, 0, PIXEL * COARSE);
        Canvas mask = film.another();
        Outline breast = breast();
        mask.fill(breast, 1);
        mask.fill(Outline.ellipse(NIPPLE_X + 1, NIPPLE_Y, 5.5, 5, 0), 1);
        Canvas thick = film.another();
        System.arraycopy(mask.values, 0, thick.values, 0, mask.values.length);
        // The wall and the top of the picture are no skin.
        thick.fill(Outline.through(-30, -30, 20, -30, 30, 100, -5, 206, -30, 206), 1);
        thick.blur(38);
        Canvas glands = ducts(film);
        IntStream.range(0, film.rows).parallel().forEach(row -> shade(film, mask, thick, glands, row));
        pectoral(film, mask);
        vessels(film, mask);
        calcifications(film);
        if (right) {
            mirror(film);
        }
        Strokes.draw(film, right ? "R MLO" : "L MLO", right ? 10 : 128, 9, 6, 1.05);
        return expose(film);
    }

    private static Outline breast() {
        return Outline.through(
                -20, -25, 60, -25, 72, 4, 80, 34, 96, 66, 113, 96, 121, 124, 114, 152, 92, 178, 58, 195, 26, 201, 8,
                208, -20, 214);
    }

    private void shade(Canvas film, Canvas mask, Canvas thick, Canvas glands, int row) {
        double y = film.y(row);
        for (int column = 0; column < film.columns; column++) {
            int i = row * film.columns + column;
            if (mask.values[i] <= 0) {
                continue;
            }
            double x = film.x(column);
            double inside = ThoraxShape.smooth(0.42, 0.98, thick.values[i]);
            double skin = Math.max(0, 1 - Math.abs(thick.values[i] - 0.53) * 26) * 0.1;
            double fat = 0.1 + 0.17 * inside + 0.03 * tissue.cloud(x / 16, y / 16, 3);
            double value = fat + skin + inside * (parenchyma(x, y) + 0.14 * glands.values[i]);
            film.values[i] = (float) (mask.values[i] * value);
        }
    }

    /** Fibroglandular tissue: a cone behind the nipple, streaked towards it, with fat between and thin ligaments. */
    private double parenchyma(double x, double y) {
        double dx = NIPPLE_X - x;
        double dy = y - NIPPLE_Y;
        double away = Math.sqrt(dx * dx + dy * dy);
        double angle = Math.atan2(dy, dx);
        double u = (away - 44) / 43;
        double v = (angle + 0.12) / 0.78;
        double cone = Math.exp(-(u * u * 1.1 + v * v * 1.2));
        double streaks = tissue.cloud(away / 17 + tissue.at(x / 22, y / 22), angle * 5.2, 4);
        double clumps = tissue.cloud(x / 11 + 40, y / 11, 4);
        double dense = ThoraxShape.smooth(0.06, 0.95, cone * (0.95 + 0.75 * streaks + 0.7 * clumps));
        double ridge = Math.abs(tissue.at(x / 9 + 0.8 * clumps, y / 9 + 0.8 * streaks));
        double ligament = Math.max(0, 1 - ridge * 13) * (0.04 + 0.08 * cone);
        double nipple = 0.12 * Math.exp(-(away * away) / 60);
        return 0.5 * dense * (0.82 + 0.3 * clumps) + ligament + nipple;
    }

    private Canvas ducts(Canvas film) {
        Random random = new Random(seed);
        List<Vec> ends = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            double away = 26 + 62 * random.nextDouble();
            double angle = -0.7 + 1.3 * random.nextDouble();
            ends.add(new Vec(NIPPLE_X - away * Math.cos(angle), NIPPLE_Y + away * Math.sin(angle), 0));
        }
        Canvas canvas = film.another();
        for (Capsule duct : BranchingTree.grow(new Vec(NIPPLE_X - 2, NIPPLE_Y, 0), ends, 0.3, 3.2)) {
            canvas.cut(duct, 0, (x, y, before) -> Math.min(1, before + 0.75), null);
        }
        canvas.blur(2);
        return canvas;
    }

    private void pectoral(Canvas film, Canvas mask) {
        Canvas muscle = film.another();
        muscle.fill(Outline.through(-40, -40, 48, -30, 50, 0, 40, 36, 24, 78, 4, 118, -14, 140, -40, 120), 1);
        muscle.blur(5);
        for (int i = 0; i < muscle.values.length; i++) {
            double share = muscle.values[i] * mask.values[i];
            if (share > 0) {
                double x = film.x(i % film.columns);
                double y = film.y(i / film.columns);
                double fibres = tissue.at((x + y * 0.42) / 3.5, (y - x) / 60);
                double value = 0.58 + 0.035 * fibres - 0.0016 * y + 0.3 * Math.max(0, film.values[i] - 0.4);
                film.values[i] += (float) (share * (value - film.values[i]));
            }
        }
    }

    private void vessels(Canvas film, Canvas mask) {
        Random random = new Random(seed + 3);
        Canvas blood = film.another();
        for (int vessel = 0; vessel < 5; vessel++) {
            Vec at = new Vec(4 + 30 * random.nextDouble(), 60 + 26 * vessel, 0);
            double angle = -0.5 + 0.22 * vessel;
            for (int step = 0; step < 34; step++) {
                angle += 0.5 * (random.nextDouble() - 0.5) + 0.012;
                Vec next = at.plus(new Vec(2.6 * Math.cos(angle), 2.6 * Math.sin(angle), 0));
                double radius = 0.62 - step * 0.012;
                blood.cut(new Capsule(at, next, radius), 0, 1);
                at = next;
            }
        }
        blood.blur(2);
        for (int i = 0; i < film.values.length; i++) {
            film.values[i] += 0.07f * blood.values[i] * mask.values[i];
        }
    }

    /** The finding: a cluster of specks of chalk; and here and there a single one. */
    private void calcifications(Canvas film) {
        Random random = new Random(seed + 8);
        int cluster = right ? 16 : 0;
        for (int i = 0; i < cluster + 4; i++) {
            boolean grouped = i < cluster;
            double x = grouped ? 74 + 3.6 * random.nextGaussian() : 40 + 60 * random.nextDouble();
            double y = grouped ? 96 + 3.2 * random.nextGaussian() : 70 + 100 * random.nextDouble();
            double radius = grouped ? 0.14 + 0.16 * random.nextDouble() : 0.3;
            Vec speck = new Vec(x, y, 0);
            Vec other = new Vec(x + 0.4 * random.nextGaussian(), y + 0.4 * random.nextGaussian(), 0);
            film.cut(new Capsule(speck, other, radius), 0, (px, py, before) -> Math.min(1, before + 0.35), null);
        }
    }

    private static void mirror(Canvas film) {
        for (int row = 0; row < film.rows; row++) {
            int start = row * film.columns;
            for (int column = 0; column < film.columns / 2; column++) {
                int other = start + film.columns - 1 - column;
                float kept = film.values[start + column];
                film.values[start + column] = film.values[other];
                film.values[other] = kept;
            }
        }
    }

    private short[] expose(Canvas film) {
        Grain grain = Grain.of(seed + 21, 1, 1);
        short[] stored = new short[COLUMNS * ROWS];
        IntStream.range(0, ROWS).parallel().forEach(row -> {
            double y = row * PIXEL - PIXEL / 2;
            for (int column = 0; column < COLUMNS; column++) {
                float value = film.sample(column * PIXEL - PIXEL / 2, y);
                if (value > 0.004) {
                    double noise = 0.012
                            * Math.min(1, value * 4)
                            * grain.at(column + (row >> 9) * 191, row + (column >> 9) * 97);
                    double shown = (value + noise) * 0.93;
                    stored[row * COLUMNS + column] =
                            (short) Math.max(0, Math.min(LARGEST, Math.round(shown * LARGEST)));
                }
            }
        });
        return stored;
    }
}
