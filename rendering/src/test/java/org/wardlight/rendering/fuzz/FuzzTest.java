// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The short form of {@code ./wardlight bench fuzz}. A mutation that fails there becomes a test with a name. */
class FuzzTest {
    private static final int MUTATIONS = 2000;
    private static final long FRAME_BYTES = 32 << 20;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void no_mutation_ends_in_anything_but_a_picture_or_a_refusal_in_time() {
        List<FuzzSeed> seeds = FuzzSeeds.withObjects();
        assertThat(seeds).hasSizeGreaterThanOrEqualTo(40);
        FuzzRun run = new FuzzRun(seeds, FRAME_BYTES);
        List<String> faults = new ArrayList<>();
        for (long number = 0; number < MUTATIONS; number++) {
            run.fault(number).ifPresent(faults::add);
        }
        assertThat(faults).isEmpty();
        assertThat(run.drawn()).as("mutations that are drawn all the same").isBetween(MUTATIONS / 20, MUTATIONS - 1);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void nor_does_a_mutation_of_a_real_file() throws IOException {
        List<FuzzSeed> seeds = CorpusSeeds.present();
        assumeTrue(!seeds.isEmpty(), "the corpus is not there");
        FuzzRun run = new FuzzRun(seeds, FRAME_BYTES);
        List<String> faults = new ArrayList<>();
        for (long number = 0; number < MUTATIONS / 4; number++) {
            run.fault(number).ifPresent(faults::add);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void every_seed_itself_is_drawn() {
        List<String> faults = new ArrayList<>();
        for (FuzzSeed seed : FuzzSeeds.all()) {
            Optional<String> refusal = FuzzRun.refusal(seed, FRAME_BYTES);
            refusal.ifPresent(words -> faults.add(seed.name() + ": " + words));
        }
        assertThat(faults).isEmpty();
    }
}
