// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Great vessels, pulmonary vessels and airways of a chest, all as rods in space. Immutable. */
final class ThoraxVessels {
    private final List<Capsule> arteries;
    private final List<Capsule> veins;
    private final List<Capsule> pulmonary;
    private final List<Capsule> lungVessels = new ArrayList<>();
    private final List<Capsule> airways = new ArrayList<>();
    private final List<Capsule> liverVessels;

    ThoraxVessels(ThoraxShape shape, long seed, int endsPerLung) {
        arteries = arteries();
        veins = veins();
        pulmonary = pulmonary();
        lung(shape, seed, endsPerLung, true);
        lung(shape, seed + 1, endsPerLung, false);
        trachea();
        liverVessels = liver(seed);
    }

    /** The aorta first, then its branches to neck and arms. */
    private static List<Capsule> arteries() {
        List<Capsule> all = new ArrayList<>();
        path(
                all,
                17,
                16,
                new Vec(-2, -12, 148),
                new Vec(-16, -24, 168),
                new Vec(-23, -28, 192),
                new Vec(-20, -22, 211));
        path(all, 16, 13.5, new Vec(-20, -22, 211), new Vec(-8, -8, 222), new Vec(6, 10, 225), new Vec(20, 28, 219));
        path(all, 13.5, 12.5, new Vec(20, 28, 219), new Vec(27, 40, 204), new Vec(28, 44, 184), new Vec(26, 42, 130));
        path(all, 12.5, 11, new Vec(26, 42, 130), new Vec(20, 36, 70), new Vec(8, 22, 10), new Vec(4, 10, -80));
        path(
                all,
                7,
                5,
                new Vec(-12, -10, 222),
                new Vec(-18, -12, 240),
                new Vec(-27, -4, 262),
                new Vec(-60, 2, 284),
                new Vec(-130, 0, 276));
        path(all, 4.5, 4, new Vec(-24, -6, 258), new Vec(-28, 2, 300), new Vec(-30, 4, 370));
        path(all, 4.5, 4, new Vec(2, 4, 224), new Vec(12, 2, 258), new Vec(26, 4, 300), new Vec(30, 4, 370));
        path(
                all,
                5.5,
                5,
                new Vec(14, 18, 222),
                new Vec(24, 20, 252),
                new Vec(38, 16, 276),
                new Vec(70, 6, 286),
                new Vec(130, 0, 276));
        return all;
    }

    private static List<Capsule> veins() {
        List<Capsule> all = new ArrayList<>();
        path(all, 9, 9.5, new Vec(-38, -24, 238), new Vec(-37, -18, 200), new Vec(-36, -12, 160));
        path(
                all,
                6.5,
                6.5,
                new Vec(-38, -24, 238),
                new Vec(-40, -26, 256),
                new Vec(-60, -26, 272),
                new Vec(-130, -14, 274));
        path(
                all,
                6.5,
                6.5,
                new Vec(-38, -24, 238),
                new Vec(-6, -36, 243),
                new Vec(34, -32, 256),
                new Vec(64, -26, 272),
                new Vec(130, -14, 274));
        path(all, 6, 6, new Vec(-40, -22, 256), new Vec(-42, -6, 370));
        path(all, 6, 6, new Vec(36, -26, 258), new Vec(42, -6, 370));
        path(all, 13, 12, new Vec(-30, -2, 112), new Vec(-30, 2, 70), new Vec(-22, 8, -80));
        path(
                all,
                3,
                3,
                new Vec(-6, 36, -40),
                new Vec(-7, 40, 120),
                new Vec(-8, 40, 196),
                new Vec(-22, 16, 206),
                new Vec(-34, -6, 204));
        return all;
    }

    /** The wide stems of the pulmonary arteries and veins, outside the lungs. */
    private static List<Capsule> pulmonary() {
        List<Capsule> all = new ArrayList<>();
        path(all, 15, 14, new Vec(20, -42, 150), new Vec(22, -34, 168), new Vec(16, -18, 184));
        path(all, 12.5, 11, new Vec(14, -16, 183), new Vec(-8, -6, 181), new Vec(-30, 2, 178), new Vec(-48, 8, 172));
        path(all, 12.5, 11, new Vec(16, -16, 184), new Vec(28, 2, 190), new Vec(44, 16, 184));
        path(all, 8, 7, new Vec(-14, 14, 152), new Vec(-36, 10, 158), new Vec(-54, 4, 166));
        path(all, 8, 7, new Vec(-14, 20, 142), new Vec(-34, 24, 138), new Vec(-54, 26, 128));
        path(all, 8, 7, new Vec(18, 16, 152), new Vec(38, 8, 160), new Vec(54, 0, 170));
        path(all, 8, 7, new Vec(18, 22, 142), new Vec(38, 28, 138), new Vec(54, 30, 128));
        return all;
    }

