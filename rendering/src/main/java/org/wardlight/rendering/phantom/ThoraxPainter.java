// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.List;

/** Paints one axial slice of a chest in Hounsfield units. Immutable, thread-safe; the canvas is the caller's. */
final class ThoraxPainter {
    static final double AIR = -1000;
    static final double FAT = -98;
    static final double MUSCLE = 56;
    private static final double PLEURA_OPEN = -870;
    private final ThoraxShape shape = new ThoraxShape();
    private final ThoraxBones bones = new ThoraxBones(shape);
    private final ThoraxVessels vessels;
    private final SpinePainter spine = new SpinePainter(shape);
    private final ChestWallPainter wall = new ChestWallPainter(shape);
    private final UpperAbdomenPainter abdomen;
    private final SmoothNoise texture = new SmoothNoise(11);

    ThoraxPainter(long seed, int endsPerLung, boolean upright) {
        vessels = new ThoraxVessels(shape, seed, endsPerLung);
        abdomen = new UpperAbdomenPainter(shape, vessels.liverVessels(), upright);
    }

    ThoraxShape shape() {
        return shape;
    }

    ThoraxBones bones() {
        return bones;
    }

    ThoraxVessels vessels() {
        return vessels;
    }

    /** Everything, bones and finest vessels too. */
    void paint(Canvas canvas, double z) {
        softTissue(canvas, z);
        cutAll(canvas, z, vessels.lungVessels(), 48);
        airways(canvas, z);
        nodule(canvas, z);
        wall.scapulae(canvas, z);
        bones(canvas, z);
    }

    /** Skin, fat, muscle, organs and great vessels: what a film shows as soft shadows. */
    void softTissue(Canvas canvas, double z) {
        canvas.clear((float) AIR);
        wall.paint(canvas, z);
        Canvas cavity = canvas.another();
        Outline inner = shape.inner(z);
        if (z < ThoraxShape.APEX) {
            canvas.fill(inner.inset(-1.6), MUSCLE);
            cavity.fill(inner, 1);
            canvas.fill(inner, (x, y, before) -> lung(x, y, z), null);
            abdomen.paint(canvas, cavity, z);
        }
        mediastinum(canvas, z, cavity);
    }

    private double lung(double x, double y, double z) {
        double gravity = 0.55 * (y + 10);
        double value = PLEURA_OPEN + gravity + 24 * texture.at(x / 2.6 + z * 0.31, y / 2.6 + z * 0.17);
        // The oblique fissures: thin planes that rise from the front of the diaphragm to the back of the apex.
        double oblique = (y + 48) * 0.82 - (z - 92) * 0.57;
        if (Math.abs(oblique) > 6) {
            return value;
        }
        double away = Math.abs(oblique + 4 * texture.at(x / 30, z / 30));
        return value + 110 * Math.max(0, 1 - away);
    }

    private void mediastinum(Canvas canvas, double z, Canvas cavity) {
        boolean chest = z < ThoraxShape.APEX;
        if (chest) {
            fatOfTheMiddle(canvas, z, cavity);
        }
        if (z > 70 && z < 185) {
            heart(canvas, z);
        }
        cutAll(canvas, z, vessels.greatVeins(), z > 170 ? 190 : 165);
        cutAll(canvas, z, vessels.pulmonaryStems(), 215);
        oesophagus(canvas, z);
        vesselWalls(canvas, z);
        cutAll(canvas, z, vessels.greatArteries(), 225);
        if (z > 262) {
            thyroid(canvas, z);
        }
    }

