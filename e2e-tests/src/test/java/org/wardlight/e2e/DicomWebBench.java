// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The trials of {@link StowRobustnessIT} in full: so many gigabytes through a server of 512 MB ({@code ./wardlight bench large}), and kills
 * ({@code bench kills}). Prints a tab-separated line a figure, and ends with 1 when anything was lost.
 */
final class DicomWebBench {
    private static final int FILES = 300;
    private static final int EDGE = 512;
    private static final int FRAMES_OF_A_GIGABYTE = (1 << 30) / (2 * EDGE * EDGE);

    private boolean failed;

    private DicomWebBench() {}

    /** The trial, and how many: large 5, kills 100. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        DicomWebBench bench = new DicomWebBench();
        Path folder = Files.createTempDirectory("wardlight-dicomweb");
        try {
            switch (arguments[0]) {
                case "large" -> bench.large(folder, count);
                case "kills" -> bench.kills(folder, count);
                default -> throw new IllegalArgumentException(arguments[0] + ": expected large or kills");
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        System.exit(bench.failed ? 1 : 0);
    }

    private void large(Path folder, int gigabytes) throws Exception {
        List<CtFile> files = new ArrayList<>();
        for (int number = 1; number <= gigabytes; number++) {
            files.add(CtFile.of(1, number, EDGE).frames(FRAMES_OF_A_GIGABYTE));
        }
        try (WardlightProcess server = WardlightProcess.serve(
                folder, "serve", "--store", folder.resolve("store").toString())) {
            WebPacs pacs = new WebPacs(server);
            long start = System.nanoTime();
            WebPacs.Stored stored = pacs.store(files);
            figure("STOW of " + gigabytes + " GiB in one request into -Xmx512m", seconds(start), "s");
            figure("most memory of the server that was resident", Memory.peak(server.pid()) / 1024.0, "MiB");
            figure("instances kept", stored.kept().size(), "of " + gigabytes);
            report(stored.status() == 200 ? List.of() : List.of("storing answered " + stored.status()));
            start = System.nanoTime();
            for (CtFile file : files) {
                report(StowRobustness.same(pacs, file).stream().toList());
            }
            figure("WADO-RS of all of it, compared byte for byte", seconds(start), "s");
            figure("most memory of the server that was resident", Memory.peak(server.pid()) / 1024.0, "MiB");
        }
    }

    private void kills(Path folder, int kills) throws Exception {
        long start = System.nanoTime();
        StowRobustness.Kills tried = StowRobustness.kills(folder, folder.resolve("store"), kills, FILES, new Random());
        report(tried.faults());
        figure(kills + " kills while storing " + FILES + " files each", seconds(start), "s");
        figure("instances acknowledged before the kill, all compared byte for byte", tried.acknowledged(), "");
        figure("instances that are there, all compared byte for byte", tried.there(), "");
    }

    private void report(List<String> faults) {
        faults.forEach(fault -> System.out.println("FAULT\t" + fault));
        failed |= !faults.isEmpty();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void figure(String what, double value, String unit) {
        System.out.println(String.format(Locale.ROOT, "%s\t%.1f\t%s", what, value, unit));
    }
}
