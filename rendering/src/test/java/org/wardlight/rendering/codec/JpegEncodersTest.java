// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class JpegEncodersTest {
    private static final JpegEncoder JAVA = new JdkJpegEncoder();

    @Test
    void both_encoders_make_the_same_bytes() {
        JpegEncoder turbo = turbo();
        for (int samples : new int[] {1, 3}) {
            for (int[] size : new int[][] {{1, 1}, {7, 9}, {16, 16}, {64, 33}, {200, 311}}) {
                byte[] pixels = picture(size[0], size[1], samples);
                for (int quality = 1; quality <= 100; quality++) {
                    assertThat(turbo.encode(pixels, size[0], size[1], samples, quality))
                            .as("%d x %d x %d, quality %d", size[0], size[1], samples, quality)
                            .isEqualTo(JAVA.encode(pixels, size[0], size[1], samples, quality));
                }
            }
        }
    }

    @Test
    void noise_of_the_best_quality_fits_into_the_room_that_is_there_for_it() {
        JpegEncoder turbo = turbo();
        byte[] pixels = new byte[513 * 511 * 3];
        new Random(3).nextBytes(pixels);

        assertThat(turbo.encode(pixels, 513, 511, 3, 100)).isEqualTo(JAVA.encode(pixels, 513, 511, 3, 100));
    }

    @Test
    void the_proof_of_the_native_one_is_what_java_makes() {
        assertThat(TurboJpegEncoder.proof(JAVA)).isEqualTo(TurboJpegEncoder.PROOF);
    }

    @Test
    void sizes_that_contradict_each_other_are_refused_before_anything_is_written() {
        for (JpegEncoder each : new JpegEncoder[] {JAVA, JpegEncoders.standard()}) {
            assertThatThrownBy(() -> each.encode(new byte[3], 2, 2, 1, 90))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> each.encode(new byte[8], 2, 2, 2, 90))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> each.encode(new byte[4], 2, 2, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(JpegEncoders.standard().notice()).isEmpty();
    }

    @Test
    void one_that_does_not_load_leaves_java_and_a_notice() {
        JpegEncoders encoders = JpegEncoders.named(
                "",
                () -> {
                    throw new UnsatisfiedLinkError("/a/path/that/nobody/should/read");
                },
                JAVA);

        assertThat(encoders.fast()).isFalse();
        assertThat(encoders.notice())
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("libjpeg-turbo is not usable here", "UnsatisfiedLinkError")
                        .doesNotContain("path"));
        assertThat(encoders.encode(new byte[4], 2, 2, 1, 90)).isEqualTo(JAVA.encode(new byte[4], 2, 2, 1, 90));
    }

    @Test
    void one_that_fails_later_is_left_alone_from_then_on() {
        AtomicInteger asked = new AtomicInteger();
        JpegEncoders encoders = JpegEncoders.named(
                "turbo",
                () -> (pixels, rows, columns, samples, quality) -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("out of order");
                },
                JAVA);

        assertThat(encoders.fast()).isTrue();
        for (int i = 0; i < 2; i++) {
            assertThat(encoders.encode(new byte[4], 2, 2, 1, 90)).isEqualTo(JAVA.encode(new byte[4], 2, 2, 1, 90));
        }
        assertThat(asked).hasValue(1);
        assertThat(encoders.fast()).isFalse();
        assertThat(encoders.notice())
                .hasValueSatisfying(text -> assertThat(text).contains("failed"));
    }

    @Test
    void java_alone_when_it_is_asked_for_loads_nothing_and_says_nothing() {
        JpegEncoders encoders = JpegEncoders.named(
                "java",
                () -> {
                    throw new AssertionError("loaded");
                },
                JAVA);

        assertThat(encoders.fast()).isFalse();
        assertThat(encoders.notice()).isEmpty();
    }

    @Test
    void a_setting_that_means_nothing_is_said() {
        assertThat(JpegEncoders.named("fastest", () -> JAVA, JAVA).notice())
                .hasValueSatisfying(text -> assertThat(text).contains("turbo or java"));
    }

    private static JpegEncoder turbo() {
        assumeTrue(JpegEncoders.standard().fast(), "libjpeg-turbo is not here: Linux and macOS have it");
        return TurboJpegEncoder.load();
    }

    private static byte[] picture(int rows, int columns, int samples) {
        Random random = new Random(5);
        byte[] pixels = new byte[rows * columns * samples];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / samples % columns + random.nextInt(20));
        }
        return pixels;
    }
}
