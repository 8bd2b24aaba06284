// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;

class SizTest {
    private static final int XOSIZ = 16;
    private static final int XTSIZ = 24;

    /** 300 rows, 200 columns, 12 signed bits in one tile, and the COD segment behind it. */
    private static ByteBuffer header(int components) {
        ByteBuffer out = ByteBuffer.allocate(42 + 3 * components + 26);
        out.putInt(0xFF4FFF51).putShort((short) (38 + 3 * components)).putShort((short) 0);
        out.putInt(200)
                .putInt(300)
                .putInt(0)
                .putInt(0)
                .putInt(200)
                .putInt(300)
                .putInt(0)
                .putInt(0);
        out.putShort((short) components);
        for (int c = 0; c < components; c++) {
            out.put((byte) 0x8B).put((byte) 1).put((byte) 1);
        }
        return out.put(HexFormat.of()
                .parseHex("ff52000c00" + "00" + "0003" + (components == 3 ? "01" : "00") + "05030300"
                        + (components == 3 ? "00" : "01") + "ff90000a0000000000000001"));
    }

    @Test
    void size_precision_sign_and_transform_are_read() {
        assertThat(Siz.of(header(1).array())).isEqualTo(new Siz(0, 200, 300, 1, 12, true, new Siz.Coding(false, true)));
        assertThat(Siz.of(header(3).array())).isEqualTo(new Siz(0, 200, 300, 3, 12, true, new Siz.Coding(true, false)));
    }

    @Test
    void transforms_of_part_2_are_named_and_what_is_plain_under_that_name_is_read() {
        byte[] extended = header(1).putShort(6, (short) 0x8000).array();
        assertThatThrownBy(() -> Siz.of(extended))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("Part 2");
        byte[] marked = header(1).array();
        byte[] segment = HexFormat.of().parseHex("ff74000400" + "00");
        byte[] inserted = new byte[marked.length + segment.length];
        System.arraycopy(marked, 0, inserted, 0, 45);
        System.arraycopy(segment, 0, inserted, 45, segment.length);
        System.arraycopy(marked, 45, inserted, 45 + segment.length, marked.length - 45);
        assertThatThrownBy(() -> Siz.of(inserted)).isInstanceOf(Unsupported.class);
        assertThat(Codecs.standard().forSyntax("1.2.840.10008.1.2.4.92"))
                .isSameAs(Codecs.standard().forSyntax("1.2.840.10008.1.2.4.90"));
    }

    @Test
    void an_image_offset_is_taken_off() {
        byte[] shifted = header(1).putInt(XOSIZ, 50).array();
        assertThat(Siz.of(shifted).columns()).isEqualTo(150);
    }

    @Test
    void a_header_that_ends_early_says_where() {
        byte[] whole = header(1).array();
        for (int length = 0; length < whole.length - 10; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Siz.of(cut)).isInstanceOf(MalformedDicom.class);
        }
        assertThatThrownBy(() -> Siz.of(Arrays.copyOf(whole, 20))).hasMessageContaining("ends at byte 20");
    }

    @Test
    void what_is_not_jpeg_2000_is_refused() {
        assertThatThrownBy(() -> Siz.of(new byte[5000]))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("FF4F FF51");
        byte[] boxesWithoutStream = new byte[5000];
        ByteBuffer.wrap(boxesWithoutStream).putInt(4, 0x6A502020);
        assertThatThrownBy(() -> Siz.of(boxesWithoutStream)).isInstanceOf(MalformedDicom.class);
    }

    @ParameterizedTest
    @CsvSource({"8, 0", "8, -16", "8, 70000", "12, 0", "12, 2147483647", "16, 200", "24, 0", "28, 0", "32, 200"})
    void sizes_that_cannot_be_are_refused(int field, int value) {
        byte[] wrong = header(1).putInt(field, value).array();
        assertThatThrownBy(() -> Siz.of(wrong)).isInstanceOf(MalformedDicom.class);
    }

    @Test
    void no_components_and_too_many_are_refused() {
        for (short count : new short[] {0, 5, -1}) {
            byte[] wrong = header(1).putShort(40, count).array();
            assertThatThrownBy(() -> Siz.of(wrong)).isInstanceOf(MalformedDicom.class);
        }
    }

    @Test
    void components_that_differ_are_refused_in_words() {
        byte[] bits = header(3).put(45, (byte) 7).array();
        assertThatThrownBy(() -> Siz.of(bits))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("different precision");
        byte[] halved = header(3).put(46, (byte) 2).array();
        assertThatThrownBy(() -> Siz.of(halved))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("different sizes");
    }

    @Test
    void more_tiles_or_layers_than_any_image_needs_exceed_a_limit() {
        byte[] tiles = header(1).putInt(XTSIZ, 1).putInt(XTSIZ + 4, 1).array();
        assertThatThrownBy(() -> Siz.of(tiles))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("60000 tiles");
        byte[] layers = header(1).putShort(51, (short) 65535).array();
        assertThatThrownBy(() -> Siz.of(layers))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("65535 layers");
    }

    @Test
    void a_main_header_without_coding_style_is_refused() {
        byte[] noCod = header(1).putShort(45, (short) 0xFF90).array();
        assertThatThrownBy(() -> Siz.of(noCod)).hasMessageContaining("no COD segment");
    }
}
