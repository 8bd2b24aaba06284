// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.List;

/** A point or direction in the patient: x to the left, y to the back, z to the head, in millimetres. */
public record Vector(double x, double y, double z) {
    static Vector of(List<Double> three) {
        return new Vector(three.get(0), three.get(1), three.get(2));
    }

    Vector plus(Vector other) {
        return new Vector(x + other.x, y + other.y, z + other.z);
    }

    Vector minus(Vector other) {
        return new Vector(x - other.x, y - other.y, z - other.z);
    }

    Vector scaled(double factor) {
        return new Vector(x * factor, y * factor, z * factor);
    }

    double dot(Vector other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vector cross(Vector other) {
        return new Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    double length() {
        return Math.sqrt(dot(this));
    }
}