    private void fatOfTheMiddle(Canvas canvas, double z, Canvas cavity) {
        double front = shape.frontOfChest(z) - 4;
        double back = shape.spineY(z);
        double wide = z < 170 ? 26 : z < 240 ? 42 - 10 * ThoraxShape.smooth(215, 240, z) : 34;
        double narrow = 4 + 12 * ThoraxShape.smooth(110, 170, z);
        Outline middle = Outline.through(
                -narrow,
                front,
                narrow,
                front,
                wide * 0.6,
                -26,
                wide * 0.72,
                8,
                26,
                back - 12,
                22,
                back + 8,
                23,
                back + 34,
                0,
                back + 40,
                -23,
                back + 34,
                -22,
                back + 8,
                -20,
                back - 14,
                -wide,
                8,
                -wide,
                -16,
                -wide * 0.5,
                -34);
        // Low down only what would be lung: there the organs of the abdomen are already painted.
        canvas.fill(
                middle,
                (x, y, before) -> z < 100 && before > -500 ? before : FAT + 12 * texture.at(x / 6 + z / 14, y / 6),
                cavity);
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(Outline.ellipse(side * 21, back + 22, 11, 18), MUSCLE, cavity);
        }
        // Small lymph nodes and thymic remnants, as strands in the fat.
        for (int i = 0; i < 7; i++) {
            double nodeZ = 178 + 9 * i;
            Vec node = new Vec(-26 + 11 * ((i * 5) % 7) * 0.8, -20 + 8 * ((i * 3) % 5), nodeZ);
            canvas.cut(
                    Ellipsoid.along(node, new Vec(1, 0.4 * i - 1, 0.6), 5.5, 3.2, 3.4),
                    z,
                    (x, y, before) -> before < 0 ? 62 : before,
                    null);
        }
    }

    private void heart(Canvas canvas, double z) {
        canvas.cut(HeartSolids.PERICARDIUM, z, (x, y, before) -> FAT + 10 * texture.at(x / 7 + z / 14, y / 7), null);
        for (HeartSolids.Part part : HeartSolids.parts()) {
            canvas.cut(part.solid(), z, part.value());
        }
        // Coronary arteries run in the fat of the grooves.
        canvas.cut(new Capsule(new Vec(14, -34, 150), new Vec(52, -52, 112), 1.8, 1.3, 1), z, 200);
        canvas.cut(new Capsule(new Vec(-14, -36, 150), new Vec(-20, -46, 108), 1.8, 1.5, 1), z, 200);
    }

    private void oesophagus(Canvas canvas, double z) {
        double x = z > 200 ? 6 : 8 + 6 * ThoraxShape.smooth(130, 60, z);
        double y = shape.spineY(z) - 20 - (z < 90 ? 4 : 0);
        canvas.fill(Outline.ellipse(x, y, 8, 5.5), 48);
        canvas.fill(Outline.ellipse(x + 1, y, 3, 1.3), z % 60 < 22 ? -600 : 20);
    }

    private void vesselWalls(Canvas canvas, double z) {
        for (Capsule capsule : vessels.greatArteries()) {
            canvas.cut(capsule.thinner(-1.1), z, (x, y, before) -> before < 60 ? 60 : before, null);
        }
        // A little chalk in the wall of an elderly arch.
        canvas.cut(Ellipsoid.upright(new Vec(24, 42, 214), 2, 6, 4), z, 520);
    }

    private void thyroid(Canvas canvas, double z) {
        for (int side = -1; side <= 1; side += 2) {
            canvas.cut(Ellipsoid.upright(new Vec(side * 17, 0, 296), 8, 11, 26), z, 150);
        }
    }

    /** The finding: a small spiculated nodule in the right upper lobe. */
    private void nodule(Canvas canvas, double z) {
        Vec centre = new Vec(-66, -2, 232);
        canvas.cut(Ellipsoid.along(centre, new Vec(1, 0.5, 0.3), 6.2, 5.2, 5), z, 38);
        for (int i = 0; i < 9; i++) {
            double angle = i * 2.4;
            Vec tip = centre.plus(new Vec(11 * Math.cos(angle), 11 * Math.sin(angle), 6 * Math.sin(i * 1.7)));
            canvas.cut(new Capsule(centre, tip, 2.4, 0.2, 1), z, 20);
        }
    }

    /** What a film adds to {@link #softTissue} from the bones that are flat. */
    void flatBones(Canvas canvas, double z) {
        wall.scapulae(canvas, z);
        wall.sternum(canvas, z);
    }

    void spine(Canvas canvas, double z) {
        spine.paint(canvas, z);
    }

    private void airways(Canvas canvas, double z) {
        for (Capsule lumen : vessels.airways()) {
            double thick = 0.5 + 0.13 * lumen.fromRadius();
            canvas.cut(lumen.thinner(-thick), z, (x, y, before) -> Math.max(before, 20), null);
        }
        cutAll(canvas, z, vessels.airways(), -985);
    }

    private void bones(Canvas canvas, double z) {
        spine.paint(canvas, z);
        cutAll(canvas, z, bones.cartilage(), 115);
        hollow(canvas, z, bones.ribs(), 760, 240, 1.5);
        hollow(canvas, z, bones.clavicles(), 820, 230, 2);
        hollow(canvas, z, bones.arms(), 820, 230, 2);
        wall.sternum(canvas, z);
    }

    private void hollow(Canvas canvas, double z, List<Capsule> rods, double cortex, double marrow, double thick) {
        cutAll(canvas, z, rods, cortex);
        for (Capsule rod : rods) {
            canvas.cut(
                    rod.thinner(thick), z, (x, y, before) -> marrow + 90 * texture.at(x / 1.8, y / 1.8, z / 1.8), null);
        }
    }

    private static void cutAll(Canvas canvas, double z, List<Capsule> rods, double value) {
        for (Capsule rod : rods) {
            canvas.cut(rod, z, value);
        }
    }
}
