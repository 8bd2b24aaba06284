// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.ArrayList;
import java.util.List;

/** Ribs, clavicles and arm bones of a chest as rods in space; the spine is painted by {@link SpinePainter}. Immutable. */
final class ThoraxBones {
    static final double VERTEBRA = 25;
    private static final double FIRST_RIB = 280;
    private static final int STEPS = 48;
    private final List<Capsule> ribs = new ArrayList<>();
    private final List<Capsule> cartilage = new ArrayList<>();
    private final List<Capsule> clavicles = new ArrayList<>();
    private final List<Capsule> arms = new ArrayList<>();

    ThoraxBones(ThoraxShape shape) {
        for (int rib = 0; rib < 12; rib++) {
            rib(shape, rib, true);
            rib(shape, rib, false);
        }
        shoulder(true);
        shoulder(false);
    }

    List<Capsule> ribs() {
        return ribs;
    }

    List<Capsule> cartilage() {
        return cartilage;
    }

    List<Capsule> clavicles() {
        return clavicles;
    }

    /** Heads and shafts of the humeri. */
    List<Capsule> arms() {
        return arms;
    }

    private void rib(ThoraxShape shape, int rib, boolean left) {
        double z = FIRST_RIB - rib * (VERTEBRA - 1.2);
        double side = left ? 1 : -1;
        double reach = rib == 0 ? 0.8 : rib < 7 ? 0.84 : rib < 10 ? 0.8 - 0.04 * (rib - 7) : rib == 10 ? 0.5 : 0.36;
        double drop = rib == 0 ? 26 : 46 + 8.5 * Math.min(rib, 7);
        double radius = rib == 0 ? 3.6 : 3.4;
        Vec before = new Vec(side * 16, shape.spineY(z) + 8, z + 2);
        for (int i = 1; i <= STEPS; i++) {
            double t = (double) i / STEPS;
            double angle = 0.36 + t * (Math.PI - 0.42 - 0.36);
            double bone = Math.min(t, reach);
            double fall = drop * Math.pow(bone / reach, 1.25);
            // Beyond its bone, cartilage climbs to the sternum.
            double rise = t > reach ? (t - reach) / (1 - reach) * (rib < 6 ? 10 + 5 * rib : 46) : 0;
            Vec next = shape.onWall(z - fall + rise, angle, 4.5, left);
            double neck = 1 - ThoraxShape.smooth(0, 0.09, t);
            next = next.towards(new Vec(side * 30, shape.spineY(z) + 20, next.z()), neck);
            if (t <= reach) {
                ribs.add(new Capsule(before, next, radius, radius, 1.75));
            } else if (rib < 10) {
                cartilage.add(new Capsule(before, next, radius, radius, 1.6));
            }
            before = next;
        }
    }

    private void shoulder(boolean left) {
        Vec[] clavicle = {
            new Vec(20, -36, 262),
            new Vec(48, -41, 266),
            new Vec(80, -36, 273),
            new Vec(112, -20, 280),
            new Vec(146, 0, 285)
        };
        for (int i = 0; i + 1 < clavicle.length; i++) {
            add(clavicles, left, new Capsule(clavicle[i], clavicle[i + 1], i == 0 ? 7.5 : 5.6, i == 2 ? 5.2 : 5.6, 1));
        }
        add(arms, left, new Capsule(new Vec(174, 14, 268), new Vec(177, 12, 262), 22, 20, 1));
        add(arms, left, new Capsule(new Vec(178, 12, 262), new Vec(190, 8, 180), 16, 12, 1));
    }

    private static void add(List<Capsule> into, boolean left, Capsule capsule) {
        into.add(
                left
                        ? capsule
                        : new Capsule(
                                capsule.from().mirrored(),
                                capsule.to().mirrored(),
                                capsule.fromRadius(),
                                capsule.toRadius(),
                                1));
    }
}
