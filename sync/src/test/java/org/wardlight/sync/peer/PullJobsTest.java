// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.sync.peer.PullJob.State;
import org.wardlight.sync.peer.PullJob.Wanted;
import org.wardlight.sync.sqlite.SqliteFile;

class PullJobsTest {
    private static final Wanted CT = new Wanted("PACS", "2.25.1", "Ann, CT", "user:amy");

    @TempDir
    Path folder;

    @Test
    void a_study_is_fetched_once_at_a_time_and_what_is_not_over_outlasts_the_process() {
        Path path = folder.resolve("catalog.sqlite");
        try (SqliteFile file = SqliteFile.open(path)) {
            for (PullJobs jobs :
                    List.of(new MemoryPullJobs(Clock.systemUTC()), new SqlitePullJobs(file, Clock.systemUTC()))) {
                PullJob job = jobs.add(CT);
                assertThat(jobs.add(CT).id()).isEqualTo(job.id());
                PullJob other = jobs.add(new Wanted("PACS", "2.25.2", "", "local"));
                assertThat(jobs.update(job.at(State.RUNNING, 3, 10, "", Instant.now())))
                        .isTrue();
                assertThat(jobs.open()).extracting(PullJob::id).containsExactly(job.id(), other.id());
                assertThat(jobs.stop(other.id())).isTrue();
                assertThat(jobs.stop(other.id())).isFalse();
                assertThat(jobs.update(other.at(State.RUNNING, 1, 2, "", Instant.now())))
                        .as("the worker hears that it was stopped")
                        .isFalse();
                assertThat(jobs.newest(1)).extracting(PullJob::state).containsExactly(State.STOPPED);
            }
        }
        try (SqliteFile again = SqliteFile.open(path)) {
            PullJobs jobs = new SqlitePullJobs(again, Clock.systemUTC());
            PullJob open = jobs.open().get(0);
            assertThat(open.about()).isEqualTo("Ann, CT");
            assertThat(open.have()).isEqualTo(3);
            jobs.update(open.at(State.DONE, 10, 10, "", Instant.now()));
            assertThat(jobs.open()).isEmpty();
            assertThat(jobs.add(CT).id()).isNotEqualTo(open.id());
        }
    }
}
