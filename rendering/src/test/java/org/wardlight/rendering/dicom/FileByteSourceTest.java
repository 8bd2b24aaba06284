// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileByteSourceTest extends ByteSourceContract {
    @TempDir
    Path folder = Path.of("");

    @Override
    ByteSource open(byte[] bytes) throws IOException {
        return FileByteSource.open(Files.write(folder.resolve("bytes"), bytes));
    }

    @Test
    void an_interrupted_reader_does_not_close_it_for_the_others() throws IOException {
        try (ByteSource source = open(new byte[] {1, 2})) {
            byte[] target = new byte[2];
            Thread.currentThread().interrupt();
            source.read(0, target, 0, 1);
            assertThat(Thread.interrupted()).isTrue();
            source.read(1, target, 1, 1);

            assertThat(target).containsExactly(1, 2);
        }
    }
}
