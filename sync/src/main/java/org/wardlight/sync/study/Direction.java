// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.List;
import java.util.Optional;

/** A unit vector in the patient's coordinates (PS3.3 C.7.6.2.1.1). */
record Direction(double x, double y, double z) {
    /** About 2.5 degrees: slices of one stack differ by rounding, planes that differ on purpose do by more. */
    private static final double SAME_COSINE = 0.999;

    /** Row cosines times column cosines; empty when they span no plane. */
    static Optional<Direction> normal(List<Double> orientation) {
        if (orientation.size() != 6) {
            return Optional.empty();
        }
        double x = orientation.get(1) * orientation.get(5) - orientation.get(2) * orientation.get(4);
        double y = orientation.get(2) * orientation.get(3) - orientation.get(0) * orientation.get(5);
        double z = orientation.get(0) * orientation.get(4) - orientation.get(1) * orientation.get(3);
        double length = Math.sqrt(x * x + y * y + z * z);
        // The comparison is false for NaN too.
        return length > 0.5 && length < 2
                ? Optional.of(new Direction(x / length, y / length, z / length))
                : Optional.empty();
    }

    boolean isAlong(Direction other) {
        return x * other.x + y * other.y + z * other.z >= SAME_COSINE;
    }

    /** How far along this direction a point lies, in millimetres. */
    double distance(List<Double> point) {
        return x * point.get(0) + y * point.get(1) + z * point.get(2);
    }
}
