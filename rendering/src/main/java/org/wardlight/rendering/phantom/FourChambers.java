// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** An apical four-chamber view of a heart at a moment, in pixels from the probe: across to the right, down into the body. */
final class FourChambers {
    static final double SCALE = 0.4;
    private final double squeeze;
    private final double open;
    private final double annulus;

    FourChambers(HeartBeat beat) {
        squeeze = beat.squeeze();
        open = beat.valvesOpen();
        annulus = 262 - 18 * squeeze;
    }

    /** How much a place echoes, 0 (blood) to 1 (pericardium). */
    double echo(double x, double y) {
        double whole = ellipse(x, y, 4, 232, 118 - 5 * squeeze, 178 - 4 * squeeze);
        if (whole > 1.12) {
            return 0.22;
        }
        if (whole > 1.0) {
            double lining = 1 - Math.abs(whole - 1.05) / 0.06;
            return 0.4 + 0.5 * Math.max(0, lining);
        }
        double valves = Math.max(leaflets(x, y, 52, 34), leaflets(x, y, -56, 29));
        if (valves > 0) {
            return 0.86 * valves;
        }
        return blood(x, y) ? 0.035 : wall(x, y);
    }

    boolean blood(double x, double y) {
        return leftVentricle(x, y) < 1
                || rightVentricle(x, y) < 1
                || atrium(x, y, 50, 1) < 1
                || atrium(x, y, -54, 0.95) < 1;
    }

    /** How well a place lies in the stream through the mitral valve, 0 to 1. */
    double inflowStream(double x, double y) {
        double across = (x - 50) / 17;
        double down = (y - 228) / 48;
        return leftVentricle(x, y) < 1 || atrium(x, y, 50, 1) < 1 ? Math.exp(-across * across - down * down) : 0;
    }

    /** How well a place lies in the tract below the aortic valve, 0 to 1. */
    double outflowStream(double x, double y) {
        double across = (x - 30 - (230 - y) * 0.12) / 13;
        double down = (y - 236) / 36;
        return leftVentricle(x, y) < 1 ? Math.exp(-across * across - down * down) : 0;
    }

    /** How well a place lies in a jet that leaks into the left atrium, 0 to 1. */
    double leak(double x, double y) {
        double across = (x - 54 - (y - annulus) * 0.1) / (5 + 0.12 * Math.max(0, y - annulus));
        double down = (y - annulus - 26) / 28;
        return y > annulus ? Math.exp(-across * across - down * down) : 0;
    }

    private double wall(double x, double y) {
        boolean septum = Math.abs(x - 2) < 16 && y < annulus;
        boolean atrialSeptum = Math.abs(x + 2) < 9 && y >= annulus;
        return septum ? 0.5 : atrialSeptum ? 0.42 : 0.44;
    }

    private double leftVentricle(double x, double y) {
        double height = annulus - 78;
        double t = (annulus - y) / height;
        if (t < 0 || t > 1) {
            return 2;
        }
        double half = (43 - 15 * squeeze) * Math.sqrt(Math.max(0, 1 - t * t * t)) * (1 - 0.1 * (1 - t));
        double trabecle = 2.2 * Math.sin(y / 6.5) * Math.sin(y / 17);
        double centre = 52 - 20 * t;
        return Math.abs(x - centre) / Math.max(0.1, half + trabecle * 0.5);
    }

    private double rightVentricle(double x, double y) {
        double height = annulus - 122;
        double t = (annulus - y) / height;
        if (t < 0 || t > 1) {
            return 2;
        }
        double half = (34 - 10 * squeeze) * Math.pow(Math.max(0, 1 - t * t), 0.6);
        double trabecle = 2.6 * Math.sin(y / 5 + x / 8);
        return Math.abs(x + 56 - 26 * t) / Math.max(0.1, half + trabecle);
    }

    private double atrium(double x, double y, double centre, double size) {
        double down = (y - annulus - 48) / 48;
        double half = (42 + 5 * squeeze) * size;
        return y < annulus ? 2 : Math.sqrt(Math.pow((x - centre) / half, 2) + down * down);
    }

    /** Two thin leaflets that hang from the ring and swing up into the ventricle. */
    private double leaflets(double x, double y, double centre, double half) {
        double best = 0;
        for (int side = -1; side <= 1; side += 2) {
            double hingeX = centre + side * half;
            double swing = Math.toRadians(12 + 62 * open);
            double tipX = hingeX - side * half * 0.98 * Math.cos(swing);
            double tipY = annulus - half * 0.98 * Math.sin(swing);
            double dx = tipX - hingeX;
            double dy = tipY - annulus;
            double t = Math.max(0, Math.min(1, ((x - hingeX) * dx + (y - annulus) * dy) / (dx * dx + dy * dy)));
            double bow = 3 * Math.sin(Math.PI * t);
            double away = Math.hypot(x - hingeX - t * dx, y - annulus - t * dy - bow * (1 - open));
            best = Math.max(best, 1 - away / 3.2);
        }
        return best;
    }

    private static double ellipse(double x, double y, double centreX, double centreY, double a, double b) {
        double narrower = y < centreY ? 1 - 0.2 * Math.pow((centreY - y) / b, 2) : 1;
        double u = (x - centreX) / (a * narrower);
        double v = (y - centreY) / b;
        return Math.sqrt(u * u + v * v);
    }
}
