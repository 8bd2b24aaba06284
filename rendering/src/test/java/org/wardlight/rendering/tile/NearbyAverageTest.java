// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind.Padding;

class NearbyAverageTest {
    private static StoredFrame frame(int rows, int columns, boolean signed) {
        Random random = new Random(rows);
        short[] values = new short[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) random.nextInt(1 << 16);
        }
        return StoredFrame.of(FrameLayout.grey(rows, columns, 16, 16, signed), values);
    }

    @ParameterizedTest
    @CsvSource({"64, 48", "63, 47", "40, 30", "33, 25", "32, 24", "64, 24"})
    void it_gives_what_the_general_way_gives(int rows, int columns) {
        for (boolean signed : new boolean[] {false, true}) {
            StoredFrame frame = frame(64, 48, signed);
            assertThat(NearbyAverage.of(frame, null, rows, columns).orElseThrow())
                    .containsExactly(AreaAverage.general(frame, null, rows, columns));
        }
    }

    @ParameterizedTest
    @CsvSource({"31, 24", "32, 23", "65, 48", "64, 49"})
    void farther_sizes_go_the_general_way(int rows, int columns) {
        assertThat(NearbyAverage.of(frame(64, 48, false), null, rows, columns)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"40, 30", "63, 47", "32, 24"})
    void padding_takes_no_part_in_either(int rows, int columns) {
        StoredFrame frame = frame(64, 48, true);
        for (Padding padding : new Padding[] {new Padding(-20000, 20000), new Padding(-32768, 32767)}) {
            assertThat(NearbyAverage.of(frame, padding, rows, columns).orElseThrow())
                    .containsExactly(AreaAverage.general(frame, padding, rows, columns));
        }
    }
}
