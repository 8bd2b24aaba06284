// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.Limits;

class CodecsTest {
    @Test
    void a_syntax_without_codec_is_named_in_words() {
        assertThatThrownBy(() -> Codecs.standard().forSyntax("1.2.840.10008.1.2.4.110"))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("JPEG XL Lossless")
                .hasMessageEndingWith("not shown yet");
    }

    @Test
    void a_frame_above_the_limit_is_refused_before_it_is_made() {
        Limits limits = new Limits(1, 1, 1, 1, 1000, 1);
        FrameLayout layout = FrameLayout.grey(20, 30, 16, 16, false);
        assertThatThrownBy(() -> layout.within(limits))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("1200 bytes, the limit is 1000");
        assertThatThrownBy(
                        () -> FrameLayout.colour(65535, 65535, Photometric.RGB).within(Limits.STANDARD))
                .isInstanceOf(LimitExceeded.class);
    }

    @Test
    void a_pixel_of_one_bit_has_no_sign() {
        assertThatThrownBy(() -> FrameLayout.grey(5, 5, 1, 1, true))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("(0028,0103) is 1");
    }

    @Test
    void a_layout_that_contradicts_itself_is_malformed() {
        assertThatThrownBy(() -> FrameLayout.grey(0, 5, 16, 12, false)).hasMessageContaining("Rows (0028,0010) is 0");
        assertThatThrownBy(() -> FrameLayout.grey(5, 5, 16, 17, false)).isInstanceOf(MalformedDicom.class);
        assertThatThrownBy(() -> FrameLayout.grey(5, 5, 12, 12, false)).hasMessageContaining("(0028,0100) is 12");
        assertThatThrownBy(() -> new FrameLayout(1, 1, 1, 8, 8, 7, false, Photometric.RGB, false))
                .hasMessageContaining("Samples per Pixel (0028,0002) is 1 but RGB has 3");
    }
}
