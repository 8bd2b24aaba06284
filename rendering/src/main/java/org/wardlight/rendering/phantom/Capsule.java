// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/**
 * A round rod from one point to another whose radius may change: a piece of a vessel, a bronchus or a rib.
 *
 * @param height how many times taller (along z) than deep its section is; 1 is round
 */
record Capsule(Vec from, Vec to, double fromRadius, double toRadius, double height) implements Solid {
    Capsule(Vec from, Vec to, double radius) {
        this(from, to, radius, radius, 1);
    }

    Capsule thinner(double by) {
        return new Capsule(from, to, Math.max(0.1, fromRadius - by), Math.max(0.1, toRadius - by), height);
    }

    @Override
    public double depth(double x, double y, double z) {
        double ax = to.x() - from.x();
        double ay = to.y() - from.y();
        double az = (to.z() - from.z()) / height;
        double px = x - from.x();
        double py = y - from.y();
        double pz = (z - from.z()) / height;
        double square = ax * ax + ay * ay + az * az;
        double t = square == 0 ? 0 : Math.max(0, Math.min(1, (px * ax + py * ay + pz * az) / square));
        double dx = px - t * ax;
        double dy = py - t * ay;
        double dz = pz - t * az;
        return fromRadius + t * (toRadius - fromRadius) - Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    @Override
    public double[] bounds(double z) {
        double radius = Math.max(fromRadius, toRadius) + 1;
        double reach = radius * height;
        double low = Math.min(from.z(), to.z()) - reach;
        double high = Math.max(from.z(), to.z()) + reach;
        if (z < low || z > high) {
            return NOWHERE;
        }
        double span = to.z() - from.z();
        double a = 0;
        double b = 1;
        if (Math.abs(span) > 1e-6) {
            double p = (z - reach - from.z()) / span;
            double q = (z + reach - from.z()) / span;
            a = Math.max(0, Math.min(1, Math.min(p, q)));
            b = Math.max(0, Math.min(1, Math.max(p, q)));
        }
        Vec first = from.towards(to, a);
        Vec second = from.towards(to, b);
        return new double[] {
            Math.min(first.x(), second.x()) - radius,
            Math.max(first.x(), second.x()) + radius,
            Math.min(first.y(), second.y()) - radius,
            Math.max(first.y(), second.y()) + radius
        };
    }
}
