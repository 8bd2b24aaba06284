// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A plane of values with a place in millimetres, on which organs are painted one over the other with soft edges. One thread. */
final class Canvas {
    private static final int SUB = 4;
    final int columns;
    final int rows;
    final double left;
    final double top;
    final double pixel;
    final float[] values;

    /** Left and top are the millimetres of the centre of the first pixel. */
    Canvas(int columns, int rows, double left, double top, double pixel) {
        this.columns = columns;
        this.rows = rows;
        this.left = left;
        this.top = top;
        this.pixel = pixel;
        this.values = new float[columns * rows];
    }

    /** A canvas of the same place and size, empty. */
    Canvas another() {
        return new Canvas(columns, rows, left, top, pixel);
    }

    /** What a place is painted with. */
    @FunctionalInterface
    interface Shade {
        double at(double x, double y, float before);
    }

    double x(int column) {
        return left + column * pixel;
    }

    double y(int row) {
        return top + row * pixel;
    }

    void clear(float value) {
        Arrays.fill(values, value);
    }

    void fill(Outline outline, double value) {
        fill(outline, value, null);
    }

    void fill(Outline outline, double value, @Nullable Canvas clip) {
        cover(outline, (row, first, last, cover) -> blend(row, first, last, cover, (float) value, clip));
    }

    /** Paints the inside of an outline, where the clip (0 to 1) lets it. */
    void fill(Outline outline, Shade shade, @Nullable Canvas clip) {
        cover(outline, (row, first, last, cover) -> {
            for (int column = first; column <= last; column++) {
                if (cover[column] > 0) {
                    mix(row * columns + column, Math.min(1, cover[column]), x(column), y(row), shade, clip);
                }
            }
        });
    }

    /** Gets each row's share of every pixel that lies inside. */
    @FunctionalInterface
    private interface RowPainter {
        void paint(int row, int first, int last, float[] cover);
    }

    private void cover(Outline outline, RowPainter painter) {
        double[] xs = outline.x();
        double[] ys = outline.y();
        int firstRow = Math.max(0, (int) Math.floor((min(ys) - top) / pixel - 1));
        int lastRow = Math.min(rows - 1, (int) Math.ceil((max(ys) - top) / pixel + 1));
        int first = Math.max(0, (int) Math.floor((min(xs) - left) / pixel - 1));
        int last = Math.min(columns - 1, (int) Math.ceil((max(xs) - left) / pixel + 1));
        float[] cover = new float[columns + 1];
        double[] crossings = new double[xs.length];
        for (int row = firstRow; row <= lastRow; row++) {
            Arrays.fill(cover, 0);
            for (int sub = 0; sub < SUB; sub++) {
                double y = top + (row - 0.5 + (sub + 0.5) / SUB) * pixel;
                int count = crossings(outline, y, crossings);
                for (int i = 0; i + 1 < count; i += 2) {
                    span(cover, (crossings[i] - left) / pixel + 0.5, (crossings[i + 1] - left) / pixel + 0.5);
                }
            }
            painter.paint(row, first, last, cover);
        }
    }

    /** Paints the cut of a solid at a height. */
    void cut(Solid solid, double z, double value) {
        cut(solid, z, (x, y, before) -> value, null);
    }

    void cut(Solid solid, double z, Shade shade, @Nullable Canvas clip) {
        double[] bounds = solid.bounds(z);
        int x0 = Math.max(0, (int) Math.floor((bounds[0] - left) / pixel));
        int x1 = Math.min(columns - 1, (int) Math.ceil((bounds[1] - left) / pixel));
        int y0 = Math.max(0, (int) Math.floor((bounds[2] - top) / pixel));
        int y1 = Math.min(rows - 1, (int) Math.ceil((bounds[3] - top) / pixel));
        for (int row = y0; row <= y1; row++) {
            for (int column = x0; column <= x1; column++) {
                double cover = solid.depth(x(column), y(row), z) / pixel + 0.5;
                if (cover > 0) {
                    mix(row * columns + column, Math.min(1, cover), x(column), y(row), shade, clip);
                }
            }
        }
    }

