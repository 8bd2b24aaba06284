// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Orthanc as a distribution installs it, on loopback, with a database of its own: what our figures are compared with. */
final class OrthancProcess implements Closeable {
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/sbin/Orthanc"), Path.of("/usr/bin/Orthanc"));
    private static final Path PLUGINS = Path.of("/usr/share/orthanc/plugins");
    private static final int TRIES = 200;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final String url;
    private final int dicomPort;

    private OrthancProcess(Process process, String url, int dicomPort) {
        this.dicomPort = dicomPort;
        this.process = process;
        this.url = url;
    }

    static boolean isInstalled() {
        return PROGRAMS.stream().anyMatch(Files::isExecutable)
                && Files.exists(PLUGINS.resolve("libOrthancDicomWeb.so"));
    }

    static OrthancProcess start(Path folder) throws IOException, InterruptedException {
        return start(folder, 0, 0);
    }

    /**
     * Answers DICOM as ORTHANC, too: takes C-STORE of anybody, and the rest of WARDLIGHT.
     *
     * @param ours where it shall send to when WARDLIGHT asks for that
     */
    static OrthancProcess startWithDicom(Path folder, int ours) throws IOException, InterruptedException {
        return start(folder, Processes.freePort(), ours);
    }

    private static OrthancProcess start(Path folder, int dicomPort, int ours) throws IOException, InterruptedException {
        int port = Processes.freePort();
        Path database = Files.createDirectories(folder.resolve("orthanc"));
        Path settings = Files.writeString(folder.resolve("orthanc.json"), """
                {"StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": ["%s/libOrthancDicomWeb.so"],
                 "HttpPort": %d, "DicomServerEnabled": %b, "DicomPort": %d, "DicomCheckCalledAet": false, "OverwriteInstances": true,
                 "DicomModalities": {"wardlight": ["WARDLIGHT", "127.0.0.1", %d]}, "RemoteAccessAllowed": false, "AuthenticationEnabled": false,
                 "KeepAlive": true, "StableAge": 5, "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}}
                """.formatted(
                        database, database, PLUGINS, port, dicomPort > 0, Math.max(1, dicomPort), Math.max(1, ours)));
        Path program = PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        Process process = new ProcessBuilder(program.toString(), settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("orthanc.log").toFile())
                .start();
        OrthancProcess orthanc = new OrthancProcess(process, "http://127.0.0.1:" + port, dicomPort);
        orthanc.awaitReady();
        return orthanc;
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/system")).build();
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            try {
                HttpResponse<Void> answer = HTTP.send(request, HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException notListeningYet) {
                Thread.sleep(100);
            }
        }
        close();
        throw new IllegalStateException("Orthanc did not start");
    }

    /** Sends every file of a folder. */
    void store(Path files) throws IOException, InterruptedException {
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.toList()) {
                int status = send("POST", "/instances", HttpRequest.BodyPublishers.ofFile(file))
                        .statusCode();
                if (status != 200) {
                    throw new IllegalStateException("Orthanc answered " + status);
                }
            }
        }
    }

    /** Its answer; asks once more when Orthanc has just closed the connection that was to be used. */
    HttpResponse<byte[]> send(String method, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body)
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException closed) {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    /** 0 when it does not answer DICOM. */
    int dicomPort() {
        return dicomPort;
    }

    String url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        Processes.stop(process);
    }
}
