// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.corpus;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.ColorConversion;

/** Compares a lossy frame with the picture that independent decoders agree on. */
public final class LossyReference {
    private LossyReference() {}

    /** Empty when the frame is within the stated tolerance, else by how much it is not. */
    public static String differs(Corpus corpus, Corpus.Row row, StoredFrame frame) throws IOException {
        // Where the reference calls its components RGB they were compared as coded, whatever they stand for.
        StoredFrame values = "YBR_FULL".equals(row.get("photometric")) ? ColorConversion.toRgb(frame) : frame;
        Raster reference = ImageIO.read(
                        corpus.file("lossy_ref/" + row.get("lossy_ref")).toFile())
                .getRaster();
        int[] crop = crop(row.get("lossy_ref_crop"), reference);
        int offset = values.samples() == 1 && values.layout().signed() ? 32768 : 0;
        double sum = 0;
        int worst = 0;
        for (int y = 0; y < reference.getHeight(); y++) {
            for (int x = 0; x < reference.getWidth(); x++) {
                int pixel = (y + crop[1]) * values.columns() + x + crop[0];
                for (int s = 0; s < values.samples(); s++) {
                    int value = values.value(pixel * values.samples() + s) + offset;
                    int difference = Math.abs(value - reference.getSample(x, y, s));
                    sum += difference;
                    worst = Math.max(worst, difference);
                }
            }
        }
        double mean = sum / reference.getWidth() / reference.getHeight() / values.samples();
        boolean within = mean <= Double.parseDouble(row.get("tol_mean_abs"))
                && worst <= Double.parseDouble(row.get("tol_max_abs"));
        return within ? "" : "mean difference " + mean + ", largest " + worst;
    }

    /** Left and top of the rectangle that the reference shows. */
    private static int[] crop(String text, Raster reference) {
        if (text.isEmpty()) {
            return new int[2];
        }
        Matcher numbers = Pattern.compile("x=(\\d+),y=(\\d+),.*").matcher(text);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("crop " + text);
        }
        return new int[] {Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))};
    }
}
