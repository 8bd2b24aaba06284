// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.sync.dimse.scu.Commitment;
import org.wardlight.sync.peer.Commitments.Asked;
import org.wardlight.sync.sqlite.SqliteFile;

class CommitmentsTest {
    @TempDir
    Path folder;

    @Test
    void an_answer_is_kept_with_its_request_whenever_it_comes() {
        Path path = folder.resolve("catalog.sqlite");
        try (SqliteFile file = SqliteFile.open(path)) {
            for (Commitments kept :
                    List.of(new MemoryCommitments(Clock.systemUTC()), new SqliteCommitments(file, Clock.systemUTC()))) {
                kept.asked("2.25.1", "PACS", "2.25.10", 2);
                kept.asked("2.25.2", "PACS", "2.25.10", 2);
                assertThat(kept.answered(new Commitment("2.25.1", List.of("2.25.11"), Map.of("2.25.12", 0x0112))))
                        .isTrue();
                assertThat(kept.answered(new Commitment("2.25.404", List.of(), Map.of())))
                        .as("nobody asked")
                        .isFalse();
                assertThat(kept.newest(10)).extracting(Asked::transaction).containsExactly("2.25.2", "2.25.1");
            }
        }
        try (SqliteFile again = SqliteFile.open(path)) {
            Commitments kept = new SqliteCommitments(again, Clock.systemUTC());
            Asked first = kept.newest(10).get(1);
            assertThat(first.committed()).isEqualTo(1);
            assertThat(first.failed()).containsExactly(Map.entry("2.25.12", 0x0112));
            assertThat(first.isCommitted()).isFalse();
            assertThat(kept.newest(10).get(0).answeredAt()).isNull();
            kept.answered(new Commitment("2.25.2", List.of("2.25.11", "2.25.12"), Map.of()));
            assertThat(kept.newest(10).get(0).isCommitted()).isTrue();
        }
    }
}
