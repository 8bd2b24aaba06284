// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A layer's PNG comes back as it went in, by Java's own decoder. */
class LayerImageTest {
    @Test
    void few_colours_come_back_from_a_palette_with_their_alpha() throws IOException {
        LayerImage image = new LayerImage(3, 2, new int[] {0, 0xFFFF0000, 0x8000FF00, 0, 0, 0xFFFF0000});
        same(image);
        assertThat(image.png()[25]).as("colour type").isEqualTo((byte) 3);
    }

    @Test
    void many_colours_come_back_as_they_are() throws IOException {
        int[] argb = new int[20 * 30];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (i % 255 + 1) << 24 | i * 7919;
        }
        LayerImage image = new LayerImage(20, 30, argb);
        same(image);
        assertThat(image.png()[25]).as("colour type").isEqualTo((byte) 6);
    }

    private static void same(LayerImage image) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(image.png()));
        assertThat(read.getRGB(0, 0, image.width(), image.height(), null, 0, image.width()))
                .containsExactly(image.argb());
    }
}
