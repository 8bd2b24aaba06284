// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Figures of the whole program, taken from outside, on the demo's 300-slice CT: import, tiles cold and cached, sync on
 * loopback, and the most memory that a server of -Xmx512m takes meanwhile. Run by {@code ./wardlight bench}; prints one
 * tab-separated line a figure. No test asserts on these.
 */
final class SystemBench {
    private final Path folder;

    private SystemBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("wardlight-bench");
        try {
            new SystemBench(folder).run();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run() throws Exception {
        Path ct = folder.resolve("ct");
        try (WardlightProcess demo =
                WardlightProcess.serve(folder, "demo", "--folder", Demo.folder().toString())) {
            export(new Site(demo), ct);
        }
        Path store = folder.resolve("store");
        importCt(ct, store);
        String study;
        try (WardlightProcess server = WardlightProcess.serve(folder, "serve", "--store", store.toString())) {
            Site site = new Site(server);
            study = site.study("CT", 300).get("study").asText();
            view(server, site, study);
            sync(server, site, study);
        }
    }

    private static void export(Site site, Path target) throws IOException, InterruptedException {
        Files.createDirectories(target);
        String study = site.study("CT", 300).get("study").asText();
        for (JsonNode series : site.descriptor(study).get("series")) {
            for (JsonNode instance : series.get("instances")) {
                String uid = instance.get("instance").asText();
                Files.write(
                        target.resolve(uid + ".dcm"),
                        site.original(study, series.get("series").asText(), uid));
            }
        }
    }

    private void importCt(Path ct, Path store) throws Exception {
        long bytes = size(ct);
        long start = System.nanoTime();
        Process process = WardlightProcess.start(
                folder.resolve("import.out"),
                folder.resolve("import.err"),
                "import",
                ct.toString(),
                "--store",
                store.toString());
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peakKilobytes(process.pid()));
            Thread.sleep(20);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        figure("import of 300 CT slices, start-up included", bytes / 1e6 / seconds, "MB/s");
        figure("import, peak memory of the process", peak / 1024.0, "MB");
    }

    private static void view(WardlightProcess server, Site site, String study) throws Exception {
        JsonNode series = site.descriptor(study).get("series").get(0);
        List<String> strips = new ArrayList<>();
        for (int sheet = 0; sheet < series.get("strip").get("sheets").asInt(); sheet++) {
            strips.add("/api/v1/series/" + series.get("series").asText() + "/strips/" + sheet);
        }
        tiles(server, "strip sheet of 64", strips);
        tiles(server, "preview tile", tilePaths(series, "preview"));
        tiles(server, "exact tile", tilePaths(series, "exact"));
        figure("server after the whole CT was viewed, peak memory", peakKilobytes(server.pid()) / 1024.0, "MB");
    }

    private static List<String> tilePaths(JsonNode series, String rendition) {
        List<String> paths = new ArrayList<>();
        for (JsonNode frame : series.get("frames")) {
            String instance = series.get("instances")
                    .get(frame.get("instance").asInt())
                    .get("instance")
                    .asText();
            paths.add("/api/v1/instances/" + instance + "/frames/"
                    + frame.get("frame").asInt() + "/" + rendition + "/0/0/0");
        }
        return paths;
    }

    private static void tiles(WardlightProcess server, String what, List<String> paths) throws Exception {
        for (String round : new String[] {"cold", "cached"}) {
            long cpu = Processes.cpuMillis(server.pid());
            long start = System.nanoTime();
            long bytes = 0;
            for (String path : paths) {
                bytes += server.get(path).body().length;
            }
            double millis = (System.nanoTime() - start) / 1e6 / paths.size();
            figure(what + ", " + round, millis, "ms each");
            figure(
                    what + ", " + round + ", CPU",
                    (Processes.cpuMillis(server.pid()) - cpu) / (double) paths.size(),
                    "ms each");
            if (round.equals("cold")) {
                figure(what, bytes / 1000.0 / paths.size(), "kB each");
            }
        }
    }

    private void sync(WardlightProcess server, Site site, String study) throws Exception {
        long needed = site.json("/sync/v1/studies/" + study + "/manifest?for=original")
                .get("bytes")
                .asLong();
        long start = System.nanoTime();
        WardlightProcess.Result sync = WardlightProcess.run(
                "sync",
                "--study",
                study,
                "--from",
                server.url(),
                "--store",
                folder.resolve("laptop.sqlite").toString());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (sync.exitCode() != 0) {
            throw new IllegalStateException(sync.out() + sync.err());
        }
        figure("sync on loopback into one SQLite file, start-up included", needed / 1e6 / seconds, "MB/s");
    }

    private static void figure(String what, double value, String unit) {
        String line = String.format(Locale.ROOT, "%s\t%.1f\t%s", what, value, unit);
        System.out.println(line);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** The most memory that the process has held, from Linux's own count; 0 elsewhere. */
    private static long peakKilobytes(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (java.io.UncheckedIOException e) {
            return 0; // The process ended between the question and the answer.
        }
    }
}
