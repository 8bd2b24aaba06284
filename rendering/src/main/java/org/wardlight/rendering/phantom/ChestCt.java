// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** A scanner: slices of the chest phantom with table, noise and streaks, as stored values. Immutable, thread-safe. */
final class ChestCt {
    static final int SIZE = 512;
    static final double PIXEL = 0.7;
    static final double LEFT = -SIZE * PIXEL / 2 + PIXEL / 2;
    static final double TOP = -168;
    static final int INTERCEPT = -1024;
    private static final int ENDS_PER_LUNG = 850;
    private final ThoraxPainter painter;
    private final Grain grain;
    private final Grain streaks;

    ChestCt(long seed) {
        painter = new ThoraxPainter(seed, ENDS_PER_LUNG, false);
        grain = Grain.of(seed, 1, 1);
        streaks = Grain.of(seed + 1, 24, 0);
    }

    /** Stored values of the slice at a height, 512 × 512, 12 bits, Hounsfield units less {@link #INTERCEPT}. */
    short[] slice(double z) {
        Canvas canvas = new Canvas(SIZE, SIZE, LEFT, TOP, PIXEL);
        painter.paint(canvas, z);
        table(canvas);
        short[] stored = new short[SIZE * SIZE];
        int shift = (int) Math.floorMod(Math.round(z * 7919), 100_003);
        double streak = 4 + 9 * ThoraxShape.smooth(245, 268, z);
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                int i = row * SIZE + column;
                double across = column - SIZE / 2.0;
                double down = row - 242.0;
                double sigma = 17 - 5 * Math.min(1, (across * across + down * down) / 62_500);
                double noise = sigma * grain.at(column + shift, row + shift / 512)
                        + streak * streaks.at(column + shift * 3, row + shift / 300);
                double value = canvas.values[i] + noise * (canvas.values[i] < -960 ? 0.55 : 1) - INTERCEPT;
                stored[i] = (short) Math.max(0, Math.min(4095, Math.round(value)));
            }
        }
        return stored;
    }

    /** A curved carbon shell filled with foam, under the back. */
    private static void table(Canvas canvas) {
        Outline shell = Outline.through(
                -170, 112, -100, 124, 0, 129, 100, 124, 170, 112, 176, 122, 110, 148, 0, 155, -110, 148, -176, 122);
        canvas.fill(shell, (x, y, before) -> before < -900 ? -180 : before, null);
        canvas.fill(shell.inset(2), (x, y, before) -> before < -150 ? -955 : before, null);
    }
}
