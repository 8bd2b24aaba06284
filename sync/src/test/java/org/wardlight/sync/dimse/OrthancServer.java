// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An Orthanc of its own on loopback, asked by its REST interface. */
final class OrthancServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final int dicomPort;
    private final String url;

    private OrthancServer(Process process, int dicomPort, int port) {
        this.process = process;
        this.dicomPort = dicomPort;
        this.url = "http://127.0.0.1:" + port;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** With more settings, as members of a JSON object. */
    static OrthancServer start(Path folder, String settings) throws Exception {
        int port = Dcmtk.freePort();
        int dicom = Dcmtk.freePort();
        Path database = folder.resolve("db");
        Files.writeString(folder.resolve("orthanc.json"), """
                { "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [], "HttpPort": %d, "DicomPort": %d, "DicomAet": "ORTHANC",
                  "RemoteAccessAllowed": false, "AuthenticationEnabled": false, "DicomAlwaysAllowGet": true, "DicomAlwaysAllowMove": true,
                  "OverwriteInstances": true, %s }
                """.formatted(database, database, port, dicom, settings));
        return new OrthancServer(Dcmtk.listening(folder, dicom, PROGRAM.toString(), "orthanc.json"), dicom, port);
    }

    int dicomPort() {
        return dicomPort;
    }

    /** Puts files in; the ids of those that it takes. */
    List<String> upload(List<Path> files) throws Exception {
        List<String> ids = new ArrayList<>();
        for (Path file : files) {
            HttpResponse<String> answer = send("POST", "/instances", BodyPublishers.ofFile(file));
            if (answer.statusCode() == 200) {
                ids.add(JSON.readTree(answer.body()).get("ID").asText());
            }
        }
        return ids;
    }

    /** Sends instances to a modality by C-STORE; what came of it. */
    JsonNode store(String modality, List<String> ids) throws Exception {
        String body = JSON.writeValueAsString(JSON.createObjectNode()
                .put("Permissive", true)
                .put("Synchronous", true)
                .set("Resources", JSON.valueToTree(ids)));
        return post("/modalities/" + modality + "/store", body);
    }

    /** What it answers; nothing is an empty object. */
    JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> answer = send("POST", path, BodyPublishers.ofString(body));
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .method(method, body)
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
