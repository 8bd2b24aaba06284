// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UntilChangedTest {
    @TempDir
    Path folder;

    @Test
    void an_answer_is_given_again_until_anybody_commits() {
        Path path = folder.resolve("store.db");
        try (SqliteFile file = SqliteFile.open(path);
                SqliteFile other = SqliteFile.open(path)) {
            AtomicInteger reads = new AtomicInteger();
            UntilChanged<String, Integer> known = new UntilChanged<>(file, 10, one -> 1);

            assertThat(known.get("a", key -> reads.incrementAndGet())).isEqualTo(1);
            assertThat(known.get("a", key -> reads.incrementAndGet())).isEqualTo(1);
            file.write(handle -> handle.execute("CREATE TABLE mine (x INTEGER)"));
            assertThat(known.get("a", key -> reads.incrementAndGet())).isEqualTo(2);
            other.write(handle -> handle.execute("CREATE TABLE theirs (x INTEGER)"));
            assertThat(known.get("a", key -> reads.incrementAndGet())).isEqualTo(3);
            assertThat(known.get("a", key -> reads.incrementAndGet())).isEqualTo(3);
        }
    }

    @Test
    void each_question_has_its_own_answer() {
        try (SqliteFile file = SqliteFile.open(folder.resolve("store.db"))) {
            UntilChanged<String, String> known = new UntilChanged<>(file, 10, one -> 1);

            assertThat(known.get("a", key -> key + key)).isEqualTo("aa");
            assertThat(known.get("b", key -> key + key)).isEqualTo("bb");
        }
    }
}
