// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory a server takes, in KiB. */
final class Memory {
    private static final Pattern USED = Pattern.compile("generation +total \\d+K, used (\\d+)K");

    private Memory() {}

    /** Resident now, all of the process. */
    static long resident(long pid) throws IOException {
        return status(pid, "VmRSS:");
    }

    /** The most that was ever resident. */
    static long peak(long pid) throws IOException {
        return status(pid, "VmHWM:");
    }

    private static long status(long pid, String row) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(row))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    /** What is left in the heap of a Java after everything that nobody holds has been collected. */
    static long live(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1));
        }
        if (sum == 0) {
            throw new IOException("jcmd does not say how much of the heap is used");
        }
        return sum;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + pid, command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd: " + said);
        }
        return said;
    }
}
