// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.stream.IntStream;

/** Makes the picture of a chest film from its shadows: exposure, processing, marker, collimation, grain. */
final class ChestFilm {
    static final int COLUMNS = 3000;
    static final int ROWS = 3600;
    /** Millimetres in the patient; the detector, behind the patient, sees them {@link #MAGNIFICATION} times as large. */
    static final double PIXEL = 0.105;

    static final double MAGNIFICATION = 1.1;
    static final int LARGEST = 16383;
    private static final int HALF = 2;
    private final ChestShadows shadows;
    private final SmoothNoise clouds = new SmoothNoise(41);

    ChestFilm(ChestShadows shadows) {
        this.shadows = shadows;
    }

    /**
     * What differs between films.
     *
     * @param consolidation whether the right lower lobe is full
     * @param shiftX millimetres that the patient stands to the side
     */
    record View(boolean lateral, boolean consolidation, double shiftX, long seed) {}

    /** Stored values 3000 × 3600, 14 bits, dense parts bright (MONOCHROME2). */
    short[] picture(View view) {
        double pixel = PIXEL * HALF;
        int columns = COLUMNS / HALF;
        int rows = ROWS / HALF;
        double left = -columns * pixel / 2 + (view.lateral() ? 6 : 0) - view.shiftX();
        Canvas film = shadows.film(view.lateral(), columns, rows, left, pixel);
        breasts(film, view);
        if (view.consolidation()) {
            consolidation(film, view.lateral());
        }
        process(film, view.lateral());
        marker(film);
        return expose(film, view.seed());
    }

    private static void breasts(Canvas film, View view) {
        for (int row = 0; row < film.rows; row++) {
            for (int column = 0; column < film.columns; column++) {
                double z = -film.y(row);
                double x = film.x(column);
                double a = view.lateral() ? (x + 92) / 32 : (Math.abs(x) - 74) / 60;
                double down = (z - 128) / (z < 128 ? 52 : 78);
                double inside = 1 - a * a - down * down;
                if (inside > 0) {
                    double thick = view.lateral() ? 60 : 42;
                    film.values[row * film.columns + column] +=
                            (float) (thick * Math.pow(inside, view.lateral() ? 1.1 : 0.7) * 0.0165);
                }
            }
        }
    }

    /** Alveoli full of pus: patches that flow together, with air still in the bronchi. */
    private void consolidation(Canvas film, boolean lateral) {
        double centre = lateral ? 44 : -76;
        for (int row = 0; row < film.rows; row++) {
            for (int column = 0; column < film.columns; column++) {
                double u = (film.x(column) - centre) / 40;
                double v = (-film.y(row) - 116) / 30;
                double near = Math.exp(-(u * u + v * v) * 1.25);
                if (near > 0.02) {
                    double patchy = 0.62 + 0.75 * clouds.cloud(u * 4 + 9, v * 4, 4);
                    double bronchus =
                            Math.max(0, 1 - Math.abs(u * 1.2 - v * 0.8 + 0.25 * clouds.at(u * 3, v * 3)) * 26) * 0.16;
                    double dense = ThoraxShape.smooth(0.12, 0.8, near * (0.65 + 0.5 * patchy)) - bronchus * near;
                    film.values[row * film.columns + column] += (float) (Math.max(0, dense) * 52 * ChestShadows.WATER);
                }
            }
        }
    }

    /** From attenuation to grey, 0 to 1, with the edge emphasis that radiographic systems add. */
    private static void process(Canvas film, boolean lateral) {
        Canvas wide = new Canvas(film.columns, film.rows, film.left, film.top, film.pixel);
        System.arraycopy(film.values, 0, wide.values, 0, film.values.length);
        wide.blur((int) Math.round(9 / film.pixel));
        double scale = lateral ? 4.6 : 3.5;
        for (int i = 0; i < film.values.length; i++) {
            double a = film.values[i];
            double sharpened = a + 0.45 * (a - wide.values[i]) * Math.min(1, a);
            film.values[i] = (float) (1 - Math.exp(-Math.pow(Math.max(0, sharpened) / scale, 2.0)));
        }
    }

    /** The lead letter that radiographers lay on the cassette at the patient's left. */
    private static void marker(Canvas film) {
        double x = film.left + film.columns * film.pixel * 0.905;
        double y = film.top + film.rows * film.pixel * 0.085;
        film.line(x, y, x, y + 13, 2.2, 1);
        film.line(x, y + 13, x + 8, y + 13, 2.2, 1);
    }

    private static short[] expose(Canvas film, long seed) {
        Grain grain = Grain.of(seed, 1, 1);
        short[] stored = new short[COLUMNS * ROWS];
        IntStream.range(0, ROWS).parallel().forEach(row -> {
            double y = film.top + (row - 0.5) / HALF * film.pixel;
            for (int column = 0; column < COLUMNS; column++) {
                double x = film.left + (column - 0.5) / HALF * film.pixel;
                float value = film.sample(x, y);
                double noise = (0.0075 + 0.012 * value * value)
                        * grain.at(column + (row >> 9) * 173, row + (column >> 9) * 271);
                double shown = (0.035 + 0.93 * value + noise) * collimation(row, column);
                stored[row * COLUMNS + column] = (short) Math.max(0, Math.min(LARGEST, Math.round(shown * LARGEST)));
            }
        });
        return stored;
    }

    private static double collimation(int row, int column) {
        double side = Math.min(column - 46, COLUMNS - 60 - column);
        double end = Math.min(row - 58, ROWS - 40 - row);
        return Math.max(0, Math.min(1, Math.min(side, end) / 14.0));
    }
}
