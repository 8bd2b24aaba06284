// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** A point or direction in the patient, in millimetres: x to the left, y to the back, z to the head (PS3.3 C.7.6.2.1.1). */
record Vec(double x, double y, double z) {
    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    Vec minus(Vec other) {
        return new Vec(x - other.x, y - other.y, z - other.z);
    }

    Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    double length() {
        return Math.sqrt(x * x + y * y + z * z);
    }

    Vec towards(Vec other, double fraction) {
        return plus(other.minus(this).times(fraction));
    }

    Vec mirrored() {
        return new Vec(-x, y, z);
    }
}
