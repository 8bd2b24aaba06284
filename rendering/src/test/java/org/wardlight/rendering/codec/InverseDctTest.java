// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseDctTest {
    @ParameterizedTest
    @ValueSource(ints = {8, 12})
    void it_is_within_one_of_the_formula(int precision) {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            int[] block = new int[64];
            for (int i = 0; i < 64; i++) {
                int spread = (1 << precision) / (1 + i);
                block[i] = random.nextInt(2 * spread + 1) - spread;
            }
            int[] found = block.clone();
            new InverseDct(precision).apply(found);
            for (int i = 0; i < 64; i++) {
                assertThat(Math.abs(found[i] - formula(block, i % 8, i / 8, precision)))
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    /** ITU T.81 A.3.3 with the level shift of A.3.1. */
    private static double formula(int[] block, int x, int y, int precision) {
        double sum = 0;
        for (int v = 0; v < 8; v++) {
            for (int u = 0; u < 8; u++) {
                double scale = (u == 0 ? Math.sqrt(0.5) : 1) * (v == 0 ? Math.sqrt(0.5) : 1);
                sum += scale
                        * block[8 * v + u]
                        * Math.cos((2 * x + 1) * u * Math.PI / 16)
                        * Math.cos((2 * y + 1) * v * Math.PI / 16);
            }
        }
        double shifted = sum / 4 + (1 << precision - 1);
        return Math.max(0, Math.min((1 << precision) - 1, Math.round(shifted)));
    }
}
