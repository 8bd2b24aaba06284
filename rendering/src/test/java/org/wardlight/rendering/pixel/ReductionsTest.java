// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wardlight.rendering.PixelFixtures.values;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.Lookups;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.FrameKind.Reduction;
import org.wardlight.rendering.pixel.FrameKind.Window;

class ReductionsTest {
    private static StoredFrame doubles(double... values) {
        return StoredFrame.of(FrameLayout.floats(1, values.length, 64, Photometric.MONOCHROME2), values);
    }

    private static StoredFrame integers(boolean signed, int... values) {
        return StoredFrame.of(FrameLayout.grey(1, values.length, 32, 32, signed), values);
    }

    private static FrameKind settled(StoredFrame frame) {
        return Reductions.settle(PixelFixtures.kind(frame), frame);
    }

    private static Reduction reduction(StoredFrame frame) {
        return requireNonNull(settled(frame).reduction());
    }

    /** What a viewer makes of tile values. */
    private static double[] seen(StoredFrame frame) {
        FrameKind kind = settled(frame);
        return Arrays.stream(values(Reductions.apply(frame, kind)))
                .mapToDouble(tile -> tile * kind.slope() + kind.intercept())
                .toArray();
    }

    @Test
    void values_that_lie_within_sixteen_bits_of_each_other_come_back_exactly() {
        StoredFrame frame = integers(true, -2_000_000_000, -1_999_999_000, -1_999_934_465);
        assertThat(reduction(frame)).isEqualTo(new Reduction(-2_000_000_000, 5, true));
        assertThat(seen(frame)).containsExactly(-2_000_000_000, -1_999_999_000, -1_999_934_465);
    }

    @Test
    void unsigned_values_above_two_to_the_31_are_what_they_are() {
        StoredFrame frame = integers(false, (int) 4_000_000_000L, 3, (int) 4_000_000_003L);
        assertThat(reduction(frame).exact()).isFalse();
        assertThat(seen(frame)[0]).isCloseTo(4e9, within(4e9 / 65_535));
    }

    @Test
    void a_dose_grid_of_round_numbers_is_exact_by_its_step() {
        StoredFrame frame = integers(false, 795_000, 1_254_000, 801_000);
        assertThat(reduction(frame).exact()).isTrue();
        assertThat(seen(frame)).containsExactly(795_000, 1_254_000, 801_000);
    }

    @Test
    void fractions_of_two_are_exact() {
        StoredFrame frame = doubles(-3.25, 0, 1000.125);
        assertThat(reduction(frame).exact()).isTrue();
        assertThat(seen(frame)).containsExactly(-3.25, 0, 1000.125);
    }

    @Test
    void what_no_line_holds_is_nearest_and_says_so() {
        StoredFrame frame = doubles(0, 0.1, 0.7, Math.PI);
        Reduction line = reduction(frame);
        assertThat(line.exact()).isFalse();
        assertThat(line.step()).isCloseTo(Math.PI / 65_535, within(1e-12));
        double[] seen = seen(frame);
        for (int i = 0; i < seen.length; i++) {
            assertThat(seen[i]).isCloseTo(frame.number(i), within(line.step() / 2 + 1e-12));
        }
    }

    @Test
    void what_is_no_number_or_padding_is_padding_of_the_tile() {
        StoredFrame frame =
                doubles(Double.NaN, -1e30, 5, 7).with(new Lookups(null, null, null, new Lookups.NoValue(-1e30, -1e30)));
        FrameKind kind = settled(frame);
        assertThat(kind.padding()).isEqualTo(new Padding(0, 0));
        assertThat(values(Reductions.apply(frame, kind))).containsExactly(0, 0, 1, 2);
        assertThat(reduction(frame)).isEqualTo(new Reduction(3, 2, true));
    }

    @Test
    void infinity_is_the_end_of_the_scale_and_never_exact() {
        StoredFrame frame = doubles(Double.NEGATIVE_INFINITY, 5, 7, Double.POSITIVE_INFINITY);
        FrameKind kind = settled(frame);
        assertThat(reduction(frame).exact()).isFalse();
        assertThat(values(Reductions.apply(frame, kind))).containsExactly(0, 0, 1, 65_535);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 4e9, Double.MIN_VALUE, Double.MAX_VALUE})
    void one_value_throughout_is_exact(double value) {
        assertThat(reduction(doubles(value, value)).exact()).isTrue();
        assertThat(seen(doubles(value, value))).containsExactly(value, value);
    }

    @Test
    void what_would_overflow_is_refused() {
        assertThatThrownBy(() -> settled(doubles(-Double.MAX_VALUE, Double.MAX_VALUE)))
                .isInstanceOf(MalformedDicom.class);
    }

    @Test
    void the_screen_windows_the_values_themselves_and_not_the_tiles() {
        StoredFrame frame = doubles(0, 0.1, 0.2, 0.3, 1e9);
        FrameKind kind = PixelFixtures.kind(frame);
        Window window = new Window(0.15, 0.3, Function.LINEAR_EXACT, null);
        assertThat(Screen.render(frame, kind, window).pixels())
                .containsExactly(0, 85, (byte) 170, (byte) 255, (byte) 255);
        assertThat(Screen.render(frame, settled(frame), window).pixels())
                .isEqualTo(Screen.render(frame, kind, window).pixels());
    }

    @Test
    void thirty_two_bits_allocated_of_which_sixteen_are_stored_need_no_reduction() {
        StoredFrame frame = StoredFrame.of(FrameLayout.grey(1, 2, 32, 12, true), new int[] {-2048, 2047});
        FrameKind kind = settled(frame);
        assertThat(kind.reduction()).isNull();
        assertThat(values(Reductions.apply(frame, kind))).containsExactly(-2048, 2047);
    }
}
