// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The long form of the test of hostile input, in a JVM of little memory: {@code ./wardlight bench fuzz [mutations [first]]}. */
public final class FuzzBench {
    private static final long MUTATIONS = 200_000;
    private static final long HANG_MS = 20_000;
    private static final int MOST_FAULTS = 20;

    private FuzzBench() {}

    public static void main(String[] arguments) throws IOException {
        long count = arguments.length > 0 ? Long.parseLong(arguments[0]) : MUTATIONS;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
        AtomicLong at = new AtomicLong(-1);
        watch(at, Thread.currentThread());
        List<FuzzSeed> real = CorpusSeeds.present();
        int faults = run("own", FuzzSeeds.withObjects(), first, real.isEmpty() ? count : count / 4 * 3, at);
        faults += real.isEmpty() ? 0 : run("real", real, first, count / 4, at);
        System.exit(faults == 0 ? 0 : 1);
    }

    private static int run(String name, List<FuzzSeed> seeds, long first, long count, AtomicLong at) {
        FuzzRun run = new FuzzRun(seeds, Runtime.getRuntime().maxMemory() / 8);
        int faults = 0;
        long start = System.nanoTime();
        for (long number = first; number < first + count && faults < MOST_FAULTS; number++) {
            at.set(number);
            Optional<String> fault = run.fault(number);
            fault.ifPresent(System.out::println);
            faults += fault.isPresent() ? 1 : 0;
            if (number % 20_000 == 0) {
                System.out.printf("%s: at mutation %d, %d drawn%n", name, number, run.drawn());
            }
        }
        System.out.printf(
                "%s: %d mutations of %d seeds in %.0f s, %d drawn, %d faults%n",
                name, count, seeds.size(), (System.nanoTime() - start) / 1e9, run.drawn(), faults);
        return faults;
    }

    /** Ends the process, with the place, when one mutation hangs. */
    private static void watch(AtomicLong at, Thread worker) {
        Thread watch = new Thread(() -> {
            long seen = -2;
            while (seen != at.get()) {
                seen = at.get();
                try {
                    Thread.sleep(HANG_MS);
                } catch (InterruptedException e) {
                    return;
                }
            }
            PrintStream out = System.out;
            out.println("mutation " + seen + " hangs");
            for (Map.Entry<Thread, StackTraceElement[]> each :
                    Thread.getAllStackTraces().entrySet()) {
                if (each.getKey() == worker) {
                    List.of(each.getValue()).forEach(frame -> out.println("    at " + frame));
                }
            }
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
    }
}
