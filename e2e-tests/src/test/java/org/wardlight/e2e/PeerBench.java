// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * CPU time of our server and of Orthanc for the same pictures of the same files, in turns, one request at a time; and of our server for
 * all renditions of a 300-slice CT. Run by {@code ./wardlight bench peers}; prints one tab-separated line a figure. Each picture is
 * asked for with a window of its own, so that no answer is one that was kept. About four minutes. No test asserts on these.
 */
final class PeerBench {
    private static final int ROUNDS = 3;
    /** Java compiles while it works: a server that has answered so often is one that has been up for a while. */
    private static final int WARM_REQUESTS = 2_000;

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(40);
    private static final int CT_REQUESTS = 100;
    private static final int FILM_REQUESTS = 12;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path folder;
    private int asked;

    private PeerBench(Path folder) {
        this.folder = folder;
    }

    /** Where pictures come from: the process that makes them, and the address of each. */
    private record Source(String name, long pid, String accept, IntFunction<String> address) {}

    public static void main(String[] arguments) throws Exception {
        if (!OrthancProcess.isInstalled()) {
            System.out.println(
                    "Orthanc is not installed (packages orthanc and orthanc-dicomweb): nothing to compare with.");
            return;
        }
        Path folder = Files.createTempDirectory("wardlight-peers");
        try {
            new PeerBench(folder).run();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        try (WardlightProcess demo =
                WardlightProcess.serve(folder, "demo", "--folder", Demo.folder().toString())) {
            export(new Site(demo), "CT", 300, files);
            export(new Site(demo), "DX", 1, files);
        }
        String store = folder.resolve("store").toString();
        WardlightProcess.Result imported = WardlightProcess.run("import", files.toString(), "--store", store);
        if (imported.exitCode() != 0) {
            throw new IllegalStateException(imported.out() + imported.err());
        }
        load("at the beginning");
        try (WardlightProcess server = WardlightProcess.serve(folder, "serve", "--store", store);
                OrthancProcess orthanc = OrthancProcess.start(folder)) {
            orthanc.store(files);
            Site site = new Site(server);
            List<String[]> ct = frames(site, "CT", 300);
            for (String type : List.of("jpeg", "png")) {
                compare("CT slice, " + type, sources(server, orthanc, ct, type, ""), CT_REQUESTS);
            }
            compare(
                    "chest film fitted into 1024 x 1024, jpeg",
                    sources(server, orthanc, frames(site, "DX", 1), "jpeg", "1024"),
                    FILM_REQUESTS);
            everything(server, site);
        }
        load("at the end");
    }

    private static void load(String when) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        figure("load of the machine " + when, load, "on " + Runtime.getRuntime().availableProcessors() + " cores");
    }

    /** Writes the original of each object of the first such study into a folder, named by its SOP Instance UID. */
    static void export(Site site, String modality, int atLeast, Path target) throws Exception {
        for (String[] uids : frames(site, modality, atLeast)) {
            Files.write(target.resolve(uids[2] + ".dcm"), site.original(uids[0], uids[1], uids[2]));
        }
    }

    /** Study, series and instance of each object. */
    private static List<String[]> frames(Site site, String modality, int atLeast) throws Exception {
        String study = site.study(modality, atLeast).get("study").asText();
        List<String[]> all = new ArrayList<>();
        for (JsonNode series : site.descriptor(study).get("series")) {
            for (JsonNode instance : series.get("instances")) {
                all.add(new String[] {
                    study,
                    series.get("series").asText(),
                    instance.get("instance").asText()
                });
            }
        }
        return all;
    }

