// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NhsNumberTest {
    @Test
    void the_check_digit_follows_modulus_11() {
        assertThat(NhsNumber.of("999000001")).isEqualTo("9990000018");
        assertThat(NhsNumber.of("943476591"))
                .as("the NHS data dictionary's own example")
                .isEqualTo("9434765919");
        assertThat(NhsNumber.of("999000022")).as("a remainder of nought").isEqualTo("9990000220");
    }

    @Test
    void nine_digits_whose_check_would_be_ten_are_refused() {
        assertThatThrownBy(() -> NhsNumber.of("999000014")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_changed_digit_is_noticed() {
        assertThat(NhsNumber.isValid("9990000018")).isTrue();
        assertThat(NhsNumber.isValid("9990000019")).isFalse();
        assertThat(NhsNumber.isValid("9900000018")).isFalse();
    }
}
