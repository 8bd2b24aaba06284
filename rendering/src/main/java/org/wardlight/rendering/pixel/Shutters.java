// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.overlay.Overlays;
import org.wardlight.rendering.pixel.Shutter.Shape;

/** Reads and applies display shutters (PS3.3 C.7.6.11). One that leaves nothing open, or is no shape, is left out and named. */
public final class Shutters {
    private static final int MOST_VERTICES = 10_000;
    private static final int P_VALUE_MOST = 0xFFFF;

    private Shutters() {}

    /** The shutters of a data set, in no stated order. */
    public static List<Shutter> of(DataSet data) {
        return read(data, new ArrayList<>());
    }

    /** What is wrong with those that were left out, in words. */
    public static List<String> notices(DataSet data) {
        List<String> notices = new ArrayList<>();
        read(data, notices);
        return List.copyOf(notices);
    }

    /** Covers what is shut in a picture of the whole frame; the picture itself when nothing is. */
    public static ScreenImage apply(ScreenImage image, List<Shutter> shutters, double aspect) {
        if (shutters.isEmpty()) {
            return image;
        }
        byte[] out = image.pixels().clone();
        for (int y = 0; y < image.rows(); y++) {
            for (int x = 0; x < image.columns(); x++) {
                for (Shutter shutter : shutters) {
                    if (!shutter.isOpen(y + 1, x + 1, aspect)) {
                        int at = (y * image.columns() + x) * image.samples();
                        java.util.Arrays.fill(out, at, at + image.samples(), (byte) shutter.grey());
                        break;
                    }
                }
            }
        }
        return new ScreenImage(image.rows(), image.columns(), image.samples(), out);
    }

    /** Shutter Presentation Value is a P-Value of 16 bits, 0 black (C.7.6.11.1); absent: black. */
    public static int grey(DataSet data) {
        int value = data.integer(Tag.SHUTTER_PRESENTATION_VALUE).orElse(0) & P_VALUE_MOST;
        return (value * 255 + P_VALUE_MOST / 2) / P_VALUE_MOST;
    }

    private static List<Shutter> read(DataSet data, List<String> notices) {
        List<Shutter> shutters = new ArrayList<>();
        for (String shape : data.strings(Tag.SHUTTER_SHAPE)) {
            switch (shape.trim()) {
                case "RECTANGULAR" -> add(rectangle(data), shutters, notices, shut("rectangular"));
                case "CIRCULAR" -> add(circle(data), shutters, notices, shut("circular"));
                case "POLYGONAL" -> add(polygon(data), shutters, notices, shut("polygonal"));
                case "BITMAP" ->
                    add(
                            bitmap(data),
                            shutters,
                            notices,
                            "a bitmap shutter without its overlay plane is ignored (PS3.3 C.7.6.15)");
                default -> {
                    // What is no known shape covers nothing.
                }
            }
        }
        return List.copyOf(shutters);
    }

    private static void add(List<Shutter> found, List<Shutter> shutters, List<String> notices, String notice) {
        if (found.isEmpty()) {
            notices.add(notice);
        }
        shutters.addAll(found);
    }

    private static String shut(String name) {
        return "a " + name + " shutter that leaves nothing open is ignored (PS3.3 C.7.6.11)";
    }

    private static List<Shutter> bitmap(DataSet data) {
        return Overlays.shutterGroup(data).isPresent()
                ? List.of(new Shutter(Shape.BITMAP, null, null, null, null, null, null, null, null, grey(data)))
                : List.of();
    }

    private static List<Shutter> rectangle(DataSet data) {
        int left = data.integer(Tag.SHUTTER_LEFT_VERTICAL_EDGE).orElse(0);
        int right = data.integer(Tag.SHUTTER_RIGHT_VERTICAL_EDGE).orElse(0);
        int upper = data.integer(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE).orElse(0);
        int lower = data.integer(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE).orElse(0);
        return right - 1L > left && lower - 1L > upper
                ? List.of(new Shutter(Shape.RECTANGULAR, left, right, upper, lower, null, null, null, null, grey(data)))
                : List.of();
    }

    private static List<Shutter> circle(DataSet data) {
        int[] center = data.integers(Tag.CENTER_OF_CIRCULAR_SHUTTER);
        int radius = data.integer(Tag.RADIUS_OF_CIRCULAR_SHUTTER).orElse(0);
        return center.length == 2 && radius > 0
                ? List.of(new Shutter(
                        Shape.CIRCULAR, null, null, null, null, center[0], center[1], radius, null, grey(data)))
                : List.of();
    }

    private static List<Shutter> polygon(DataSet data) {
        int[] numbers = data.integers(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER);
        if (numbers.length < 6 || numbers.length % 2 != 0 || numbers.length > 2 * MOST_VERTICES) {
            return List.of();
        }
        List<List<Integer>> vertices = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            vertices.add(List.of(numbers[i], numbers[i + 1]));
        }
        return List.of(new Shutter(
                Shape.POLYGONAL, null, null, null, null, null, null, null, List.copyOf(vertices), grey(data)));
    }
}
