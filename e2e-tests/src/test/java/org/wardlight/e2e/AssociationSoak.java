// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Twenty associations at once for two minutes: each pushes slices under new SOP Instance UIDs, again and again. No push may fail, all that
 * was acknowledged must be there, and memory must stay flat. Run by {@code ./wardlight bench associations}; prints tab-separated lines.
 */
final class AssociationSoak {
    private static final int AT_ONCE = 20;
    private static final int A_PUSH = 15;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("wardlight.soak.seconds", 120));

    private AssociationSoak() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("wardlight-soak");
        Path originals = Files.createDirectories(folder.resolve("originals"));
        try (WardlightProcess demo =
                WardlightProcess.serve(folder, "demo", "--folder", Demo.folder().toString())) {
            PeerBench.export(new Site(demo), "CT", 300, originals);
        }
        List<String> files;
        try (Stream<Path> all = Files.list(originals)) {
            files = all.map(Path::toString).sorted().limit(A_PUSH).toList();
        }
        int port = Processes.freePort();
        try (WardlightProcess server = WardlightProcess.serve(
                folder,
                "serve",
                "--store",
                folder.resolve("store").toString(),
                "--dicom-port",
                "" + port,
                "--dicom-promiscuous")) {
            int pushes = push(server, port, files);
            JsonNode study = new Site(server).study("CT", 1);
            int there = study.get("instances").asInt();
            System.out.printf(Locale.ROOT, "objects acknowledged\t%d%nobjects there\t%d%n", pushes * A_PUSH, there);
            if (there != pushes * A_PUSH) {
                throw new IllegalStateException("objects were lost");
            }
        }
    }

    /** @return pushes that succeeded; one that fails throws */
    private static int push(WardlightProcess server, int port, List<String> files) throws Exception {
        List<Process> running = new ArrayList<>();
        long end = System.nanoTime() + TIME.toNanos();
        int done = 0;
        while (System.nanoTime() < end || !running.isEmpty()) {
            while (running.size() < AT_ONCE && System.nanoTime() < end) {
                running.add(storescu(port, files));
            }
            Process first = running.remove(0);
            if (!first.waitFor(2, TimeUnit.MINUTES) || first.exitValue() != 0) {
                running.forEach(Process::destroyForcibly);
                throw new IllegalStateException("a push failed with " + first.exitValue());
            }
            done++;
            if (done % (AT_ONCE * 2) == 0) {
                System.out.printf(Locale.ROOT, "after %d pushes, resident\t%d\tKiB%n", done, residentKib(server.pid()));
            }
        }
        System.out.printf(Locale.ROOT, "pushes of %d slices\t%d%n", files.size(), done);
        return done;
    }

    private static Process storescu(int port, List<String> files) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("storescu", "--invent-instance", "-aec", "WARDLIGHT", "127.0.0.1", "" + port));
        command.addAll(files);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long residentKib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }
}
