// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegEighthTest {
    private static final int ROWS = 48;
    private static final int COLUMNS = 72;

    /** Something of everything: a slope, an edge, noise. */
    private static byte[] picture(int samples) {
        Random random = new Random(8);
        byte[] out = new byte[ROWS * COLUMNS * samples];
        for (int i = 0; i < out.length; i++) {
            int x = i / samples % COLUMNS;
            int y = i / samples / COLUMNS;
            int slope = 60 + 2 * x + (i % samples == 1 ? y : -y / 2);
            out[i] = (byte) Math.max(20, Math.min(235, (x > 37 ? 250 - slope : slope) + random.nextInt(30) - 15));
        }
        return out;
    }

    private static byte[] grey(byte[] samples) throws IOException {
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < samples.length; i++) {
            image.getRaster().setSample(i % COLUMNS, i / COLUMNS, 0, samples[i] & 0xFF);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /** Means of 8 x 8 of what the whole codestream decodes to. */
    private static double[] means(byte[] codestream, int samples) {
        byte[] all = JdkJpeg.decode(codestream, JpegInfo.of(codestream));
        double[] out = new double[ROWS / 8 * (COLUMNS / 8) * samples];
        for (int i = 0; i < all.length; i++) {
            int x = i / samples % COLUMNS / 8;
            int y = i / samples / COLUMNS / 8;
            out[(y * (COLUMNS / 8) + x) * samples + i % samples] += (all[i] & 0xFF) / 64.0;
        }
        return out;
    }

    private static double most(byte[] codestream, int samples) {
        StoredFrame small = JpegEighth.of(codestream).orElseThrow();
        assertThat(small.rows()).isEqualTo(ROWS / 8);
        assertThat(small.columns()).isEqualTo(COLUMNS / 8);
        double[] means = means(codestream, samples);
        double most = 0;
        for (int i = 0; i < means.length; i++) {
            most = Math.max(most, Math.abs(means[i] - small.value(i)));
        }
        return most;
    }

    @Test
    void grey_is_the_mean_of_each_block() throws IOException {
        assertThat(most(grey(picture(1)), 1)).isLessThan(0.8);
    }

    @Test
    void halved_chroma_gives_each_pixel_its_own_quarter() throws IOException {
        byte[] stream = JpegPictures.jfif(picture(3), COLUMNS, ROWS);
        assertThat(JpegInfo.of(stream).subsampled()).isTrue();
        // The decoder smooths chroma over the borders of blocks when it brings it to full size, means do not.
        assertThat(most(stream, 3)).isLessThan(4);
        assertThat(JpegEighth.of(stream).orElseThrow().layout().photometric()).isEqualTo(Photometric.YBR_FULL);
    }

    @Test
    void what_it_does_not_know_and_what_is_broken_is_left_to_the_decoder() throws IOException {
        byte[] stream = grey(picture(1));
        assertThat(JpegEighth.of(Arrays.copyOf(stream, stream.length / 2))).isEmpty();
        byte[] progressive = stream.clone();
        for (int i = 0; i + 1 < progressive.length; i++) {
            if (progressive[i] == (byte) 0xFF && progressive[i + 1] == (byte) 0xC0) {
                progressive[i + 1] = (byte) 0xC2;
            }
        }
        assertThat(JpegEighth.of(progressive)).isEmpty();
        assertThat(JpegEighth.of(LosslessJpegWriter.encode(new int[64], 8, 8, 1, 8, 1, true)))
                .isEmpty();
        assertThat(JpegEighth.of(new byte[] {1, 2, 3})).isEmpty();
    }
}
