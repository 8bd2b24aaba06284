// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.wardlight.rendering.PixelFixtures.values;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wardlight.rendering.RenderingException.Unsupported;

/** What JPEG 2000 must do whichever library carries OpenJPEG. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class Jpeg2000Contract extends FrameCodecContract {
    private static final int ROWS = 48;
    private static final int COLUMNS = 40;

    abstract Supplier<OpenJpeg> carrier();

    @BeforeEach
    void skip_where_no_library_loads() {
        try {
            assertThat(carrier().get()).isNotNull();
            OpenJpegByOpenCv.load();
        } catch (Unsupported here) {
            abort(here.getMessage());
        }
    }

    @Override
    FrameCodec codec() {
        return new Jpeg2000Codec(carrier());
    }

    @Override
    FrameLayout layout() {
        return FrameLayout.grey(ROWS, COLUMNS, 16, 16, false);
    }

    @Override
    byte[] good() {
        return Jpeg2000Pictures.grey(ROWS, COLUMNS, words(expected()));
    }

    @Override
    int[] expected() {
        Random random = new Random(15444);
        return IntStream.range(0, ROWS * COLUMNS)
                .map(i -> i * 30 + random.nextInt(300))
                .toArray();
    }

    private static short[] words(int[] values) {
        short[] out = new short[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) values[i];
        }
        return out;
    }

    @Test
    void a_signed_codestream_gives_negative_values() {
        byte[] stream = good();
        stream[42] |= (byte) 0x80;
        int[] shifted = IntStream.of(expected()).map(value -> value - 32768).toArray();
        FrameLayout signed = FrameLayout.grey(ROWS, COLUMNS, 16, 16, true);
        assertThat(values(codec().decode(stream, signed))).containsExactly(shifted);
        assertThat(stream[42]).as("the caller's bytes stay").isNegative();
    }

    @Test
    void less_than_eight_bits_are_decoded_too() {
        // Called 7 bits, a picture of 8 bits gives 2^6 less: unsigned decoding adds half of the range.
        byte[] stream = Jpeg2000Pictures.greyOf8(ROWS, COLUMNS, bytes(64, 127));
        stream[42] = 6;
        FrameLayout layout = FrameLayout.grey(ROWS, COLUMNS, 8, 7, false);
        assertThat(codec().decode(stream, layout).bytes()).isEqualTo(bytes(0, 63));
    }

    private static byte[] bytes(int from, int to) {
        byte[] out = new byte[ROWS * COLUMNS];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (from + i * 7 % (to - from + 1));
        }
        return out;
    }

    @Test
    void colours_come_in_the_order_red_green_blue() {
        byte[] rgb = new byte[3 * ROWS * COLUMNS];
        new Random(3).nextBytes(rgb);
        FrameLayout layout = FrameLayout.colour(ROWS, COLUMNS, Photometric.YBR_RCT);
        StoredFrame frame = codec().decode(Jpeg2000Pictures.colour(ROWS, COLUMNS, rgb), layout);
        assertThat(frame.bytes()).isEqualTo(rgb);
        assertThat(frame.layout().photometric()).isEqualTo(Photometric.RGB);
    }

    @Test
    void a_codestream_inside_a_jp2_file_is_found() {
        byte[] file = Jpeg2000Pictures.jp2(ROWS, COLUMNS, words(expected()));
        assertThat(Siz.of(file).start()).isPositive();
        assertThat(values(codec().decode(file, layout()))).containsExactly(expected());
    }

    @Test
    void a_colour_transform_is_undone_so_that_rgb_comes_whatever_the_header_says() {
        byte[] stream = Jpeg2000Pictures.colour(ROWS, COLUMNS, bytes3());
        stream[codingStyle(stream) + 8] = 1;
        for (Photometric header :
                List.of(Photometric.RGB, Photometric.YBR_RCT, Photometric.YBR_ICT, Photometric.YBR_FULL)) {
            StoredFrame frame = codec().decode(stream, FrameLayout.colour(ROWS, COLUMNS, header));
            assertThat(frame.layout().photometric()).as(header.term()).isEqualTo(Photometric.RGB);
        }
    }

    @Test
    void ybr_rct_and_ict_are_rgb_once_decoded() {
        byte[] rgb = bytes3();
        for (Photometric header : List.of(Photometric.RGB, Photometric.YBR_RCT, Photometric.YBR_ICT)) {
            StoredFrame frame = codec().decode(
                            Jpeg2000Pictures.colour(ROWS, COLUMNS, rgb), FrameLayout.colour(ROWS, COLUMNS, header));
            assertThat(frame.bytes()).as(header.term()).isEqualTo(rgb);
            assertThat(frame.layout().photometric()).as(header.term()).isEqualTo(Photometric.RGB);
        }
    }

    @Test
    void without_a_colour_transform_the_header_governs() {
        byte[] stream = Jpeg2000Pictures.colour(ROWS, COLUMNS, bytes3());
        stream[codingStyle(stream) + 8] = 0;
        for (Photometric header : List.of(Photometric.RGB, Photometric.YBR_FULL)) {
            StoredFrame frame = codec().decode(stream, FrameLayout.colour(ROWS, COLUMNS, header));
            assertThat(frame.layout().photometric()).isEqualTo(header);
        }
    }

    @Test
    void eight_bits_come_in_the_sixteen_that_the_header_allocates() {
        byte[] stream = Jpeg2000Pictures.greyOf8(ROWS, COLUMNS, bytes(3, 250));
        StoredFrame frame = codec().decode(stream, FrameLayout.grey(ROWS, COLUMNS, 16, 8, false));
        assertThat(frame.bytes()).hasSize(2 * ROWS * COLUMNS);
        assertThat(values(frame)[1]).isEqualTo(10);
    }

    @Test
    void the_order_of_packets_makes_no_difference() {
        byte[] stream = good();
        // One component, layer and precinct: resolution by resolution is the same order in all of them.
        stream[codingStyle(stream) + 5] = 2;
        assertThat(values(codec().decode(stream, layout()))).containsExactly(expected());
    }

    /** Where COD begins: marker, length (2), style, progression, layers (2), transform. */
    private static int codingStyle(byte[] stream) {
        for (int i = 2; i < stream.length - 9; i++) {
            if ((stream[i] & 0xFF) == 0xFF && stream[i + 1] == 0x52) {
                return i;
            }
        }
        throw new IllegalStateException("no coding style");
    }

    private static byte[] bytes3() {
        byte[] rgb = new byte[3 * ROWS * COLUMNS];
        new Random(3).nextBytes(rgb);
        return rgb;
    }
}
