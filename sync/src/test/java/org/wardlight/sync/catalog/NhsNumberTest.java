// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NhsNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"9990000018", "999 000 0018", "999-000-0018"})
    void a_valid_number_is_recognised_however_it_is_spaced(String text) {
        assertThat(NhsNumber.find(text)).contains("9990000018");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9990000019",
                "999000001",
                "99900000180",
                "99 90000018",
                "999 0000018",
                "9990000018X",
                "",
                "0123456780"
            })
    void anything_else_is_none(String text) {
        assertThat(NhsNumber.find(text)).isEmpty();
    }
}