    private static List<Source> sources(
            WardlightProcess server, OrthancProcess orthanc, List<String[]> frames, String type, String edge)
            throws Exception {
        List<String> ids = new ArrayList<>();
        for (String[] uids : frames) {
            ids.add(orthancId(orthanc, uids[2]));
        }
        String accept = "image/" + type;
        String web = edge.isEmpty() ? "" : "&viewport=" + edge + "," + edge;
        String rest = edge.isEmpty() ? "" : "&width=" + edge + "&height=" + edge + "&smooth=1";
        IntFunction<String> dicomWeb = i -> {
            String[] uids = frames.get(i % frames.size());
            return "/dicom-web/studies/" + uids[0] + "/series/" + uids[1] + "/instances/" + uids[2]
                    + "/frames/1/rendered?quality=90&window=" + (40 + i / 1000.0) + ",400,linear" + web;
        };
        List<Source> all = new ArrayList<>();
        all.add(new Source("Wardlight", server.pid(), accept, i -> server.url() + dicomWeb.apply(i)));
        all.add(new Source("Orthanc WADO-RS", orthanc.pid(), accept, i -> orthanc.url() + dicomWeb.apply(i)));
        all.add(new Source(
                "Orthanc rendered",
                orthanc.pid(),
                accept,
                i -> orthanc.url() + "/instances/"
                        + ids.get(i % ids.size()) + "/frames/0/rendered?quality=90&window-center=" + (40 + i / 1000.0)
                        + "&window-width=400" + rest));
        if (edge.isEmpty()) {
            all.add(new Source(
                    "Orthanc preview",
                    orthanc.pid(),
                    accept,
                    i -> orthanc.url() + "/instances/" + ids.get(i % ids.size()) + "/preview?quality=90"));
        }
        return all;
    }

    private static String orthancId(OrthancProcess orthanc, String instance) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(orthanc.url() + "/tools/lookup"))
                .POST(HttpRequest.BodyPublishers.ofString(instance))
                .build();
        JsonNode found = new ObjectMapper()
                .readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body());
        return found.get(0).get("ID").asText();
    }

    /** The least of the rounds, in which sources take turns. */
    private void compare(String what, List<Source> sources, int requests) throws Exception {
        warmUp(sources.get(0), requests == CT_REQUESTS ? WARM_REQUESTS : WARM_REQUESTS / 10);
        double[] best = new double[sources.size()];
        Arrays.fill(best, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int s = 0; s < sources.size(); s++) {
                best[s] = Math.min(best[s], cpuOf(sources.get(s), requests));
            }
        }
        double peer = Double.MAX_VALUE;
        for (int s = 0; s < sources.size(); s++) {
            figure(what + ", " + sources.get(s).name() + ", CPU", best[s], "ms each");
            peer = s == 0 ? peer : Math.min(peer, best[s]);
        }
        figure(what + ", Wardlight over Orthanc's best", best[0] / peer, "ratio");
    }

    private void warmUp(Source source, int requests) throws Exception {
        long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        for (int i = 0; i < requests && System.nanoTime() < end; i++) {
            get(source.address().apply(asked++), source.accept());
        }
    }

    private double cpuOf(Source source, int requests) throws Exception {
        long before = Processes.cpuMillis(source.pid());
        for (int i = 0; i < requests; i++) {
            get(source.address().apply(asked++), source.accept());
        }
        return (Processes.cpuMillis(source.pid()) - before) / (double) requests;
    }

    private static void get(String url, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", accept)
                .timeout(Duration.ofSeconds(120))
                .build();
        HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() != 200 || !type.equals(accept)) {
            throw new IllegalStateException(url + " answered " + answer.statusCode() + " " + type + " "
                    + new String(answer.body(), 0, Math.min(200, answer.body().length), StandardCharsets.UTF_8));
        }
    }

    /** Strips, previews and exact tiles of the CT, none of which was made before, by a server that has been at work. */
    private static void everything(WardlightProcess server, Site site) throws Exception {
        String study = site.study("CT", 300).get("study").asText();
        long before = Processes.cpuMillis(server.pid());
        site.json("/sync/v1/studies/" + study + "/manifest?for=exact&tiles=planes");
        figure(
                "300-slice CT, strips, previews and exact tiles made and kept, CPU",
                (Processes.cpuMillis(server.pid()) - before) / 1000.0,
                "s");
    }

    private static void figure(String what, double value, String unit) {
        System.out.println(String.format(Locale.ROOT, "%s\t%.2f\t%s", what, value, unit));
    }
}
