// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.rendering.PixelFixtures.frame;
import static org.wardlight.rendering.PixelFixtures.kind;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.codec.Lookups;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.measure.Measures;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.FrameKind.Window;

/** Rows of the case list: A01 (one inversion, last), A11 and A10 (a modality table replaces the values and clamps), A13 (constant frame), A14 (widths below one). */
class WindowingTest {
    /** Every value of twelve bits. */
    private static StoredFrame ramp() {
        int[] values = new int[4096];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return frame(64, 64, 12, false, values);
    }

    private static int[] greys(StoredFrame frame, FrameKind kind, @org.jspecify.annotations.Nullable Window window) {
        byte[] pixels = Screen.render(frame, kind, window).pixels();
        int[] out = new int[pixels.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = pixels[i] & 0xFF;
        }
        return out;
    }

    @ParameterizedTest
    @CsvSource({"2048,4096", "40,400", "1000,1", "1000.5,2", "300,333.3", "0,50", "5000,3000"})
    void linear_is_the_formula_for_all_4096_inputs(double c, double w) {
        int[] greys = greys(ramp(), kind(ramp()), new Window(c, w, Function.LINEAR, null));
        for (int x = 0; x < 4096; x++) {
            // PS3.3 C.11.2.1.2.1, word for word.
            double y;
            if (x <= c - 0.5 - (w - 1) / 2) {
                y = 0;
            } else if (x > c - 0.5 + (w - 1) / 2) {
                y = 255;
            } else {
                y = ((x - (c - 0.5)) / (w - 1) + 0.5) * (255 - 0) + 0;
            }
            assertThat(greys[x]).isEqualTo((int) Math.round(y));
        }
    }

    @ParameterizedTest
    @CsvSource({"2048,4096", "40,400", "1000,0.02"})
    void linear_exact_is_the_formula_for_all_4096_inputs(double c, double w) {
        int[] greys = greys(ramp(), kind(ramp()), new Window(c, w, Function.LINEAR_EXACT, null));
        for (int x = 0; x < 4096; x++) {
            double y = x <= c - w / 2 ? 0 : x > c + w / 2 ? 255 : ((x - c) / w + 0.5) * 255;
            assertThat(greys[x]).isEqualTo((int) Math.round(y));
        }
    }

    @Test
    void sigmoid_is_the_formula_for_all_4096_inputs() {
        int[] greys = greys(ramp(), kind(ramp()), new Window(2000, 900, Function.SIGMOID, null));
        for (int x = 0; x < 4096; x++) {
            assertThat(greys[x]).isEqualTo((int) Math.round(255 / (1 + Math.exp(-4 * (x - 2000.0) / 900))));
        }
    }

    @Test
    void a_linear_width_below_one_still_draws_what_was_meant() {
        StoredFrame frame = frame(1, 3, 16, false, 0, 500, 1000);
        FrameKind tiny = withRescale(kind(frame), 1e-5, 0);
        assertThat(greys(frame, tiny, new Window(0.005, 0.01, Function.LINEAR, null)))
                .containsExactly(0, 128, 255);
    }

    private static FrameKind withRescale(FrameKind k, double slope, double intercept) {
        return new FrameKind(
                k.rows(),
                k.columns(),
                k.format(),
                k.bitsStored(),
                k.signed(),
                k.offset(),
                k.inverted(),
                slope,
                intercept,
                null,
                null,
                k.luts(),
                k.windows(),
                k.padding(),
                null,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                k.tile(),
                k.levels(),
                null,
                List.of(),
                List.of(),
                false,
                false,
                Measures.NONE);
    }

    @Test
    void the_window_is_in_rescaled_units() {
        StoredFrame frame = frame(1, 3, 12, false, 0, 1024, 2048);
        FrameKind ct = withRescale(kind(frame), 1, -1024);
        assertThat(greys(frame, ct, new Window(0, 2048, Function.LINEAR_EXACT, null)))
                .containsExactly(0, 128, 255);
    }

    @Test
    void without_a_window_minimum_to_maximum_leaves_out_padding() {
        StoredFrame frame = frame(1, 4, 16, true, -2000, 10, 20, 30);
        FrameKind padded = kind(frame, false, new Padding(-2000, -2000));
        assertThat(greys(frame, padded, null)).containsExactly(0, 0, 128, 255);
        assertThat(greys(frame, kind(frame), null)[1]).isGreaterThan(200);
    }

    @Test
    void a_constant_frame_is_one_plain_grey() {
        StoredFrame frame = frame(2, 2, 12, false, 7, 7, 7, 7);
        assertThat(greys(frame, kind(frame), null)).containsOnly(0);
        assertThat(greys(frame, kind(frame, false, new Padding(7, 7)), null)).containsOnly(0);
    }

    @Test
    void inversion_comes_last_and_once() {
        Window window = new Window(2048, 1000, Function.LINEAR, null);
        int[] plain = greys(ramp(), kind(ramp()), window);
        int[] inverted = greys(ramp(), kind(ramp(), true, null), window);
        for (int i = 0; i < plain.length; i++) {
            assertThat(inverted[i]).isEqualTo(255 - plain[i]);
        }
    }

    @Test
    void the_first_voi_table_is_what_is_shown_at_first_scaled_by_its_bits() {
        LookupTable table = new LookupTable(1, 12, new char[] {0, 4095, 2048});
        StoredFrame frame = frame(1, 5, 12, false, 0, 1, 2, 3, 9).with(new Lookups(null, null, table));
        FrameKind kind = kind(frame, new Window(100, 10, Function.LINEAR, null));
        assertThat(Screen.render(frame, kind).pixels()).containsExactly(0, 0, 255, 128, 128);
        assertThat(Screen.render(frame, kind, kind.windows().get(0)).pixels()).containsOnly(0);
    }

    @Test
    void a_modality_table_replaces_the_stored_values() {
        LookupTable table = new LookupTable(10, 16, new char[] {1000, 2000, 3000});
        StoredFrame frame = frame(1, 4, 12, false, 0, 11, 12, 99).with(new Lookups(null, table, null));
        FrameKind kind = kind(ModalityTable.apply(frame));
        assertThat(greys(frame, kind, new Window(2000, 2000, Function.LINEAR_EXACT, null)))
                .containsExactly(0, 128, 255, 255);
    }

    @Test
    void unsigned_values_of_32_bits_are_not_taken_for_negative() {
        StoredFrame frame = StoredFrame.of(FrameLayout.grey(1, 3, 32, 32, false), new int[] {0, Integer.MIN_VALUE, -1});
        assertThat(ValueRange.of(frame, null)).isEqualTo(new ValueRange(0, 0xFFFFFFFFL));
        assertThat(greys(frame, kind(frame), null)).containsExactly(0, 128, 255);
    }
}
