// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.finish;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.wardlight.rendering.finish.Finish.Part;

/** Cuts, turns, scales, writes words and makes the file. Pure; grey stays grey unless words are written. */
public final class Finishing {
    private static final int SMALLEST_TEXT = 9;
    private static final int LARGEST_TEXT = 28;
    private static final int LINES_IN_HEIGHT = 32;
    private static final int MOST_PIXELS = 8192;

    private Finishing() {}

    /** The file. */
    public static byte[] file(BufferedImage picture, Finish finish) throws IOException {
        BufferedImage cut = finish.part() == null ? picture : cut(picture, finish.part());
        BufferedImage sized = sized(cut, finish.width(), finish.height());
        boolean words = !finish.patient().isEmpty() || !finish.technique().isEmpty();
        return encode(words ? written(sized, finish) : sized, finish);
    }

    private static BufferedImage cut(BufferedImage picture, Part part) {
        int left = (int) Math.round(part.left() * picture.getWidth());
        int top = (int) Math.round(part.top() * picture.getHeight());
        int width = edge(part.width() * picture.getWidth());
        int height = edge(part.height() * picture.getHeight());
        BufferedImage out = new BufferedImage(width, height, type(picture));
        int[] pixel = new int[picture.getRaster().getNumBands()];
        for (int y = 0; y < height; y++) {
            int fromY = top + (part.upended() ? height - 1 - y : y);
            for (int x = 0; x < width; x++) {
                int fromX = left + (part.mirrored() ? width - 1 - x : x);
                if (fromX >= 0 && fromY >= 0 && fromX < picture.getWidth() && fromY < picture.getHeight()) {
                    out.getRaster().setPixel(x, y, picture.getRaster().getPixel(fromX, fromY, pixel));
                }
            }
        }
        return out;
    }

    /** By halves downwards, so that no pixel is left out of the mean, then the rest of the way. */
    private static BufferedImage sized(BufferedImage picture, int width, int height) {
        if (width == 0) {
            return picture;
        }
        double scale = Math.min(width / (double) picture.getWidth(), height / (double) picture.getHeight());
        int columns = edge(picture.getWidth() * scale);
        int rows = edge(picture.getHeight() * scale);
        BufferedImage now = picture;
        while (now.getWidth() > 2 * columns && now.getHeight() > 2 * rows) {
            now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        return now.getWidth() == columns && now.getHeight() == rows ? now : drawn(now, columns, rows);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage out = new BufferedImage(width, height, type(picture));
        Graphics2D graphics = out.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return out;
    }

    private static int type(BufferedImage picture) {
        return picture.getRaster().getNumBands() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    }

    private static int edge(double length) {
        return (int) Math.max(1, Math.min(MOST_PIXELS, Math.round(length)));
    }

    /** White with a black edge: to be read on any ground. */
    private static BufferedImage written(BufferedImage picture, Finish finish) {
        BufferedImage out = new BufferedImage(picture.getWidth(), picture.getHeight(), type(picture));
        picture.copyData(out.getRaster());
        Graphics2D graphics = out.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            int size = Math.max(SMALLEST_TEXT, Math.min(LARGEST_TEXT, picture.getHeight() / LINES_IN_HEIGHT));
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
            int line = size + size / 4;
            lines(graphics, finish.patient(), size, line);
            int from =
                    picture.getHeight() - size / 2 - line * (finish.technique().size() - 1);
            lines(graphics, finish.technique(), from, line);
        } finally {
            graphics.dispose();
        }
        return out;
    }

    private static void lines(Graphics2D graphics, List<String> lines, int first, int line) {
        int left = line / 2;
        for (int i = 0; i < lines.size(); i++) {
            int y = first + i * line;
            graphics.setColor(Color.BLACK);
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    graphics.drawString(lines.get(i), left + dx, y + dy);
                }
            }
            graphics.setColor(Color.WHITE);
            graphics.drawString(lines.get(i), left, y);
        }
    }

    private static byte[] encode(BufferedImage picture, Finish finish) throws IOException {
        String format = finish.type().name().toLowerCase(Locale.ROOT);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (finish.type() == Finish.Type.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(finish.quality() / 100f);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
