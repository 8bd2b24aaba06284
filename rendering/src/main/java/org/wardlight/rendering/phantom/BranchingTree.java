// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * Grows a vessel tree from a trunk so that every end is reached: the ends are parted in two along their widest extent again and
 * again, and each branch heads for the middle of what it has to supply. Radii follow Murray's law.
 */
final class BranchingTree {
    private final double endRadius;
    private final double exponent;
    private final SmoothNoise wander = new SmoothNoise(77);
    private final List<Capsule> branches = new ArrayList<>();

    private BranchingTree(double endRadius, double exponent) {
        this.endRadius = endRadius;
        this.exponent = exponent;
    }

    static List<Capsule> grow(Vec root, List<Vec> ends, double endRadius, double exponent) {
        BranchingTree tree = new BranchingTree(endRadius, exponent);
        tree.branch(root, ends, 0);
        return tree.branches;
    }

    private void branch(Vec start, List<Vec> ends, int depth) {
        if (ends.isEmpty()) {
            return;
        }
        Vec middle = middle(ends);
        boolean single = ends.size() == 1;
        Vec end = single ? middle : start.towards(middle, depth == 0 ? 0.25 : 0.42);
        double radius = radius(ends.size());
        crooked(start, end, radius, single ? endRadius * 0.6 : radius(Math.max(1, ends.size() * 2 / 3)));
        if (single) {
            return;
        }
        int axis = widest(ends, middle);
        List<Vec> low = new ArrayList<>();
        List<Vec> high = new ArrayList<>();
        ends.stream()
                .sorted((a, b) -> Double.compare(along(a, axis), along(b, axis)))
                .forEach(point -> (low.size() < (ends.size() + 1) / 2 ? low : high).add(point));
        branch(end, low, depth + 1);
        branch(end, high, depth + 1);
    }

    private void crooked(Vec start, Vec end, double startRadius, double finishRadius) {
        double length = end.minus(start).length();
        Vec half = start.towards(end, 0.5);
        double sway = 0.08 * length;
        Vec knee = half.plus(new Vec(
                sway * wander.at(half.x() / 9, half.y() / 9, half.z() / 9),
                sway * wander.at(half.y() / 9, half.z() / 9, half.x() / 9),
                sway * wander.at(half.z() / 9, half.x() / 9, half.y() / 9)));
        double middleRadius = (startRadius + finishRadius) / 2;
        branches.add(new Capsule(start, knee, startRadius, middleRadius, 1));
        branches.add(new Capsule(knee, end, middleRadius, finishRadius, 1));
    }

    private double radius(int ends) {
        return endRadius * Math.pow(ends, 1 / exponent);
    }

    private static Vec middle(List<Vec> points) {
        Vec sum = new Vec(0, 0, 0);
        for (Vec point : points) {
            sum = sum.plus(point);
        }
        return sum.times(1.0 / points.size());
    }

    private static int widest(List<Vec> points, Vec middle) {
        double[] spread = new double[3];
        for (Vec point : points) {
            for (int axis = 0; axis < 3; axis++) {
                spread[axis] += Math.pow(along(point, axis) - along(middle, axis), 2);
            }
        }
        int best = spread[1] > spread[0] ? 1 : 0;
        return spread[2] > spread[best] ? 2 : best;
    }

    private static double along(Vec point, int axis) {
        return axis == 0 ? point.x() : axis == 1 ? point.y() : point.z();
    }
}
