// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.Objects;

/**
 * Paints contours: their lines opaque, what closed ones of a region enclose with a little of its colour, by the even-odd rule, so
 * that a contour inside another is a hole (PS3.3 C.8.8.6.3). One thread; used once.
 */
final class OutlinePainter {
    private static final int LONGEST_EDGE = 1024;
    private static final int FINER = 4;
    private static final int FILL_ALPHA = 40;
    private static final float LINE = 2;
    private static final double CROSS = 6;

    private final FramePlane plane;
    private final PlaneGrid grid;
    private final BufferedImage picture;
    private final Graphics2D graphics;

    OutlinePainter(FramePlane plane) {
        this.plane = plane;
        this.grid = Objects.requireNonNull(plane.grid());
        boolean large = Math.max(plane.rows(), plane.columns()) > LONGEST_EDGE;
        Raster raster = Raster.of(plane, large ? LayerImage.LONGEST_EDGE : LONGEST_EDGE, FINER);
        this.picture = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_ARGB);
        this.graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setStroke(new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    void paint(List<Contour> contours, int rgb) {
        Path2D closed = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        Path2D lines = new Path2D.Double();
        for (Contour contour : contours) {
            switch (contour.shape()) {
                case POINT -> crosses(contour, lines);
                case OPEN -> trace(contour, lines, false);
                case CLOSED -> trace(contour, contour.size() > 1 ? closed : lines, contour.size() > 1);
            }
        }
        graphics.setColor(new Color(rgb & 0xFFFFFF | FILL_ALPHA << 24, true));
        graphics.fill(closed);
        graphics.setColor(new Color(rgb & 0xFFFFFF));
        graphics.draw(closed);
        graphics.draw(lines);
    }

    private void trace(Contour contour, Path2D path, boolean close) {
        for (int i = 0; i < contour.size(); i++) {
            double x = x(contour.point(i));
            double y = y(contour.point(i));
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        if (close) {
            path.closePath();
        }
    }

    private void crosses(Contour contour, Path2D path) {
        for (int i = 0; i < contour.size(); i++) {
            double x = x(contour.point(i));
            double y = y(contour.point(i));
            path.moveTo(x - CROSS, y);
            path.lineTo(x + CROSS, y);
            path.moveTo(x, y - CROSS);
            path.lineTo(x, y + CROSS);
        }
    }

    /** The centre of pixel 0 lies half a pixel from the picture's edge. */
    private double x(Vector point) {
        return (grid.column(point) + 0.5) * picture.getWidth() / plane.columns();
    }

    private double y(Vector point) {
        return (grid.row(point) + 0.5) * picture.getHeight() / plane.rows();
    }

    LayerImage image() {
        graphics.dispose();
        int[] argb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        return new LayerImage(picture.getWidth(), picture.getHeight(), argb);
    }
}