    /** Paints a line of a width with round ends. */
    void line(double fromX, double fromY, double toX, double toY, double width, double value) {
        cut(new Capsule(new Vec(fromX, fromY, 0), new Vec(toX, toY, 0), width / 2), 0, value);
    }

    /** Softens everything: a box of the radius in pixels, run twice in each direction. */
    void blur(int radius) {
        float[] other = new float[values.length];
        for (int pass = 0; pass < 2; pass++) {
            blur(values, other, rows, columns, columns, 1, radius);
            blur(other, values, columns, rows, 1, columns, radius);
        }
    }

    /** The value between pixels at a place in millimetres; the edge goes on beyond the edge. */
    float sample(double x, double y) {
        double column = Math.max(0, Math.min(columns - 1.001, (x - left) / pixel));
        double row = Math.max(0, Math.min(rows - 1.001, (y - top) / pixel));
        int c = (int) column;
        int r = (int) row;
        float u = (float) (column - c);
        float v = (float) (row - r);
        int i = r * columns + c;
        float upper = values[i] + u * (values[i + 1] - values[i]);
        float lower = values[i + columns] + u * (values[i + columns + 1] - values[i + columns]);
        return upper + v * (lower - upper);
    }

    private void blend(int row, int first, int last, float[] cover, float value, @Nullable Canvas clip) {
        for (int column = first; column <= last; column++) {
            if (cover[column] > 0) {
                int index = row * columns + column;
                float share = Math.min(1, cover[column]);
                share = clip == null ? share : share * clip.values[index];
                values[index] += share * (value - values[index]);
            }
        }
    }

    private void mix(int index, double cover, double x, double y, Shade shade, @Nullable Canvas clip) {
        double share = clip == null ? cover : cover * clip.values[index];
        if (share > 0) {
            float before = values[index];
            values[index] = (float) (before + share * (shade.at(x, y, before) - before));
        }
    }

    /** Where a line across meets the outline, from left to right. */
    private static int crossings(Outline outline, double y, double[] into) {
        double[] xs = outline.x();
        double[] ys = outline.y();
        int count = 0;
        int before = xs.length - 1;
        for (int i = 0; i < xs.length; i++) {
            if (ys[i] > y != ys[before] > y) {
                double x = xs[i] + (y - ys[i]) / (ys[before] - ys[i]) * (xs[before] - xs[i]);
                int place = count++;
                for (; place > 0 && into[place - 1] > x; place--) {
                    into[place] = into[place - 1];
                }
                into[place] = x;
            }
            before = i;
        }
        return count;
    }

    private void span(float[] cover, double from, double to) {
        double a = Math.max(0, from);
        double b = Math.min(columns, to);
        if (b <= a) {
            return;
        }
        int first = (int) a;
        int last = (int) b;
        if (first == last) {
            cover[first] += (float) ((b - a) / SUB);
            return;
        }
        cover[first] += (float) ((first + 1 - a) / SUB);
        for (int i = first + 1; i < last; i++) {
            cover[i] += 1f / SUB;
        }
        cover[last] += (float) ((b - last) / SUB);
    }

    private static void blur(float[] from, float[] to, int lines, int length, int lineStep, int step, int radius) {
        float scale = 1f / (2 * radius + 1);
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            float sum = 0;
            for (int k = -radius; k <= radius; k++) {
                sum += from[start + Math.max(0, Math.min(length - 1, k)) * step];
            }
            for (int i = 0; i < length; i++) {
                to[start + i * step] = sum * scale;
                sum += from[start + Math.min(length - 1, i + radius + 1) * step]
                        - from[start + Math.max(0, i - radius) * step];
            }
        }
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElse(0);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }
}
