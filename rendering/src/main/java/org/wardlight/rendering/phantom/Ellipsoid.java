// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** An ellipsoid whose first axis points in any direction; the third is as near to the head as that allows. */
final class Ellipsoid implements Solid {
    private final Vec centre;
    private final double[] rows;
    private final double smallest;
    private final double largest;

    private Ellipsoid(Vec centre, double[] rows, double smallest, double largest) {
        this.centre = centre;
        this.rows = rows;
        this.smallest = smallest;
        this.largest = largest;
    }

    static Ellipsoid upright(Vec centre, double a, double b, double c) {
        return along(centre, new Vec(1, 0, 0), a, b, c);
    }

    static Ellipsoid along(Vec centre, Vec direction, double a, double b, double c) {
        Vec first = direction.times(1 / direction.length());
        Vec helper = Math.abs(first.z()) > 0.9 ? new Vec(0, 1, 0) : new Vec(0, 0, 1);
        Vec second = cross(helper, first);
        second = second.times(1 / second.length());
        Vec third = cross(first, second);
        double[] rows = {
            first.x() / a, first.y() / a, first.z() / a,
            second.x() / b, second.y() / b, second.z() / b,
            third.x() / c, third.y() / c, third.z() / c
        };
        return new Ellipsoid(centre, rows, Math.min(a, Math.min(b, c)), Math.max(a, Math.max(b, c)));
    }

    @Override
    public double depth(double x, double y, double z) {
        double dx = x - centre.x();
        double dy = y - centre.y();
        double dz = z - centre.z();
        double u = rows[0] * dx + rows[1] * dy + rows[2] * dz;
        double v = rows[3] * dx + rows[4] * dy + rows[5] * dz;
        double w = rows[6] * dx + rows[7] * dy + rows[8] * dz;
        return (1 - Math.sqrt(u * u + v * v + w * w)) * smallest;
    }

    @Override
    public double[] bounds(double z) {
        double away = Math.abs(z - centre.z());
        if (away > largest) {
            return NOWHERE;
        }
        double reach = Math.sqrt(largest * largest - away * away) + 1;
        return new double[] {centre.x() - reach, centre.x() + reach, centre.y() - reach, centre.y() + reach};
    }

    private static Vec cross(Vec a, Vec b) {
        return new Vec(a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(), a.x() * b.y() - a.y() * b.x());
    }
}
