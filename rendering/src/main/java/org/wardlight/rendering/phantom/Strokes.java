// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.Map;

/** Letters of lead and figures on a screen, drawn with straight strokes: no fonts are needed, and none differ between machines. */
final class Strokes {
    /** Strokes on a grid of 4 across and 6 down: x, y of one end, x, y of the other; four figures each. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('L', "0006 0646"),
            Map.entry('R', "0006 0040 4043 4303 1346"),
            Map.entry('M', "0006 0023 2340 4046"),
            Map.entry('O', "0040 4046 4606 0600"),
            Map.entry('C', "4000 0006 0646"),
            Map.entry('0', "0040 4046 4606 0600"),
            Map.entry('1', "2026"),
            Map.entry('2', "0040 4043 4303 0306 0646"),
            Map.entry('3', "0040 4046 4606 0343"),
            Map.entry('5', "4000 0003 0343 4346 4606"),
            Map.entry(' ', ""));

    private Strokes() {}

    /** Draws text with its top left corner at a place, in the canvas's millimetres. */
    static void draw(Canvas canvas, String text, double x, double y, double height, double value) {
        double unit = height / 6;
        for (int i = 0; i < text.length(); i++) {
            double left = x + i * unit * 5.6;
            String strokes = LETTERS.getOrDefault(text.charAt(i), "");
            for (String stroke : strokes.split(" ")) {
                if (stroke.length() == 4) {
                    canvas.line(
                            left + unit * (stroke.charAt(0) - '0'),
                            y + unit * (stroke.charAt(1) - '0'),
                            left + unit * (stroke.charAt(2) - '0'),
                            y + unit * (stroke.charAt(3) - '0'),
                            unit * 0.8,
                            value);
                }
            }
        }
    }
}
