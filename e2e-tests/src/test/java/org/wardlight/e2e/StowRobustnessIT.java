// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Storing by DICOMweb when things go wrong: more than the memory holds, a power cut, a full disk, many at
 * once. In full: {@code ./wardlight bench large}, {@code kills} and {@code associations}.
 */
class StowRobustnessIT {
    /** Of 512 x 512, each half a MiB. */
    private static final int FRAMES_A_MIB = 2;

    @Test
    void a_study_that_is_larger_than_the_memory_streams_in_and_out(@TempDir Path folder) throws Exception {
        List<CtFile> files = List.of(
                CtFile.of(1, 1, 512).frames(120 * FRAMES_A_MIB),
                CtFile.of(1, 2, 64),
                CtFile.of(1, 3, 512).frames(90 * FRAMES_A_MIB));
        Path store = folder.resolve("store");
        try (WardlightProcess server =
                WardlightProcess.serve(folder, List.of("-Xmx64m"), "serve", "--store", store.toString())) {
            WebPacs pacs = new WebPacs(server);
            WebPacs.Stored stored = pacs.store(files);
            assertThat(stored.status()).isEqualTo(200);
            assertThat(stored.kept()).hasSize(3);
            for (CtFile file : files) {
                assertThat(StowRobustness.same(pacs, file)).isEmpty();
            }
            assertThat(server.log()).doesNotContain("OutOfMemory");
        }
    }

    @Test
    void what_was_acknowledged_outlives_a_power_cut(@TempDir Path folder) throws Exception {
        StowRobustness.Kills tried = StowRobustness.kills(folder, folder.resolve("store"), 3, 300, new Random(5));
        assertThat(tried.faults()).isEmpty();
    }

    /** A file system of a few megabytes, in a name space of its own, so that the disk is truly full. */
    @Test
    void on_a_full_disk_one_instance_fails_and_the_next_is_kept_when_there_is_space(@TempDir Path folder)
            throws Exception {
        assumeThat(SmallDisk.isPossible())
                .as("unshare and mount are needed to make a small file system")
                .isTrue();
        Path disk = Files.createDirectory(folder.resolve("disk"));
        CtFile small = CtFile.of(1, 1, 64);
        CtFile large = CtFile.of(1, 2, 512).frames(40 * FRAMES_A_MIB);
        CtFile after = CtFile.of(1, 3, 64);
        try (WardlightProcess server =
                WardlightProcess.serveOn(folder, new SmallDisk(disk, 24), disk.resolve("store"))) {
            WebPacs pacs = new WebPacs(server);
            WebPacs.Stored stored = pacs.store(List.of(small, large, after));
            assertThat(stored.status()).isEqualTo(202);
            assertThat(stored.kept()).containsExactly(small.instance(), after.instance());
            assertThat(stored.failed()).containsExactly(large.instance());
            assertThat(stored.reasons()).containsExactly(0xA700);
            assertThat(StowRobustness.same(pacs, after)).isEmpty();
            List<CtFile> many = new ArrayList<>();
            for (int number = 10; number < 15; number++) {
                many.add(CtFile.of(2, number, 512).frames(7 * FRAMES_A_MIB));
            }
            WebPacs.Stored full = pacs.store(many);
            assertThat(full.kept()).isNotEmpty().hasSizeLessThan(5);
            assertThat(full.failed()).hasSize(5 - full.kept().size());
            SmallDisk.grow(server, disk, 96);
            assertThat(pacs.store(List.of(large)).status()).isEqualTo(200);
            assertThat(StowRobustness.same(pacs, large)).isEmpty();
        }
    }

    @Test
    void twenty_associations_and_twenty_clients_at_once_lose_nothing(@TempDir Path folder) throws Exception {
        Soak.Report report = Soak.run(folder, new Soak.Load(20, 20, Duration.ofSeconds(15)));
        assertThat(report.faults()).isEmpty();
        assertThat(report.rounds()).isGreaterThanOrEqualTo(20);
        assertThat(report.pushed()).isGreaterThanOrEqualTo(20 * Pushes.A_PUSH);
        assertThat(report.memory())
                .allSatisfy(sample -> assertThat(sample.liveKib()).isLessThan(400 * 1024));
    }
}
