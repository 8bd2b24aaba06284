// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.wardlight.rendering.pixel.ScreenImage;
import org.wardlight.rendering.present.StatedPicture;
import org.wardlight.server.wiring.ConfigException;

/** Eight-bit pictures for {@code render}: from screen values to a file. */
final class Picture {
    static final int WIDEST = 16_384;
    private static final float JPEG_QUALITY = 0.92f;

    /** Kind of file, by the ending of its name. */
    enum Format {
        PNG,
        JPEG;

        static Format of(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (name.endsWith(".png")) {
                return PNG;
            }
            if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
                return JPEG;
            }
            throw new ConfigException("-o is " + file + "; expected a name that ends in .png, .jpg or .jpeg");
        }
    }

    private Picture() {}

    static BufferedImage of(ScreenImage screen) {
        return StatedPicture.buffered(screen);
    }

    /** @param pixelAspect height of a source pixel over its width */
    static BufferedImage scaled(BufferedImage source, int width, double pixelAspect) {
        double height = (double) width * source.getHeight() * pixelAspect / source.getWidth();
        BufferedImage target =
                new BufferedImage(width, (int) Math.max(1, Math.min(WIDEST, Math.round(height))), source.getType());
        var graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(source, 0, 0, target.getWidth(), target.getHeight(), null);
        graphics.dispose();
        return target;
    }

    static void write(BufferedImage picture, Format format, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            if (out == null) {
                throw new IOException("Cannot write " + file);
            }
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(JPEG_QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
