// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Twenty associations and twenty clients of DICOMweb at once for two minutes: no request and no push may fail, all that was acknowledged must be
 * there, and memory must stay flat. Run by {@code ./wardlight bench associations}; prints tab-separated lines, and ends with 1 on any fault.
 */
final class AssociationSoak {
    private static final Soak.Load FULL =
            new Soak.Load(20, 20, Duration.ofSeconds(Integer.getInteger("wardlight.soak.seconds", 120)));

    private AssociationSoak() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("wardlight-soak");
        Soak.Report report;
        try {
            report = Soak.run(folder, FULL);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        figure("objects pushed by C-STORE and acknowledged", report.pushed(), "");
        figure("studies stored by STOW-RS, searched, looked at and read back", report.rounds(), "");
        for (int quarter = 0; quarter < report.memory().size(); quarter++) {
            Soak.Sample sample = report.memory().get(quarter);
            figure("after quarter " + (quarter + 1) + ", resident", sample.residentKib() / 1024, "MiB");
            figure("after quarter " + (quarter + 1) + ", live in the heap", sample.liveKib() / 1024, "MiB");
        }
        report.faults().forEach(fault -> System.out.println("FAULT\t" + fault));
        System.exit(report.faults().isEmpty() ? 0 : 1);
    }

    private static void figure(String what, long value, String unit) {
        System.out.printf(Locale.ROOT, "%s\t%d\t%s%n", what, value, unit);
    }
}
