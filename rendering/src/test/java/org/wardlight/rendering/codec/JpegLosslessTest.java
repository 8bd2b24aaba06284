// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.rendering.PixelFixtures.values;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.rendering.RenderingException.MalformedDicom;

class JpegLosslessTest extends FrameCodecContract {
    private static final int ROWS = 23;
    private static final int COLUMNS = 17;

    @Override
    FrameCodec codec() {
        return new JpegCodec();
    }

    @Override
    FrameLayout layout() {
        return FrameLayout.grey(ROWS, COLUMNS, 16, 16, false);
    }

    @Override
    byte[] good() {
        return LosslessJpegWriter.encode(expected(), ROWS, COLUMNS, 1, 16, 1, true);
    }

    /** Noise over the whole range, so that differences of every category occur, the sixteenth too. */
    @Override
    int[] expected() {
        return noise(ROWS * COLUMNS, 16);
    }

    private static int[] noise(int count, int bits) {
        Random random = new Random(3);
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            out[i] = random.nextInt(1 << random.nextInt(bits + 1));
        }
        out[1] = out[0] ^ 1 << bits - 1;
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void every_predictor_gives_back_what_was_coded(int predictor) {
        byte[] stream = LosslessJpegWriter.encode(expected(), ROWS, COLUMNS, 1, 16, predictor, true);
        assertThat(values(codec().decode(stream, layout()))).containsExactly(expected());
    }

    @ParameterizedTest
    @CsvSource({"1,8", "5,12", "6,12", "7,16", "4,16"})
    void an_independent_decoder_agrees(int predictor, int bits) throws IOException {
        int[] samples = noise(ROWS * COLUMNS, bits);
        byte[] stream = LosslessJpegWriter.encode(samples, ROWS, COLUMNS, 1, bits, predictor, true);
        Raster other = twelveMonkeys(stream);
        int[] found = values(codec().decode(stream, FrameLayout.grey(ROWS, COLUMNS, bits > 8 ? 16 : 8, bits, false)));
        assertThat(other.getPixels(0, 0, COLUMNS, ROWS, (int[]) null)).containsExactly(found);
    }

    private static Raster twelveMonkeys(byte[] stream) throws IOException {
        var input = ImageIO.createImageInputStream(new ByteArrayInputStream(stream));
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(input); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.twelvemonkeys")) {
                reader.setInput(input);
                return reader.readRaster(0, null);
            }
        }
        throw new IllegalStateException("no TwelveMonkeys reader");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sixteen_bit_colour_is_read_in_one_scan_or_three(boolean interleaved) {
        int[] samples = noise(ROWS * COLUMNS * 3, 16);
        byte[] stream = LosslessJpegWriter.encode(samples, ROWS, COLUMNS, 3, 16, 6, interleaved);
        FrameLayout layout = new FrameLayout(ROWS, COLUMNS, 3, 16, 16, 15, false, Photometric.RGB, true);
        StoredFrame decoded = codec().decode(stream, layout);
        assertThat(values(decoded)).containsExactly(samples);
        assertThat(decoded.layout().photometric()).isEqualTo(Photometric.RGB);
    }

    @Test
    void signed_values_are_extended_from_bits_stored_whatever_the_precision() {
        int[] samples = {0xFFF, 1, 0x800};
        byte[] stream = LosslessJpegWriter.encode(samples, 1, 3, 1, 16, 1, true);
        assertThat(values(codec().decode(stream, FrameLayout.grey(1, 3, 16, 12, true))))
                .containsExactly(-1, 1, -2048);
    }

    @Test
    void eight_bits_in_sixteen_allocated_come_as_the_header_says() {
        byte[] stream = LosslessJpegWriter.encode(new int[] {1, 255}, 1, 2, 1, 8, 1, true);
        StoredFrame decoded = codec().decode(stream, FrameLayout.grey(1, 2, 16, 8, false));
        assertThat(decoded.bytes()).containsExactly(1, 0, 255, 0);
    }

    @Test
    void more_bits_than_are_allocated_are_malformed() {
        byte[] stream = LosslessJpegWriter.encode(new int[] {1, 255}, 1, 2, 1, 12, 1, true);
        assertThatThrownBy(() -> codec().decode(stream, FrameLayout.grey(1, 2, 8, 8, false)))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("12 bits");
    }
}
