// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** Noise without memory: the same place always has the same value, smooth between the knots of a grid of unit size. */
record SmoothNoise(long seed) {
    /** From -1 to 1. */
    double at(double x, double y, double z) {
        int xi = floor(x);
        int yi = floor(y);
        int zi = floor(z);
        double u = fade(x - xi);
        double v = fade(y - yi);
        double w = fade(z - zi);
        double near = plane(xi, yi, zi, u, v);
        return near + w * (plane(xi, yi, zi + 1, u, v) - near);
    }

    double at(double x, double y) {
        int xi = floor(x);
        int yi = floor(y);
        return plane(xi, yi, 0, fade(x - xi), fade(y - yi));
    }

    /** Octaves of halving size and strength; about -1 to 1. */
    double cloud(double x, double y, int octaves) {
        double sum = 0;
        double strength = 0.5;
        double scale = 1;
        for (int i = 0; i < octaves; i++) {
            sum += strength * at(x * scale + 17.3 * i, y * scale - 9.1 * i);
            strength *= 0.55;
            scale *= 2;
        }
        return sum * 1.3;
    }

    double cloud(double x, double y, double z, int octaves) {
        double sum = 0;
        double strength = 0.5;
        double scale = 1;
        for (int i = 0; i < octaves; i++) {
            sum += strength * at(x * scale + 17.3 * i, y * scale - 9.1 * i, z * scale + 5.7 * i);
            strength *= 0.55;
            scale *= 2;
        }
        return sum * 1.3;
    }

    private double plane(int x, int y, int z, double u, double v) {
        double a = knot(x, y, z);
        double b = knot(x + 1, y, z);
        double c = knot(x, y + 1, z);
        double d = knot(x + 1, y + 1, z);
        double top = a + u * (b - a);
        return top + v * (c + u * (d - c) - top);
    }

    private double knot(int x, int y, int z) {
        int hash = x * 0x8da6b343 ^ y * 0xd8163841 ^ z * 0xcb1ab31f ^ (int) seed;
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d;
        hash ^= hash >>> 12;
        hash *= 0x297a2d39;
        hash ^= hash >>> 15;
        return hash * 0x1p-31;
    }

    private static int floor(double value) {
        int whole = (int) value;
        return value < whole ? whole - 1 : whole;
    }

    private static double fade(double t) {
        return t * t * (3 - 2 * t);
    }
}
