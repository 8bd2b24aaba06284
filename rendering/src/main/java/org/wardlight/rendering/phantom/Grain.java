// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.Random;

/** A tile of Gaussian grain with unit variance, blurred as a detector or a reconstruction blurs it; taken from any place, it repeats. */
final class Grain {
    private static final int SIZE = 512;
    private static final int MASK = SIZE - 1;
    private final float[] values;

    private Grain(float[] values) {
        this.values = values;
    }

    /** Blur in pixels across and down; nought leaves every pixel on its own. */
    static Grain of(long seed, int blurAcross, int blurDown) {
        Random random = new Random(seed);
        float[] values = new float[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        for (int pass = 0; pass < 2; pass++) {
            values = blur(values, blurAcross, 1);
            values = blur(values, blurDown, SIZE);
        }
        double square = 0;
        for (float value : values) {
            square += value * value;
        }
        float scale = (float) (1 / Math.sqrt(square / values.length));
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return new Grain(values);
    }

    float at(int x, int y) {
        return values[(y & MASK) * SIZE + (x & MASK)];
    }

    private static float[] blur(float[] from, int radius, int step) {
        if (radius == 0) {
            return from;
        }
        float[] to = new float[from.length];
        int other = step == 1 ? SIZE : 1;
        for (int line = 0; line < SIZE; line++) {
            for (int i = 0; i < SIZE; i++) {
                float sum = 0;
                for (int k = -radius; k <= radius; k++) {
                    sum += from[line * other + (i + k & MASK) * step];
                }
                to[line * other + i * step] = sum;
            }
        }
        return to;
    }
}
