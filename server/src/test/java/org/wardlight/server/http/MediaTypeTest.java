// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediaTypeTest {
    @Test
    void parameters_are_read_quoted_or_not() {
        var type = MediaType.parse("Multipart/Related; type=\"application/dicom\"; Boundary=\"a;b=\\\"c\\\"\"");
        assertThat(type.name()).isEqualTo("multipart/related");
        assertThat(type.parameter("type")).contains("application/dicom");
        assertThat(type.parameter("boundary")).contains("a;b=\"c\"");
        assertThat(MediaType.parse("multipart/related;boundary=xyz").parameter("boundary"))
                .contains("xyz");
    }

    @Test
    void the_heaviest_range_comes_first_and_one_of_no_weight_not_at_all() {
        var ranges = MediaType.parseAccept("a/b;q=0.5, c/d;x=\"1,2\", e/f;q=0, g/*;q=0.5");
        assertThat(ranges).extracting(MediaType::name).containsExactly("c/d", "a/b", "g/*");
        assertThat(ranges.get(2).takes("g/anything")).isTrue();
        assertThat(ranges.get(2).takes("h/anything")).isFalse();
    }
}
