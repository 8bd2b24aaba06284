// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** What every codec must do with good and with broken frames. */
abstract class FrameCodecContract {
    abstract FrameCodec codec();

    /** The layout of {@link #good}. */
    abstract FrameLayout layout();

    /** A frame that decodes to {@link #expected}. */
    abstract byte[] good();

    abstract int[] expected();

    /** How far a value may be off: 0 unless the codec is lossy. */
    int tolerance() {
        return 0;
    }

    @Test
    void a_good_frame_gives_its_values() {
        int[] found = PixelFixtures.values(codec().decode(good(), layout()));
        int[] wanted = expected();
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < found.length; i++) {
            assertThat(Math.abs(found[i] - wanted[i])).isLessThanOrEqualTo(tolerance());
        }
    }

    @Test
    void decoding_does_not_change_the_bytes() {
        byte[] frame = good();
        codec().decode(frame, layout());
        assertThat(frame).isEqualTo(good());
    }

    @Test
    void half_a_frame_is_malformed() {
        byte[] frame = good();
        byte[] half = Arrays.copyOf(frame, frame.length / 2);
        assertThatThrownBy(() -> codec().decode(half, layout())).isInstanceOf(MalformedDicom.class);
    }

    @Test
    void no_cut_makes_anything_but_a_rendering_exception() {
        byte[] frame = good();
        for (int length = 0; length < frame.length; length += 1 + frame.length / 200) {
            decodeOrRefuse(Arrays.copyOf(frame, length));
        }
    }

    @Test
    void no_flipped_bits_make_anything_but_a_rendering_exception() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] frame = good();
            for (int flips = 0; flips < 3; flips++) {
                frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
            }
            decodeOrRefuse(frame);
        }
    }

    @Test
    void a_frame_for_a_larger_header_is_malformed() {
        FrameLayout own = layout();
        FrameLayout larger = new FrameLayout(
                own.rows() * 2,
                own.columns() * 2,
                own.samples(),
                own.bitsAllocated(),
                own.bitsStored(),
                own.highBit(),
                own.signed(),
                own.photometric(),
                own.planar());
        assertThatThrownBy(() -> codec().decode(good(), larger)).isInstanceOf(MalformedDicom.class);
    }

    private void decodeOrRefuse(byte[] frame) {
        try {
            assertThat(codec().decode(frame, layout()).layout().values()).isEqualTo(layout().values());
        } catch (RenderingException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }
}
