// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What every byte source must do. */
abstract class ByteSourceContract {
    /** A source of exactly these bytes. */
    abstract ByteSource open(byte[] bytes) throws IOException;

    @Test
    void a_range_is_read_into_its_place() throws IOException {
        try (ByteSource source = open(new byte[] {1, 2, 3, 4})) {
            byte[] target = new byte[4];
            source.read(1, target, 2, 2);

            assertThat(source.size()).isEqualTo(4);
            assertThat(target).containsExactly(0, 0, 2, 3);
        }
    }

    @Test
    void a_range_past_the_end_is_an_end_of_file_and_one_up_to_it_is_not() throws IOException {
        try (ByteSource source = open(new byte[] {1, 2, 3, 4})) {
            source.read(4, new byte[1], 0, 0);
            source.read(0, new byte[4], 0, 4);
            assertThatThrownBy(() -> source.read(3, new byte[2], 0, 2)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> source.read(Long.MAX_VALUE, new byte[2], 0, 2))
                    .isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> source.read(-1, new byte[2], 0, 2)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void a_range_outside_of_the_target_is_a_mistake_of_the_caller() throws IOException {
        try (ByteSource source = open(new byte[] {1, 2, 3, 4})) {
            assertThatThrownBy(() -> source.read(0, new byte[2], 1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
