// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegColorTest {
    private static JpegInfo info(int process, String ids, int firstSampling, int adobe, boolean jfif) {
        List<JpegInfo.Component> components = List.of(
                new JpegInfo.Component(ids.charAt(0), firstSampling, 1, 0),
                new JpegInfo.Component(ids.charAt(1), 1, 1, 0),
                new JpegInfo.Component(ids.charAt(2), 1, 1, 0));
        return new JpegInfo(process, 8, 1, 1, components, adobe, jfif, false);
    }

    /** Cases: what the codestream says by ids, sampling, Adobe and JFIF; what the header says; what it is. */
    @ParameterizedTest
    @CsvSource({
        "123, 1, 1, false, RGB, YBR_FULL",
        "123, 1, 0, true, YBR_FULL_422, RGB",
        "123, 1, -1, true, RGB, YBR_FULL",
        "RGB, 1, -1, false, YBR_FULL_422, RGB",
        "RGB, 1, -1, true, RGB, RGB",
        "123, 2, -1, false, RGB, YBR_FULL",
        "123, 1, -1, false, RGB, RGB",
        "123, 1, -1, false, YBR_FULL, YBR_FULL",
        "123, 1, -1, false, YBR_FULL_422, YBR_FULL"
    })
    void the_codestream_decides_before_the_header(
            String ids, int sampling, int adobe, boolean jfif, Photometric header, Photometric expected) {
        assertThat(JpegColor.of(info(0xC0, ids, sampling, adobe, jfif), header)).isEqualTo(expected);
    }

    @Test
    void lossless_transforms_no_colour_so_the_header_decides() {
        assertThat(JpegColor.of(info(0xC3, "123", 1, -1, true), Photometric.RGB))
                .isEqualTo(Photometric.RGB);
        assertThat(JpegColor.of(info(0xC3, "123", 1, -1, true), Photometric.YBR_FULL))
                .isEqualTo(Photometric.YBR_FULL);
    }

    @Test
    void a_stream_without_markers_under_an_rgb_header_is_not_left_to_a_browser() {
        JpegInfo bare = info(0xC0, "123", 1, -1, false);
        assertThat(JpegColor.asBrowsersSee(bare, Photometric.RGB)).isFalse();
        assertThat(JpegColor.asBrowsersSee(bare, Photometric.YBR_FULL)).isTrue();
    }
}
