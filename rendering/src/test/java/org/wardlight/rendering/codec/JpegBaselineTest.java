// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.Unsupported;

class JpegBaselineTest extends FrameCodecContract {
    private static final int ROWS = 24;
    private static final int COLUMNS = 40;

    @Override
    FrameCodec codec() {
        return new JpegCodec();
    }

    @Override
    FrameLayout layout() {
        return FrameLayout.grey(ROWS, COLUMNS, 8, 8, false);
    }

    @Override
    int[] expected() {
        int[] out = new int[ROWS * COLUMNS];
        for (int i = 0; i < out.length; i++) {
            out[i] = i / COLUMNS * 6 + i % COLUMNS * 2;
        }
        return out;
    }

    @Override
    int tolerance() {
        return 6;
    }

    @Override
    byte[] good() {
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setPixels(0, 0, COLUMNS, ROWS, expected());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void arithmetic_coding_is_named_as_what_it_is() {
        byte[] stream = good();
        int frame = frameHeader(stream);
        stream[frame + 1] = (byte) 0xC9;
        stream[frame + 4] = 12;
        assertThatThrownBy(() -> codec().decode(stream, FrameLayout.grey(ROWS, COLUMNS, 16, 12, false)))
                .isInstanceOf(Unsupported.class)
                .hasMessage("JPEG with arithmetic coding of 12 bits: not shown yet");
    }

    @Test
    void dimensions_are_compared_before_anything_is_decoded() {
        byte[] stream = good();
        stream[frameHeader(stream) + 5] = (byte) 0xFF;
        assertThatThrownBy(() -> codec().decode(stream, layout())).hasMessageContaining("rows, the header 24");
    }

    private static int frameHeader(byte[] stream) {
        for (int i = 0; i < stream.length; i++) {
            if ((stream[i] & 0xFF) == 0xFF && (stream[i + 1] & 0xFF) == 0xC0) {
                return i;
            }
        }
        throw new IllegalStateException("no SOF0");
    }

    @Test
    void a_codestream_that_needs_nothing_done_passes_through() {
        assertThat(PassThrough.allows(good(), layout())).isTrue();
        assertThat(PassThrough.allows(good(), FrameLayout.grey(ROWS, COLUMNS + 1, 8, 8, false)))
                .isFalse();
        assertThat(PassThrough.allows(new byte[] {1, 2, 3}, layout())).isFalse();
    }
}
