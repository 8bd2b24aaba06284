// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.wardlight.rendering.present.PresentationState.Annotation;
import org.wardlight.rendering.present.PresentationState.Area;
import org.wardlight.rendering.present.PresentationState.Graphic;
import org.wardlight.rendering.present.PresentationState.Text;

/** Turns a picture as a presentation state says and paints its graphics and texts (PS3.3 C.10.5, C.10.6). Pure. */
public final class GraphicPainter {
    private static final int LINE = 14;

    private GraphicPainter() {}

    /** A new picture, in colour when something is painted; {@code frame} from 1. */
    public static BufferedImage paint(BufferedImage picture, PresentationState state, String image, int frame) {
        List<Annotation> annotations = state.annotations(image, frame);
        AffineTransform turn = turn(state, picture.getWidth(), picture.getHeight());
        boolean sideways = state.rotation() % 180 != 0;
        int type = annotations.isEmpty() ? picture.getType() : BufferedImage.TYPE_INT_RGB;
        BufferedImage out = new BufferedImage(
                sideways ? picture.getHeight() : picture.getWidth(),
                sideways ? picture.getWidth() : picture.getHeight(),
                type);
        Graphics2D graphics = out.createGraphics();
        try {
            graphics.drawImage(picture, turn, null);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            Area area = state.area(image, frame)
                    .orElse(new Area(List.of(), 1, 1, picture.getWidth(), picture.getHeight(), "", null, null));
            for (Annotation annotation : annotations) {
                graphics.setColor(Color.decode(state.layer(annotation.layer()).color()));
                annotation.graphics().forEach(one -> draw(graphics, one, turn, area));
                annotation.texts().forEach(one -> write(graphics, one, turn, area));
            }
        } finally {
            graphics.dispose();
        }
        return out;
    }

    /** Rotation clockwise, then the flip, then back to the origin. */
    private static AffineTransform turn(PresentationState state, int width, int height) {
        AffineTransform turn = new AffineTransform();
        boolean sideways = state.rotation() % 180 != 0;
        double across = sideways ? height : width;
        double down = sideways ? width : height;
        turn.translate(across / 2, down / 2);
        turn.scale(state.flip() ? -1 : 1, 1);
        turn.quadrantRotate(state.rotation() / 90);
        turn.translate(-width / 2.0, -height / 2.0);
        return turn;
    }

    private static Point2D place(List<Double> point, String units, AffineTransform turn, Area area) {
        if (!units.equals("DISPLAY")) {
            return turn.transform(new Point2D.Double(point.get(0) - 0.5, point.get(1) - 0.5), null);
        }
        var shown = turn.createTransformedShape(new java.awt.geom.Rectangle2D.Double(
                        area.left() - 1.0,
                        area.top() - 1.0,
                        area.right() - area.left() + 1.0,
                        area.bottom() - area.top() + 1.0))
                .getBounds2D();
        return new Point2D.Double(
                shown.getX() + point.get(0) * shown.getWidth(), shown.getY() + point.get(1) * shown.getHeight());
    }

    private static void draw(Graphics2D graphics, Graphic one, AffineTransform turn, Area area) {
        List<Point2D> points = one.points().stream()
                .map(point -> place(point, one.units(), turn, area))
                .toList();
        graphics.setStroke(new BasicStroke(1));
        Shape shape = switch (one.type()) {
            case "POINT" -> oval(points.get(0), 1, 1, 0);
            case "CIRCLE" -> {
                double radius = points.get(0).distance(points.get(1));
                yield oval(points.get(0), radius, radius, 0);
            }
            case "ELLIPSE" -> {
                Point2D a = points.get(0);
                Point2D b = points.get(1);
                Point2D middle = new Point2D.Double((a.getX() + b.getX()) / 2, (a.getY() + b.getY()) / 2);
                double angle = Math.atan2(b.getY() - a.getY(), b.getX() - a.getX());
                yield oval(middle, a.distance(b) / 2, points.get(2).distance(points.get(3)) / 2, angle);
            }
            default -> path(points, one.type().equals("INTERPOLATED"));
        };
        if (one.filled() || one.type().equals("POINT")) {
            graphics.fill(shape);
        }
        graphics.draw(shape);
    }

    private static Shape oval(Point2D middle, double rx, double ry, double angle) {
        return AffineTransform.getRotateInstance(angle, middle.getX(), middle.getY())
                .createTransformedShape(new Ellipse2D.Double(middle.getX() - rx, middle.getY() - ry, 2 * rx, 2 * ry));
    }

    /** Through every point; smooth between them when interpolated (Catmull-Rom). */
    private static Shape path(List<Point2D> points, boolean smooth) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).getX(), points.get(0).getY());
        for (int i = 1; i < points.size(); i++) {
            Point2D to = points.get(i);
            if (!smooth) {
                path.lineTo(to.getX(), to.getY());
                continue;
            }
            Point2D from = points.get(i - 1);
            Point2D before = points.get(Math.max(0, i - 2));
            Point2D after = points.get(Math.min(points.size() - 1, i + 1));
            path.curveTo(
                    from.getX() + (to.getX() - before.getX()) / 6,
                    from.getY() + (to.getY() - before.getY()) / 6,
                    to.getX() - (after.getX() - from.getX()) / 6,
                    to.getY() - (after.getY() - from.getY()) / 6,
                    to.getX(),
                    to.getY());
        }
        return path;
    }

    private static void write(Graphics2D graphics, Text text, AffineTransform turn, Area area) {
        List<Double> box = text.box();
        List<Double> anchor = text.anchor();
        Point2D at;
        if (box != null) {
            Point2D one = place(box.subList(0, 2), text.boxUnits(), turn, area);
            Point2D other = place(box.subList(2, 4), text.boxUnits(), turn, area);
            at = new Point2D.Double(Math.min(one.getX(), other.getX()), Math.min(one.getY(), other.getY()));
        } else if (anchor != null) {
            at = place(anchor, text.anchorUnits(), turn, area);
        } else {
            return;
        }
        float y = (float) at.getY() + LINE;
        for (String line : text.text().split("\n", -1)) {
            if (!line.isEmpty()) {
                graphics.drawString(line, (float) at.getX(), y);
            }
            y += LINE;
        }
    }
}
