// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.function.DoubleUnaryOperator;

/** A closed line in a plane, in millimetres, drawn as the border of an organ. */
record Outline(double[] x, double[] y) {
    private static final int STEPS = 12;

    static Outline ellipse(double centreX, double centreY, double a, double b) {
        return polar(centreX, centreY, 96, angle -> 1, a, b, 2);
    }

    /** An ellipse turned clockwise on the screen by degrees. */
    static Outline ellipse(double centreX, double centreY, double a, double b, double degrees) {
        return ellipse(0, 0, a, b).turned(degrees).shifted(centreX, centreY);
    }

    /** A superellipse: exponent 2 is an ellipse, more is boxier; the factor stretches the radius by angle (nought: +x, then +y). */
    static Outline polar(
            double centreX,
            double centreY,
            int points,
            DoubleUnaryOperator factor,
            double a,
            double b,
            double exponent) {
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            double stretch = factor.applyAsDouble(angle);
            x[i] = centreX + stretch * a * Math.signum(c) * Math.pow(Math.abs(c), 2 / exponent);
            y[i] = centreY + stretch * b * Math.signum(s) * Math.pow(Math.abs(s), 2 / exponent);
        }
        return new Outline(x, y);
    }

    /** A smooth closed line through points given as x, y, x, y … */
    static Outline through(double... points) {
        int count = points.length / 2;
        double[] x = new double[count * STEPS];
        double[] y = new double[count * STEPS];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < STEPS; k++) {
                double t = (double) k / STEPS;
                x[i * STEPS + k] = spline(points, i, t, 0);
                y[i * STEPS + k] = spline(points, i, t, 1);
            }
        }
        return new Outline(x, y);
    }

    Outline mirrored() {
        double[] other = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            other[i] = -x[i];
        }
        return new Outline(other, y);
    }

    Outline shifted(double byX, double byY) {
        double[] newX = new double[x.length];
        double[] newY = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            newX[i] = x[i] + byX;
            newY[i] = y[i] + byY;
        }
        return new Outline(newX, newY);
    }

    Outline turned(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        double[] newX = new double[x.length];
        double[] newY = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            newX[i] = c * x[i] - s * y[i];
            newY[i] = s * x[i] + c * y[i];
        }
        return new Outline(newX, newY);
    }

    /** Each point moved inwards by millimetres, at right angles to the line. */
    Outline inset(DoubleUnaryOperator byAngle) {
        int count = x.length;
        double sense = Math.signum(area());
        double[] newX = new double[count];
        double[] newY = new double[count];
        for (int i = 0; i < count; i++) {
            int before = (i + count - 1) % count;
            int after = (i + 1) % count;
            double dx = x[after] - x[before];
            double dy = y[after] - y[before];
            double length = Math.max(1e-9, Math.hypot(dx, dy));
            double by = byAngle.applyAsDouble(2 * Math.PI * i / count) * sense;
            newX[i] = x[i] - dy / length * by;
            newY[i] = y[i] + dx / length * by;
        }
        return new Outline(newX, newY);
    }

    Outline inset(double by) {
        return inset(angle -> by);
    }

    private double area() {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            int next = (i + 1) % x.length;
            sum += x[i] * y[next] - x[next] * y[i];
        }
        return sum;
    }

    private static double spline(double[] points, int i, double t, int axis) {
        int count = points.length / 2;
        double a = points[(i + count - 1) % count * 2 + axis];
        double b = points[i * 2 + axis];
        double c = points[(i + 1) % count * 2 + axis];
        double d = points[(i + 2) % count * 2 + axis];
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    }
}
