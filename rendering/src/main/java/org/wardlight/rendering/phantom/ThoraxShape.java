// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/**
 * The outlines of a chest by height: nought at the upper abdomen, lung tops near 288 mm, skin to pleura. Heights from -80 to 370 have
 * an answer, since a chest film sees more than a CT.
 */
final class ThoraxShape {
    static final double APEX = 290;
    private static final int POINTS = 144;
    private final Profile halfWidth = Profile.of(
            -80, 150, 0, 152, 60, 157, 130, 163, 200, 166, 235, 172, 258, 196, 288, 200, 308, 150, 325, 78, 340, 62,
            370, 60);
    private final Profile halfDepth = Profile.of(
            -80, 100, 0, 104, 60, 108, 120, 112, 190, 108, 230, 98, 260, 86, 290, 72, 315, 62, 335, 60, 370, 62);
    private final Profile bodyY = Profile.of(-80, 6, 120, 4, 220, 10, 280, 22, 310, 26, 370, 18);
    private final Profile innerWidth = Profile.of(
            -80, 122, 0, 127, 50, 131, 110, 131, 170, 122, 210, 107, 240, 86, 262, 64, 278, 42, 287, 22, 291, 6);
    private final Profile innerDepth =
            Profile.of(-80, 78, 0, 82, 60, 86, 120, 87, 180, 80, 220, 68, 250, 52, 270, 38, 283, 22, 291, 5);
    private final Profile innerY = Profile.of(0, -2, 120, -2, 200, 4, 250, 18, 285, 34);
    private final Profile spineY = Profile.of(-80, 34, 0, 40, 60, 48, 130, 54, 190, 54, 250, 46, 300, 34, 370, 20);

    /** The skin. */
    Outline body(double z) {
        double y = bodyY.at(z);
        double shoulder = smooth(230, 275, z) * (1 - smooth(300, 325, z));
        double male = smooth(110, 150, z) * (1 - smooth(190, 225, z));
        return Outline.polar(
                0,
                y,
                POINTS,
                angle -> {
                    double back = Math.max(0, Math.sin(angle));
                    double front = Math.max(0, -Math.sin(angle));
                    double groove = 0.05 * bump(angle, Math.PI / 2, 0.16) + 0.035 * bump(angle, -Math.PI / 2, 0.2);
                    double pectoral = 0.045
                            * male
                            * (bump(angle, -Math.PI / 2 + 0.62, 0.34) + bump(angle, -Math.PI / 2 - 0.62, 0.34));
                    double blades = 0.03 * (bump(angle, Math.PI / 2 + 0.6, 0.3) + bump(angle, Math.PI / 2 - 0.6, 0.3));
                    return 1 - groove + pectoral + blades - 0.02 * back - 0.06 * shoulder * front;
                },
                halfWidth.at(z),
                halfDepth.at(z),
                2.45 - 0.1 * shoulder);
    }

    /** Under the skin and its fat. */
    Outline muscle(double z, Outline body) {
        double thick = 9 + 5 * (1 - smooth(40, 160, z)) - 4 * smooth(240, 290, z);
        return body.inset(
                angle -> thick * (1 + 0.55 * Math.max(0, -Math.sin(angle)) + 0.25 * Math.sin(3 * angle + z / 60)));
    }

    /** The inside of the rib cage, both lungs and the mediastinum in it. */
    Outline inner(double z) {
        return wall(z, 0);
    }

    /** The rib cage, by millimetres larger than its inside. */
    Outline wall(double z, double outwards) {
        double heart = 0.06;
        return Outline.polar(
                0,
                innerY.at(z),
                POINTS,
                angle -> 1
                        - heart * bump(angle, -Math.PI / 2, 0.35)
                        + 0.04 * Math.max(0, Math.sin(angle)) * Math.abs(Math.cos(angle)),
                Math.max(1, innerWidth.at(z) + outwards),
                Math.max(1, innerDepth.at(z) + outwards),
                2.25);
    }

    /** A point on the rib cage; angle from the back (nought) round the patient's left to the front (pi). */
    Vec onWall(double z, double angle, double outwards, boolean left) {
        double at = Math.min(z, 283);
        Outline wall = wall(at, outwards);
        double turned = (Math.PI / 2 - angle) / (2 * Math.PI) * POINTS;
        int index = (int) Math.floor(turned);
        double part = turned - index;
        int one = Math.floorMod(index, POINTS);
        int two = Math.floorMod(index + 1, POINTS);
        double x = wall.x()[one] + part * (wall.x()[two] - wall.x()[one]);
        double y = wall.y()[one] + part * (wall.y()[two] - wall.y()[one]);
        return new Vec(left ? x : -x, y, z);
    }

    boolean inLung(double x, double y, double z) {
        double a = innerWidth.at(z) - 4;
        double b = innerDepth.at(z) - 4;
        if (a < 8 || b < 8 || z < dome(x, y) + 4) {
            return false;
        }
        double r = Math.pow(Math.abs(x) / a, 2.25) + Math.pow(Math.abs(y - innerY.at(z)) / b, 2.25);
        return r < 1 && Math.abs(x) > mediastinum(x, y, z);
    }

    /** Half the width of what is no lung in the middle, roughly. */
    private double mediastinum(double x, double y, double z) {
        double heart = z < 165 ? (x > 0 ? 62 : 42) * Math.sqrt(Math.max(0, 1 - Math.pow((y + 22) / 55, 2))) : 0;
        double spine = y > 28 ? 30 : 0;
        return Math.max(26, Math.max(heart, spine));
    }

    /** Height of the diaphragm over a point: two domes, low at the back and the sides. */
    double dome(double x, double y) {
        double right = 104 - Math.pow((x + 64) / 60, 2) * 36 - Math.pow((y + 20) / 62, 2) * 36;
        double left = 92 - Math.pow((x - 62) / 60, 2) * 36 - Math.pow((y + 18) / 62, 2) * 36;
        double centre = 84 - Math.pow(x / 70, 2) * 20 - Math.pow((y + 30) / 60, 2) * 34;
        return Math.max(centre, Math.max(right, left));
    }

    /** Front-to-back place of the middle of the vertebral body. */
    double spineY(double z) {
        return spineY.at(z);
    }

    /** Front-to-back place of the middle of the body. */
    double bodyY(double z) {
        return bodyY.at(z);
    }

    /** Front-to-back place of the inside of the chest's front wall. */
    double frontOfChest(double z) {
        return innerY.at(z) - innerDepth.at(z) * 0.94;
    }

    static double smooth(double from, double to, double value) {
        double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    static double bump(double angle, double centre, double width) {
        double away = Math.IEEEremainder(angle - centre, 2 * Math.PI) / width;
        return Math.exp(-away * away);
    }
}
