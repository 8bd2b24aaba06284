// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** A scanner: slices of the brain phantom with coil shading and Rician noise, as stored values of 12 bits. Immutable, thread-safe. */
final class BrainMr {
    static final int SIZE = 320;
    static final double PIXEL = 0.72;
    static final double LEFT = -SIZE * PIXEL / 2 + PIXEL / 2;
    static final double TOP = LEFT - 4;
    private static final double NOISE = 13;
    private final BrainPainter painter = new BrainPainter();
    private final SmoothNoise coil = new SmoothNoise(17);
    private final Grain real;
    private final Grain imaginary;

    BrainMr(long seed) {
        real = Grain.of(seed, 1, 0);
        imaginary = Grain.of(seed + 1, 1, 0);
    }

    short[] slice(double z, MrContrast contrast) {
        Canvas canvas = new Canvas(SIZE, SIZE, LEFT, TOP, PIXEL);
        painter.paint(canvas, z, contrast);
        short[] stored = new short[SIZE * SIZE];
        int shift = (int) Math.floorMod(Math.round(z * 6007 + contrast.fluid() * 13), 99_991L);
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double x = canvas.x(column);
                double y = canvas.y(row);
                double shade = 1 + 0.09 * coil.at(x / 90, y / 90, z / 90) + 0.05 * (x * x + y * y) / 10_000;
                double signal =
                        canvas.values[row * SIZE + column] * shade + NOISE * real.at(column + shift, row + shift / 512);
                double other = NOISE * imaginary.at(column + shift, row + shift / 512);
                stored[row * SIZE + column] =
                        (short) Math.min(4095, Math.round(Math.sqrt(signal * signal + other * other)));
            }
        }
        return stored;
    }
}
