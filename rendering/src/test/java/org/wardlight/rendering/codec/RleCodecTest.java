// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.rendering.PixelFixtures.values;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.MalformedDicom;

class RleCodecTest extends FrameCodecContract {
    @Override
    FrameCodec codec() {
        return new RleCodec();
    }

    @Override
    FrameLayout layout() {
        return FrameLayout.grey(1, 4, 16, 16, false);
    }

    /** Four times 0x01 as a run; 5, 6 literally, then 7 twice as a run. */
    @Override
    byte[] good() {
        return rle(new byte[] {-3, 1}, new byte[] {1, 5, 6, -1, 7});
    }

    @Override
    int[] expected() {
        return new int[] {0x105, 0x106, 0x107, 0x107};
    }

    static byte[] rle(byte[]... segments) {
        ByteBuffer header =
                ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(segments.length);
        int offset = 64;
        for (byte[] segment : segments) {
            header.putInt(offset);
            offset += segment.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        for (byte[] segment : segments) {
            out.writeBytes(segment);
        }
        return out.toByteArray();
    }

    @Test
    void segments_of_odd_length_and_odd_offset_are_read() {
        byte[] frame = rle(new byte[] {2, 1, 2, 3, -128, -128, -128});
        assertThat(values(codec().decode(frame, FrameLayout.grey(1, 3, 8, 8, false))))
                .containsExactly(1, 2, 3);
    }

    @Test
    void what_a_segment_holds_past_the_frame_is_left() {
        byte[] frame = rle(new byte[] {-5, 9});
        assertThat(values(codec().decode(frame, FrameLayout.grey(1, 3, 8, 8, false))))
                .containsExactly(9, 9, 9);
    }

    @Test
    void a_short_segment_is_named() {
        byte[] frame = rle(new byte[] {0, 9});
        assertThatThrownBy(() -> codec().decode(frame, FrameLayout.grey(1, 3, 8, 8, false)))
                .isInstanceOf(MalformedDicom.class)
                .hasMessage("RLE segment 0 ends after 1 of 3 bytes");
    }

    @Test
    void sixteen_bit_colour_has_six_segments_plane_by_plane() {
        byte[] frame = rle(
                new byte[] {0, 1},
                new byte[] {0, 2},
                new byte[] {0, 3},
                new byte[] {0, 4},
                new byte[] {0, 5},
                new byte[] {0, 6});
        FrameLayout layout = new FrameLayout(1, 1, 3, 16, 16, 15, false, Photometric.RGB, true);
        assertThat(values(codec().decode(frame, layout))).containsExactly(0x102, 0x304, 0x506);
    }

    @Test
    void ybr_is_plane_by_plane_even_when_planar_configuration_says_so_too() {
        byte[] frame = rle(new byte[] {1, 1, 2}, new byte[] {1, 3, 4}, new byte[] {1, 5, 6});
        FrameLayout layout = new FrameLayout(1, 2, 3, 8, 8, 7, false, Photometric.YBR_FULL, true);
        StoredFrame decoded = codec().decode(frame, layout);
        assertThat(values(decoded)).containsExactly(1, 3, 5, 2, 4, 6);
        assertThat(decoded.layout().photometric()).isEqualTo(Photometric.YBR_FULL);
    }

    @Test
    void palette_indices_are_decoded_as_they_are() {
        FrameLayout layout = new FrameLayout(1, 2, 1, 8, 8, 7, false, Photometric.PALETTE_COLOR, false);
        assertThat(values(codec().decode(rle(new byte[] {1, 3, (byte) 200}), layout)))
                .containsExactly(3, 200);
    }

    @Test
    void signed_values_of_fewer_bits_are_extended() {
        byte[] frame = rle(new byte[] {0, 0x0F}, new byte[] {0, (byte) 0xFE});
        assertThat(values(codec().decode(frame, FrameLayout.grey(1, 1, 16, 12, true))))
                .containsExactly(-2);
    }

    @Test
    void a_wrong_number_of_segments_is_malformed() {
        assertThatThrownBy(() -> codec().decode(rle(new byte[] {-3, 1}), layout()))
                .hasMessageContaining("1 segments, expected 2");
    }
}
