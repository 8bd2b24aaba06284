// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Frames that are small to send and would be long to decode. */
class WorkBudgetTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int EDGE = 23_000;

    private static byte[] bytes(int... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(values).forEach(out::write);
        return out.toByteArray();
    }

    /** A JPEG-LS scan of ones: each bit is a run, and runs grow to 32,768 samples. */
    private static byte[] flatJpegLs(int rows, int columns, int length) {
        byte[] head = bytes(
                0xFF,
                0xD8,
                0xFF,
                0xF7,
                0,
                11,
                8,
                rows >> 8,
                rows,
                columns >> 8,
                columns,
                1,
                1,
                0x11,
                0,
                0xFF,
                0xDA,
                0,
                8,
                1,
                1,
                0,
                0,
                0,
                0);
        byte[] all = Arrays.copyOf(head, head.length + length);
        for (int i = head.length; i < all.length; i++) {
            // A byte FF is followed by seven bits.
            all[i] = (byte) (all[i - 1] == (byte) 0xFF ? 0x7F : 0xFF);
        }
        return all;
    }

    @Test
    void a_few_bytes_are_no_frame_of_half_a_gigabyte() {
        byte[] hostile = flatJpegLs(EDGE, EDGE, 50_000);
        assertThatThrownBy(() -> new JpegLsCodec().decode(hostile, FrameLayout.grey(EDGE, EDGE, 8, 8, false)))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("samples a byte");
    }

    @Test
    void the_largest_frame_that_a_few_bytes_may_be_is_decoded_in_time() {
        int edge = 8000;
        byte[] flat = flatJpegLs(edge, edge, 50_000);
        Assertions.assertThatCode(() -> inTime(new JpegLsCodec(), flat, FrameLayout.grey(edge, edge, 8, 8, false)))
                .doesNotThrowAnyException();
    }

    private static void inTime(FrameCodec codec, byte[] frame, FrameLayout layout) {
        long begin = System.nanoTime();
        try {
            codec.decode(frame, layout);
        } catch (RenderingException refused) {
            // It may be refused, as long as it is soon.
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT);
    }

    /** A frame header, a table, and very many scans of next to nothing. */
    private static byte[] manyScans(int process, int precision, int edge, int scans) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0));
        out.writeBytes(new byte[64]);
        out.writeBytes(bytes(0xFF, process, 0, 11, precision, edge >> 8, edge, edge >> 8, edge, 1, 1, 0x11, 0));
        out.writeBytes(bytes(0xFF, 0xC4, 0, 20, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        for (int i = 0; i < scans; i++) {
            out.writeBytes(bytes(0xFF, 0xDA, 0, 8, 1, 1, 0, 0, process == 0xC2 ? 0 : 63, 0, 0));
        }
        out.writeBytes(bytes(0xFF, 0xD9));
        return out.toByteArray();
    }

    @Test
    void thousands_of_scans_over_a_large_frame_are_not_begun() {
        int edge = 8192;
        for (int process : new int[] {0xC1, 0xC2}) {
            for (int precision : new int[] {8, 12}) {
                FrameLayout layout = FrameLayout.grey(edge, edge, precision == 8 ? 8 : 16, precision, false);
                byte[] hostile = manyScans(process, precision, edge, 3000);
                assertThatThrownBy(() -> new JpegCodec().decode(hostile, layout))
                        .isInstanceOf(LimitExceeded.class)
                        .hasMessageContaining("3000 times");
            }
        }
    }

    @Test
    void a_component_is_decoded_once() {
        byte[] stream = LosslessJpegWriter.encode(new int[48], 4, 4, 3, 8, 1, false);
        // The second scan names the first component again.
        int scans = 0;
        for (int i = 0; i + 5 < stream.length; i++) {
            if (stream[i] == (byte) 0xFF && stream[i + 1] == (byte) 0xDA && ++scans == 2) {
                stream[i + 5] = 1;
            }
        }
        assertThatThrownBy(() -> new JpegCodec().decode(stream, FrameLayout.colour(4, 4, Photometric.RGB)))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("in two scans");
    }

    @Test
    void tables_without_end_are_not_read() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0xFF, 0xD8, 0xFF, 0xC3, 0, 11, 8, 0, 4, 0, 4, 1, 1, 0x11, 0));
        for (int i = 0; i < 100_000; i++) {
            out.writeBytes(bytes(0xFF, 0xC4, 0, 20, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        }
        assertThatThrownBy(() -> new JpegCodec().decode(out.toByteArray(), FrameLayout.grey(4, 4, 8, 8, false)))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("segments");
        byte[] parameters = bytes(0xFF, 0xFE, 0, 2);
        ByteArrayOutputStream ls = new ByteArrayOutputStream();
        ls.writeBytes(bytes(0xFF, 0xD8));
        for (int i = 0; i < 100_000; i++) {
            ls.writeBytes(parameters);
        }
        assertThatThrownBy(() -> new JpegLsCodec().decode(ls.toByteArray(), FrameLayout.grey(4, 4, 8, 8, false)))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("segments");
    }
}
