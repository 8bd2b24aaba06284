// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** The screen of an ultrasound machine: sector with speckle, colour Doppler, electrocardiogram, scales. Immutable, thread-safe. */
final class Echocardiogram {
    static final int COLUMNS = 640;
    static final int ROWS = 480;
    static final int FRAMES_A_BEAT = 30;
    static final int APEX_X = 320;
    static final int APEX_Y = 34;
    static final int DEPTH = 400;
    private static final double HALF_ANGLE = Math.toRadians(41);
    private static final double BOX_ANGLE = Math.toRadians(19);
    private static final double BOX_CENTRE = Math.toRadians(9);
    private static final int BOX_FROM = 168;
    private static final int BOX_TO = 338;
    private final Grain real = Grain.of(71, 3, 1);
    private final Grain imaginary = Grain.of(72, 3, 1);
    private final SmoothNoise patches = new SmoothNoise(73);
    private final Canvas lettering = lettering();

    /** Red, green, blue of each pixel at a moment of the beat, rows from the top, without the electrocardiogram; one beat is like the next. */
    byte[] moment(int frame) {
        double phase = (double) frame / FRAMES_A_BEAT;
        HeartBeat beat = new HeartBeat(phase);
        FourChambers heart = new FourChambers(beat);
        byte[] rgb = new byte[COLUMNS * ROWS * 3];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double x = column - APEX_X;
                double y = row - APEX_Y;
                double range = Math.sqrt(x * x + y * y);
                double angle = Math.atan2(x, y);
                int at = (row * COLUMNS + column) * 3;
                if (range > 7 && range < DEPTH && Math.abs(angle) < HALF_ANGLE) {
                    grey(rgb, at, echo(heart, beat, x, y, range, angle, frame));
                    doppler(rgb, at, heart, beat, x, y, range, angle, frame);
                }
                furniture(rgb, at, row, column);
            }
        }
        return rgb;
    }

    private double echo(FourChambers heart, HeartBeat beat, double x, double y, double range, double angle, int frame) {
        double tissue = heart.echo(x, y);
        // Tissue takes its speckle along when it moves; blood and noise are new in each frame.
        double move = 14 * beat.squeeze();
        boolean blood = tissue < 0.05;
        int across = (int) (angle * 340 + (blood ? frame * 37 : 0)) + 4096;
        int along = (int) (range * 1.1 + move * (range > 90 ? 1 : range / 90) + (blood ? frame * 91 : 0));
        double a = real.at(across, along);
        double b = imaginary.at(across, along);
        double speckle = Math.sqrt((a * a + b * b) / 2);
        double near = Math.exp(-range / 26) * 0.55;
        double far = 1 - 0.35 * ThoraxShape.smooth(300, 400, range);
        double patchy = 0.8 + 0.35 * patches.at(x / 34, (y - move) / 34);
        double shadow = 1 - 0.45 * ThoraxShape.bump(angle, -0.6, 0.06);
        double level = (tissue * patchy + near) * (0.35 + 0.72 * speckle) * far * shadow;
        // What a machine does to fit a wide range of echoes on a screen.
        return Math.log1p(9 * level) / Math.log(10) * 0.97;
    }

    private void doppler(
            byte[] rgb,
            int at,
            FourChambers heart,
            HeartBeat beat,
            double x,
            double y,
            double range,
            double angle,
            int frame) {
        double off = Math.abs(angle - BOX_CENTRE);
        if (range < BOX_FROM || range > BOX_TO || off > BOX_ANGLE) {
            return;
        }
        boolean edge = range < BOX_FROM + 1.2 || range > BOX_TO - 1.2 || off > BOX_ANGLE - 1.2 / range;
        if (edge) {
            put(rgb, at, 190, 190, 190);
            return;
        }
        if (!heart.blood(x, y)) {
            return;
        }
        double eddy = 0.3 * patches.at(x / 9, y / 9, frame * 0.9);
        double speed = beat.inflow() * heart.inflowStream(x, y) * 1.1
                - beat.outflow() * heart.outflowStream(x, y) * 1.05
                - beat.outflow() * heart.leak(x, y) * 1.1;
        speed += eddy * Math.min(1, Math.abs(speed) * 2.5);
        double strength = Math.min(1, Math.abs(speed));
        if (strength > 0.16) {
            int bright = (int) (255 * Math.pow(strength, 2.2));
            int main = (int) (90 + 165 * strength);
            put(rgb, at, speed > 0 ? main : bright / 4, speed > 0 ? bright * 3 / 4 : bright, speed > 0 ? 0 : main);
        }
    }

    private void furniture(byte[] rgb, int at, int row, int column) {
        float letter = lettering.values[row * COLUMNS + column];
        if (letter > 0) {
            grey(rgb, at, 0.85 * letter);
        }
        if (column >= 22 && column < 32 && row >= 60 && row < 188) {
            grey(rgb, at, (188 - row) / 128.0);
        }
        if (column >= 42 && column < 52 && row >= 60 && row < 188) {
            double v = (124 - row) / 64.0;
            int main = (int) (80 + 175 * Math.abs(v));
            int bright = (int) (255 * Math.pow(Math.abs(v), 2.2));
            put(rgb, at, v > 0 ? main : bright / 4, v > 0 ? bright * 3 / 4 : bright, v > 0 ? 0 : main);
        }
    }

    /** Depth marks every centimetre, figures every five; the mark that tells which side of the probe is which. */
    private static Canvas lettering() {
        Canvas canvas = new Canvas(COLUMNS, ROWS, 0, 0, 1);
        double centimetre = 10 / FourChambers.SCALE;
        for (int cm = 0; cm <= 16; cm++) {
            double y = APEX_Y + cm * centimetre;
            boolean five = cm % 5 == 0;
            canvas.line(588, y, five ? 596 : 592, y, 1.2, 1);
            if (five && cm > 0) {
                Strokes.draw(canvas, Integer.toString(cm), 602, y - 5, 10, 1);
            }
        }
        canvas.fill(Outline.ellipse(APEX_X + 26, APEX_Y - 8, 5, 5), 1);
        return canvas;
    }

    /** Draws the trace and how far it has come; frame counts from 0 over two beats. */
    static void electrocardiogram(byte[] rgb, int frame) {
        int sweep = 300;
        int now = (int) ((double) frame / (2 * FRAMES_A_BEAT) * sweep);
        double before = 0;
        for (int i = 0; i < sweep; i++) {
            double beats = 2.0 * i / sweep;
            double value = HeartBeat.electrocardiogram(beats);
            boolean gap = i > now && i < now + 9;
            int from = (int) (462 - 34 * Math.max(before, value));
            int to = (int) (462 - 34 * Math.min(before, value)) + 1;
            for (int row = Math.max(0, from); !gap && row <= to; row++) {
                put(rgb, (row * COLUMNS + 24 + i) * 3, 60, 230, 90);
            }
            before = value;
        }
        for (int row = 424; row < 472; row++) {
            put(rgb, (row * COLUMNS + 24 + now) * 3, 230, 60, 60);
        }
    }

    private static void grey(byte[] rgb, int at, double level) {
        int value = (int) (255 * Math.max(0, Math.min(1, level)));
        put(rgb, at, value, value, value);
    }

    private static void put(byte[] rgb, int at, int red, int green, int blue) {
        rgb[at] = (byte) Math.min(255, red);
        rgb[at + 1] = (byte) Math.min(255, green);
        rgb[at + 2] = (byte) Math.min(255, blue);
    }
}
