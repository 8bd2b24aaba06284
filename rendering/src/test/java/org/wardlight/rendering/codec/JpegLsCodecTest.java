// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.MalformedDicom;

class JpegLsCodecTest {
    /** The worked example of the standard itself: 4 x 4, 8 bits, lossless (ITU-T T.87 H.3). */
    private static final byte[] EXAMPLE = HexFormat.of()
            .parseHex("ffd8fff7000b08000400040101110" + "0ffda0008010100000000" + "c000006c80208e01c00000574000"
                    + "006ee6000001bc18000005d800009160" + "ffd9");

    private static final FrameLayout LAYOUT = FrameLayout.grey(4, 4, 8, 8, false);

    @Test
    void the_example_of_the_standard_decodes_to_its_values() {
        byte[] values = new JpegLsCodec().decode(EXAMPLE, LAYOUT).bytes();
        assertThat(values).asHexString().isEqualToIgnoringCase("00005A4A" + "44322BCD" + "40919191" + "64919191");
    }

    @Test
    void every_truncation_is_refused_and_none_gives_a_picture() {
        // The last two bytes are the end marker, which is not needed to know all values.
        for (int length = 0; length < EXAMPLE.length - 4; length++) {
            byte[] cut = Arrays.copyOf(EXAMPLE, length);
            assertThatThrownBy(() -> new JpegLsCodec().decode(cut, LAYOUT)).isInstanceOf(MalformedDicom.class);
        }
    }

    @Test
    void flipped_bits_throw_nothing_but_our_own_kinds() {
        Random random = new Random(87);
        for (int i = 0; i < 5000; i++) {
            byte[] flipped = EXAMPLE.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(new JpegLsCodec().decode(flipped, LAYOUT).bytes()).hasSize(16);
            } catch (RenderingException e) {
                assertThat(e).hasMessageMatching("(?s).{15,}");
            }
        }
    }

    @Test
    void a_frame_of_other_size_than_the_header_says_is_refused_before_it_is_decoded() {
        assertThatThrownBy(() -> new JpegLsCodec().decode(EXAMPLE, FrameLayout.grey(4, 5, 8, 8, false)))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("4 x 4 x 1");
    }

    @Test
    void signed_values_of_fewer_bits_than_allocated_keep_their_sign() {
        // Read as 8 bits stored and signed, 0xCD and 0x91 are negative.
        StoredFrame frame = new JpegLsCodec().decode(EXAMPLE, FrameLayout.grey(4, 4, 16, 8, true));
        assertThat(frame.value(7)).isEqualTo(0xCD - 256);
        assertThat(frame.value(4)).isEqualTo(0x44);
    }

    @Test
    void three_scans_of_one_component_are_interleaved_whatever_planar_configuration_says() {
        String scan = HexFormat.of().formatHex(EXAMPLE, 25, EXAMPLE.length - 2);
        StringBuilder stream = new StringBuilder("ffd8fff70011080004000403011100021100031100");
        for (int component = 1; component <= 3; component++) {
            stream.append("ffda0008010").append(component).append("00000000").append(scan);
        }
        byte[] bytes = HexFormat.of().parseHex(stream.append("ffd9"));
        byte[] grey = new JpegLsCodec().decode(EXAMPLE, LAYOUT).bytes();
        for (boolean planar : new boolean[] {false, true}) {
            FrameLayout colour = new FrameLayout(4, 4, 3, 8, 8, 7, false, Photometric.RGB, planar);
            byte[] values = new JpegLsCodec().decode(bytes, colour).bytes();
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isEqualTo(grey[i / 3]);
            }
        }
    }
}
