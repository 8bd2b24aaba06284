// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TileAddressTest {
    @Test
    void a_negative_place_is_refused() {
        assertThatThrownBy(() -> new TileAddress(0, -1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0/-1/0");
    }
}
