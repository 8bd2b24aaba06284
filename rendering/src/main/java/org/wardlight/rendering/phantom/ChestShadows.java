// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The chest phantom as X-rays see it: attenuation along the rays of a PA and of a lateral film, nought in air. Built once, some
 * seconds of work; then immutable.
 */
final class ChestShadows {
    /** Attenuation of water for a millimetre. */
    static final double WATER = 0.0195;

    static final double HEAD = 345;
    static final double FOOT = -45;
    private static final double COARSE = 2;
    private static final double STEP = 2.5;
    private static final double FINE = 0.55;
    private final ThoraxPainter painter;
    private final Canvas softFront;
    private final Canvas softSide;
    private final Canvas spineFront;
    private final Canvas spineSide;

    ChestShadows(long seed) {
        painter = new ThoraxPainter(seed, 600, true);
        int slices = (int) ((HEAD - FOOT) / STEP) + 1;
        softFront = new Canvas(218, slices, -217, -HEAD, COARSE);
        softSide = new Canvas(142, slices, -140, -HEAD, COARSE);
        spineFront = new Canvas(180, (int) (HEAD - FOOT), -49.5, -HEAD, FINE);
        spineSide = new Canvas(220, (int) (HEAD - FOOT), -14, -HEAD, FINE);
        IntStream.range(0, slices).parallel().forEach(this::softSlice);
        IntStream.range(0, spineFront.rows).parallel().forEach(this::spineSlice);
    }

    /** Attenuation over a film with millimetres in the patient: x (or y when lateral) across, minus z down. */
    Canvas film(boolean lateral, int columns, int rows, double left, double pixel) {
        Canvas film = new Canvas(columns, rows, left, -HEAD + 3, pixel);
        resample(lateral ? softSide : softFront, STEP, film);
        film.blur((int) Math.round(1.1 / pixel));
        Canvas bones = film.another();
        resample(lateral ? spineSide : spineFront, 1, bones);
        bones.blur(1);
        rods(bones, lateral);
        for (int i = 0; i < film.values.length; i++) {
            film.values[i] += bones.values[i];
        }
        return film;
    }

    private void rods(Canvas film, boolean lateral) {
        RodShadow shadow = new RodShadow(lateral);
        shadow.addHollow(film, painter.bones().ribs(), 0.046, 0.009, 0.9);
        shadow.addHollow(film, painter.bones().clavicles(), 0.055, 0.014, 1.3);
        if (!lateral) {
            // For the lateral film the arms are held over the head.
            shadow.addHollow(film, painter.bones().arms(), 0.05, 0.016, 2.4);
        }
        shadow.add(film, painter.bones().cartilage(), 0.002);
        shadow.add(film, painter.vessels().lungVessels(), 1.25 * WATER);
        List<Capsule> wide = new ArrayList<>(painter.vessels().airways());
        wide.removeIf(rod -> rod.fromRadius() < 5.5);
        shadow.add(film, wide, -0.95 * WATER);
        List<Capsule> narrow = new ArrayList<>(painter.vessels().airways());
        narrow.removeIf(rod -> rod.fromRadius() >= 5.5 || rod.fromRadius() < 1.4);
        shadow.addHollow(film, narrow, 0.4 * WATER, -0.1 * WATER, 0.5);
    }

    private void softSlice(int slice) {
        double z = HEAD - slice * STEP;
        Canvas canvas = new Canvas(softFront.columns, softSide.columns, softFront.left, softSide.left, COARSE);
        painter.softTissue(canvas, z);
        painter.flatBones(canvas, z);
        for (int row = 0; row < canvas.rows; row++) {
            for (int column = 0; column < canvas.columns; column++) {
                float value = canvas.values[row * canvas.columns + column];
                // Blood carries no contrast here; what is above muscle is bone.
                double density = value < 250 ? Math.min(value, 58) : 58 + 1.4 * (value - 250);
                float part = (float) ((density + 1000) / 1000 * WATER * COARSE);
                softFront.values[slice * softFront.columns + column] += part;
                if (Math.abs(canvas.x(column)) < 138) {
                    softSide.values[slice * softSide.columns + row] += part;
                }
            }
        }
    }

    private void spineSlice(int slice) {
        double z = HEAD - slice;
        Canvas canvas = new Canvas(spineFront.columns, spineSide.columns, spineFront.left, spineSide.left, FINE);
        canvas.clear(58);
        painter.spine(canvas, z);
        for (int row = 0; row < canvas.rows; row++) {
            for (int column = 0; column < canvas.columns; column++) {
                float value = canvas.values[row * canvas.columns + column];
                float part = (float) (Math.max(-20, value - 58) / 1000 * 1.5 * WATER * FINE);
                spineFront.values[slice * spineFront.columns + column] += part;
                spineSide.values[slice * spineSide.columns + row] += part;
            }
        }
    }

    /** Rows of the source lie a step apart, columns a pixel; outside it is nought across, and goes on down. */
    private static void resample(Canvas from, double step, Canvas to) {
        for (int row = 0; row < to.rows; row++) {
            double line = (to.y(row) - from.top) / step;
            for (int column = 0; column < to.columns; column++) {
                double x = to.x(column);
                if (x >= from.left && x <= from.x(from.columns - 1)) {
                    to.values[row * to.columns + column] += from.sample(x, from.top + line * from.pixel);
                }
            }
        }
    }
}
