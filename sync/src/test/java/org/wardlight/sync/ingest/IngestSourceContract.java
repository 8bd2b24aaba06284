// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.ByteSource;

/** What every source must do. */
abstract class IngestSourceContract {
    @TempDir
    Path folder;

    /** A source of these items, by the last part of their names. */
    abstract IngestSource source(Map<String, byte[]> items) throws IOException;

    /** Remembers what a source hands over. */
    static final class Finds implements IngestSink {
        final List<String> names = new ArrayList<>();
        final List<byte[]> contents = new ArrayList<>();
        final List<String> problems = new ArrayList<>();
        final List<String> missing = new ArrayList<>();

        @Override
        public void accept(IngestItem item) throws IOException {
            names.add(item.name());
            Optional<ByteSource> seekable = item.seekable();
            try (InputStream bytes = item.open()) {
                byte[] all = bytes.readAllBytes();
                contents.add(all);
                if (seekable.isPresent()) {
                    assertThat(seekable.get().size()).isEqualTo(all.length);
                    seekable.get().close();
                }
            }
        }

        @Override
        public void problem(String name, String reason) {
            problems.add(name + ": " + reason);
        }

        @Override
        public void missing(String study, String instance) {
            missing.add(study + " " + instance);
        }

        List<String> lastParts() {
            return names.stream()
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .toList();
        }
    }

    @Test
    void every_item_is_handed_over_with_its_name_and_its_bytes_in_the_same_order_each_time() throws IOException {
        IngestSource source = source(Map.of("b", new byte[] {2}, "a", new byte[] {1, 1}, "c", new byte[0]));
        Finds finds = new Finds();
        source.forEach(finds);
        assertThat(finds.lastParts()).containsExactly("a", "b", "c");
        assertThat(finds.contents).containsExactly(new byte[] {1, 1}, new byte[] {2}, new byte[0]);
        Finds again = new Finds();
        source.forEach(again);
        assertThat(again.names).isEqualTo(finds.names);
    }

    @Test
    void the_size_is_right_or_said_to_be_unknown() throws IOException {
        IngestSource.Size size =
                source(Map.of("b", new byte[] {2}, "a", new byte[] {1, 1})).size();
        assertThat(size).isIn(IngestSource.Size.UNKNOWN, new IngestSource.Size(2, 3));
    }

    @Test
    void a_source_may_be_empty() throws IOException {
        Finds finds = new Finds();
        source(Map.of()).forEach(finds);
        assertThat(finds.names).isEmpty();
        assertThat(finds.problems).isEmpty();
    }
}
