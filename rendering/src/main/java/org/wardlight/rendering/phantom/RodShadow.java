// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.List;

/**
 * The shadows that rods in space throw on a film: the length of the ray inside each, times how much more it absorbs. A rod is taken
 * as a row of overlapping balls, so that bends and rods along the ray need no care. Immutable.
 */
final class RodShadow {
    private final boolean lateral;

    /** Rays run from back to front, or from side to side. */
    RodShadow(boolean lateral) {
        this.lateral = lateral;
    }

    /** A film's canvas has x (or y, when lateral) across and minus z down. */
    void add(Canvas film, List<Capsule> rods, double perMm) {
        for (Capsule rod : rods) {
            add(film, rod, 0, perMm);
        }
    }

    /** Bone: a dense cortex around marrow. */
    void addHollow(Canvas film, List<Capsule> rods, double cortex, double marrow, double thick) {
        for (Capsule rod : rods) {
            add(film, rod, 0, cortex);
            add(film, rod, thick, marrow - cortex);
        }
    }

    private void add(Canvas film, Capsule rod, double thinner, double perMm) {
        double length = rod.to().minus(rod.from()).length();
        double mean = (rod.fromRadius() + rod.toRadius()) / 2;
        int balls = Math.max(1, (int) Math.ceil(length / Math.max(0.35, mean * 0.22)));
        double apart = length / balls;
        for (int i = 0; i < balls; i++) {
            double t = (i + 0.5) / balls;
            double radius = rod.fromRadius() + t * (rod.toRadius() - rod.fromRadius()) - thinner;
            if (radius > 0) {
                // Balls in a row add up to (pi / 2) r / apart times the rod that they stand for.
                double share = perMm * apart / (Math.PI / 2 * radius);
                ball(film, rod.from().towards(rod.to(), t), radius, rod.height(), share);
            }
        }
    }

    private void ball(Canvas film, Vec centre, double radius, double height, double perMm) {
        double across = lateral ? centre.y() : centre.x();
        double down = -centre.z();
        int x0 = Math.max(0, (int) Math.ceil((across - radius - film.left) / film.pixel));
        int x1 = Math.min(film.columns - 1, (int) Math.floor((across + radius - film.left) / film.pixel));
        int y0 = Math.max(0, (int) Math.ceil((down - radius * height - film.top) / film.pixel));
        int y1 = Math.min(film.rows - 1, (int) Math.floor((down + radius * height - film.top) / film.pixel));
        for (int row = y0; row <= y1; row++) {
            double dy = (film.y(row) - down) / height;
            for (int column = x0; column <= x1; column++) {
                double dx = film.x(column) - across;
                double inside = radius * radius - dx * dx - dy * dy;
                if (inside > 0) {
                    film.values[row * film.columns + column] += (float) (2 * Math.sqrt(inside) * perMm);
                }
            }
        }
    }
}
