// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.GreyScale;
import org.wardlight.rendering.pixel.ScreenImage;

/** Whole frames of eight bits in one file, drawn from the level of the pyramid that is just large enough. Pixels come out square. */
public final class Pictures {
    private Pictures() {}

    /** One file. */
    public static byte[] encode(Pyramid pyramid, Picture asked) {
        ScreenImage screen = screen(pyramid, asked);
        if (asked.type() == Picture.Type.JPEG) {
            return JpegWriter.encode(screen, asked.quality() / 100f);
        }
        PngWriter png = new PngWriter(screen.columns(), screen.rows(), 8, screen.samples());
        int width = screen.columns() * screen.samples();
        for (int y = 0; y < screen.rows(); y++) {
            System.arraycopy(screen.pixels(), y * width, png.row(), 0, width);
            png.endRow();
        }
        return png.bytes();
    }

    private static ScreenImage screen(Pyramid pyramid, Picture asked) {
        FrameKind kind = pyramid.kind();
        double height = kind.rows() * kind.pixelAspect();
        double scale =
                asked.width() == 0 ? 1 : Math.min(asked.width() / (double) kind.columns(), asked.height() / height);
        int rows = edge(height * scale);
        int columns = edge(kind.columns() * scale);
        StoredFrame level = level(pyramid, rows, columns);
        boolean colour = level.samples() == 3;
        GreyScale grey = colour ? null : grey(pyramid, asked);
        byte[] pixels = new byte[Math.multiplyExact(rows, columns * level.samples())];
        if (rows == level.rows() && columns == level.columns()) {
            same(level, grey, pixels);
        } else {
            int[] means = AreaAverage.of(level, kind.padding(), rows, columns);
            put(means, means.length, grey, pixels, 0);
        }
        return new ScreenImage(rows, columns, level.samples(), pixels);
    }

    /** At its own size. */
    private static void same(StoredFrame level, @Nullable GreyScale grey, byte[] pixels) {
        if (grey != null) {
            grey.map(level, 0, pixels.length, pixels, 0);
        } else if (level.array() instanceof byte[] bytes) {
            System.arraycopy(bytes, 0, pixels, 0, pixels.length);
        } else {
            throw new IllegalStateException("colour of more than eight bits");
        }
    }

    private static GreyScale grey(Pyramid pyramid, Picture asked) {
        return asked.window() == null ? pyramid.grey() : GreyScale.of(pyramid.level(0), pyramid.kind(), asked.window());
    }

    private static int edge(double length) {
        return (int) Math.max(1, Math.min(Picture.MOST_PIXELS, Math.round(length)));
    }

    private static StoredFrame level(Pyramid pyramid, int rows, int columns) {
        int level = 0;
        int smaller = (pyramid.kind().rows() + 1) / 2;
        int narrower = (pyramid.kind().columns() + 1) / 2;
        while (level + 1 < pyramid.kind().levels() && smaller >= rows && narrower >= columns) {
            level++;
            smaller = (smaller + 1) / 2;
            narrower = (narrower + 1) / 2;
        }
        return pyramid.level(level);
    }

    private static void put(int[] values, int count, @Nullable GreyScale grey, byte[] target, int at) {
        if (grey != null) {
            grey.map(values, count, target, at);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[at + i] = (byte) values[i];
        }
    }
}
