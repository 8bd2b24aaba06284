// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DirectoryBlobsTest extends PartialBlobsContract {
    @Override
    Blobs open(Path folder) throws IOException {
        return new DirectoryBlobs(folder.resolve("blobs"));
    }

    @Override
    List<String> leftovers() throws IOException {
        try (Stream<Path> staged = Files.list(folder.resolve("blobs/staging"));
                Stream<Path> partial = Files.list(folder.resolve("blobs/partial"))) {
            return Stream.concat(staged, partial).map(Path::toString).toList();
        }
    }

    @Test
    void opening_sweeps_what_an_ended_process_staged_and_keeps_what_a_running_one_has() throws IOException {
        Path ended = folder.resolve("blobs/staging/1234567-1-1");
        Path nameless = folder.resolve("blobs/staging/odd");
        Files.write(ended, new byte[10]);
        Files.write(nameless, new byte[10]);
        try (StagedBlob running = blobs.stage(new ByteArrayInputStream(new byte[10]))) {
            open(folder);
            assertThat(ended).doesNotExist();
            assertThat(nameless).doesNotExist();
            running.keep();
            assertThat(blobs.size(running.hash())).hasValue(10);
        }
    }

    @Test
    void a_blob_lies_under_the_first_digits_of_its_hash() throws IOException {
        String hex = blobs.put(new ByteArrayInputStream(new byte[] {7})).hex();
        assertThat(folder.resolve("blobs")
                        .resolve(hex.substring(0, 2))
                        .resolve(hex.substring(2, 4))
                        .resolve(hex))
                .hasBinaryContent(new byte[] {7});
    }
}