    List<Capsule> greatArteries() {
        return arteries;
    }

    List<Capsule> greatVeins() {
        return veins;
    }

    List<Capsule> pulmonaryStems() {
        return pulmonary;
    }

    List<Capsule> lungVessels() {
        return lungVessels;
    }

    /** Lumen of the trachea and the bronchi; walls lie around them. */
    List<Capsule> airways() {
        return airways;
    }

    List<Capsule> liverVessels() {
        return liverVessels;
    }

    private void lung(ThoraxShape shape, long seed, int count, boolean left) {
        List<Vec> ends = scatter(shape, seed, count, left);
        double side = left ? 1 : -1;
        Vec artery = left ? new Vec(44, 16, 184) : new Vec(-48, 8, 172);
        lungVessels.addAll(BranchingTree.grow(artery, ends, 0.72, 2.65));
        List<Vec> veinUpper = ends.stream()
                .filter(end -> end.z() > 160)
                .map(end -> end.plus(new Vec(3, -6, -4)))
                .toList();
        List<Vec> veinLower = ends.stream()
                .filter(end -> end.z() <= 160)
                .map(end -> end.plus(new Vec(-4, 4, 5)))
                .toList();
        lungVessels.addAll(
                BranchingTree.grow(left ? new Vec(54, 0, 170) : new Vec(-54, 4, 166), half(veinUpper), 0.7, 2.8));
        lungVessels.addAll(BranchingTree.grow(new Vec(side * 54, 28, 128), half(veinLower), 0.7, 2.8));
        List<Vec> air = ends.stream().filter(end -> end.length() % 1 < 0.05).toList();
        Vec hilum = left ? new Vec(46, 22, 176) : new Vec(-44, 18, 172);
        airways.addAll(BranchingTree.grow(hilum, air, 0.8, 2.5));
    }

    private void trachea() {
        path(airways, 8.5, 8.5, new Vec(0, 2, 370), new Vec(0, 4, 300), new Vec(-1, 10, 240), new Vec(-1, 16, 204));
        path(airways, 7, 6.4, new Vec(-2, 16, 204), new Vec(-20, 18, 190), new Vec(-44, 18, 172));
        path(airways, 6.8, 6, new Vec(0, 16, 204), new Vec(20, 22, 190), new Vec(46, 22, 176));
    }

    private static List<Vec> scatter(ThoraxShape shape, long seed, int count, boolean left) {
        Random random = new Random(seed);
        List<Vec> ends = new ArrayList<>();
        while (ends.size() < count) {
            double x = (left ? 1 : -1) * (24 + 108 * random.nextDouble());
            Vec point = new Vec(x, -84 + 172 * random.nextDouble(), 28 + 256 * random.nextDouble());
            if (shape.inLung(point.x(), point.y(), point.z())) {
                ends.add(point);
            }
        }
        return ends;
    }

    private static List<Capsule> liver(long seed) {
        Random random = new Random(seed + 5);
        List<Vec> ends = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            ends.add(new Vec(
                    -112 + 110 * random.nextDouble(),
                    -58 + 100 * random.nextDouble(),
                    -30 + 108 * random.nextDouble()));
        }
        List<Capsule> all = new ArrayList<>(BranchingTree.grow(new Vec(-30, 0, 66), ends, 1.1, 2.6));
        all.addAll(BranchingTree.grow(new Vec(-24, -14, 0), half(ends), 1.2, 2.6));
        return all;
    }

    private static List<Vec> half(List<Vec> all) {
        List<Vec> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 2) {
            some.add(all.get(i));
        }
        return some;
    }

    private static void path(List<Capsule> into, double fromRadius, double toRadius, Vec... points) {
        int pieces = points.length - 1;
        for (int i = 0; i < pieces; i++) {
            double a = fromRadius + (toRadius - fromRadius) * i / pieces;
            double b = fromRadius + (toRadius - fromRadius) * (i + 1) / pieces;
            into.add(new Capsule(points[i], points[i + 1], a, b, 1));
        }
    }
}
