// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * CPU time of our server and of Orthanc for taking in 300 CT slices, by C-STORE on one association and by STOW-RS with 50 a request, in
 * turns, {@value #ROUNDS} rounds of new objects: the first on servers that have just started. Run by {@code ./wardlight bench ingest};
 * prints one tab-separated line a figure. No test asserts on these.
 */
final class IngestBench {
    private static final int ROUNDS = 5;
    private static final int SLICES = 300;
    private static final int A_REQUEST = 50;
    private static final String BOUNDARY = "wardlight-bench";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path folder;

    private IngestBench(Path folder) {
        this.folder = folder;
    }

    /** Who takes objects in, and how they are sent there. */
    private record Taker(String name, long pid, Send send) {
        interface Send {
            void all(List<Path> files) throws Exception;
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (!OrthancProcess.isInstalled() || !isThere("storescu")) {
            System.out.println(
                    "Orthanc with its DICOMweb plug-in, or DCMTK, is not installed: nothing to compare with.");
            return;
        }
        Path folder = Files.createTempDirectory("wardlight-ingest");
        try {
            new IngestBench(folder).run();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private void run() throws Exception {
        Path originals = Files.createDirectories(folder.resolve("originals"));
        try (WardlightProcess demo =
                WardlightProcess.serve(folder, "demo", "--folder", Demo.folder().toString())) {
            PeerBench.export(new Site(demo), "CT", SLICES, originals);
        }
        int port = Processes.freePort();
        String store = folder.resolve("store").toString();
        try (WardlightProcess server = WardlightProcess.serve(
                        folder, "serve", "--store", store, "--dicom-port", "" + port, "--dicom-promiscuous");
                OrthancProcess orthanc = OrthancProcess.startWithDicom(folder, port)) {
            Taker.Send stowHere = files -> stow(server.url(), files);
            Taker.Send stowThere = files -> stow(orthanc.url(), files);
            for (int round = 1; round <= ROUNDS; round++) {
                compare(
                        "C-STORE",
                        round,
                        originals,
                        new Taker("Wardlight", server.pid(), files -> store("WARDLIGHT", port, files)),
                        new Taker("Orthanc", orthanc.pid(), files -> store("ORTHANC", orthanc.dicomPort(), files)));
                compare(
                        "STOW-RS",
                        round,
                        originals,
                        new Taker("Wardlight", server.pid(), stowHere),
                        new Taker("Orthanc", orthanc.pid(), stowThere));
            }
        }
    }

    private void compare(String way, int round, Path originals, Taker... takers) throws Exception {
        List<Path> files = renamed(originals, (way.equals("C-STORE") ? 100 : 500) + round);
        double[] seconds = new double[takers.length];
        for (int i = 0; i < takers.length; i++) {
            long before = Processes.cpuMillis(takers[i].pid());
            takers[i].send().all(files);
            seconds[i] = (Processes.cpuMillis(takers[i].pid()) - before) / 1000.0;
            System.out.printf(
                    Locale.ROOT,
                    "%s of %d CT slices, round %d, CPU of %s\t%.2f\ts%n",
                    way,
                    files.size(),
                    round,
                    takers[i].name(),
                    seconds[i]);
        }
        System.out.printf(
                Locale.ROOT,
                "%s, round %d, files a CPU second, times Orthanc's\t%.2f%n",
                way,
                round,
                seconds[1] / seconds[0]);
    }

    /** The same slices under SOP Instance UIDs of that round, of the same length. */
    private List<Path> renamed(Path originals, int round) throws IOException {
        Path target = folder.resolve("round");
        Files.createDirectories(target);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(originals)) {
            for (Path file : all.sorted().toList()) {
                String name = file.getFileName().toString();
                String uid = name.substring(0, name.length() - ".dcm".length());
                String other = uid.substring(0, uid.length() - 3) + round;
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                files.add(Files.write(
                        target.resolve(name), bytes.replace(uid, other).getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        return files;
    }

    private static void store(String title, int port, List<Path> files) throws Exception {
        List<String> command = new ArrayList<>(List.of("storescu", "-x=", "-aec", title, "127.0.0.1", "" + port));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("storescu to " + title + " failed");
        }
    }

    private static void stow(String url, List<Path> files) throws Exception {
        for (int at = 0; at < files.size(); at += A_REQUEST) {
            List<BodyPublisher> parts = new ArrayList<>();
            for (Path file : files.subList(at, Math.min(files.size(), at + A_REQUEST))) {
                parts.add(BodyPublishers.ofString("\r\n--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n"));
                parts.add(BodyPublishers.ofFile(file));
            }
            parts.add(BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/dicom-web/studies"))
                    .timeout(Duration.ofMinutes(5))
                    .header("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY)
                    .header("Accept", "application/dicom+json")
                    .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)))
                    .build();
            int status =
                    HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException(url + " answered " + status);
            }
        }
    }
}
