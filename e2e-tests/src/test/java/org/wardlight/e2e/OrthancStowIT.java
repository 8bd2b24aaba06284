// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orthanc as a client of our DICOMweb: it pushes the corpus by STOW-RS, finds it by QIDO-RS, and fetches it back by WADO-RS. */
class OrthancStowIT {
    private static final Path CORPUS = Path.of(System.getProperty("wardlight.corpus", "none"), "dicom");
    /** Kinds of every sort; all of the corpus goes through STOW-RS in the server's own tests. */
    private static final List<String> FOLDERS = List.of("jpeg", "objects", "palette", "rle");

    private static final long LARGEST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BodyPublisher NOTHING = BodyPublishers.noBody();

    @TempDir
    Path folder;

    private record Pushed(String id, String path) {}

    @Test
    void orthanc_pushes_finds_and_fetches_by_dicomweb() throws Exception {
        assumeTrue(OrthancProcess.isInstalled(), "Orthanc with its DICOMweb plug-in is not installed");
        assumeTrue(Files.isDirectory(CORPUS), "the corpus is not here");
        try (WardlightProcess server = WardlightProcess.serve(
                        folder, "serve", "--store", folder.resolve("store").toString());
                OrthancProcess orthanc = OrthancProcess.start(folder)) {
            orthanc.send("PUT", "/dicom-web/servers/wardlight", body("{\"Url\":\"" + server.url() + "/dicom-web/\"}"));
            List<Pushed> pushed = push(orthanc);
            assertThat(pushed).hasSizeGreaterThan(60);
            WebPacs pacs = new WebPacs(server);
            List<String> different = new ArrayList<>();
            for (Pushed one : pushed) {
                byte[] theirs = orthanc.send("GET", "/instances/" + one.id() + "/file", NOTHING)
                        .body();
                byte[] ours = pacs.get(one.path(), "application/dicom; transfer-syntax=*")
                        .body();
                if (!Arrays.equals(ours, theirs)) {
                    different.add(one.path());
                }
            }
            assertThat(different).isEmpty();
            comesBack(orthanc, pushed.get(0));
        }
    }

    /** What was taken, of each SOP Instance UID one. */
    private static List<Pushed> push(OrthancProcess orthanc) throws Exception {
        Map<String, Pushed> there = new TreeMap<>();
        for (Path file : files()) {
            HttpResponse<byte[]> taken = orthanc.send("POST", "/instances", BodyPublishers.ofFile(file));
            if (taken.statusCode() == 200) {
                String id = JSON.readTree(taken.body()).get("ID").asText();
                JsonNode tags = json(orthanc.send("GET", "/instances/" + id + "/simplified-tags", NOTHING));
                String instance = tags.get("SOPInstanceUID").asText();
                String path = "/studies/" + tags.get("StudyInstanceUID").asText() + "/series/"
                        + tags.get("SeriesInstanceUID").asText() + "/instances/" + instance;
                there.putIfAbsent(instance, new Pushed(id, path));
            }
        }
        List<Pushed> pushed = new ArrayList<>();
        stow(orthanc, List.copyOf(there.values()), pushed);
        return pushed;
    }

    /** Orthanc says only that something of a request was refused: then its halves are sent. */
    private static void stow(OrthancProcess orthanc, List<Pushed> some, List<Pushed> taken) throws Exception {
        String ids = some.stream().map(one -> '"' + one.id() + '"').collect(Collectors.joining(","));
        HttpResponse<byte[]> sent = orthanc.send(
                "POST",
                "/dicom-web/servers/wardlight/stow",
                body("{\"Resources\":[" + ids + "],\"Synchronous\":true}"));
        if (sent.statusCode() == 200) {
            taken.addAll(some);
        } else if (some.size() > 1) {
            int half = some.size() / 2;
            stow(orthanc, some.subList(0, half), taken);
            stow(orthanc, some.subList(half, some.size()), taken);
        }
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String kind : FOLDERS) {
            try (Stream<Path> all = Files.list(CORPUS.resolve(kind))) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    if (Files.size(file) <= LARGEST) {
                        files.add(file);
                    }
                }
            }
        }
        return files;
    }

    /** A study that Orthanc no longer has is found in Wardlight by it, and fetched again. */
    private static void comesBack(OrthancProcess orthanc, Pushed one) throws Exception {
        orthanc.send("DELETE", "/instances/" + one.id(), NOTHING);
        assertThat(orthanc.send("GET", "/instances/" + one.id(), NOTHING).statusCode())
                .isEqualTo(404);
        String study = one.path().split("/")[2];
        JsonNode found = json(orthanc.send(
                "POST",
                "/dicom-web/servers/wardlight/qido",
                body("{\"Uri\":\"/studies\",\"Arguments\":{\"StudyInstanceUID\":\"" + study + "\"}}")));
        assertThat(found).hasSize(1);
        HttpResponse<byte[]> fetched = orthanc.send(
                "POST",
                "/dicom-web/servers/wardlight/retrieve",
                body("{\"Resources\":[{\"Study\":\"" + study + "\"}],\"Synchronous\":true}"));
        assertThat(fetched.statusCode())
                .as(new String(fetched.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(orthanc.send("GET", "/instances/" + one.id(), NOTHING).statusCode())
                .isEqualTo(200);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.request().uri().getPath()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static BodyPublisher body(String json) {
        return BodyPublishers.ofString(json);
    }
}
