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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built jar as a process of its own: a server, or a command that runs to its end. */
final class WardlightProcess implements Closeable {
    private static final Path ROOT =
            Path.of(System.getProperty("wardlight.root", "..")).toAbsolutePath().normalize();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** What a command printed and how it ended. */
    record Result(int exitCode, String out, String err) {}

    private final Process process;
    private final int port;
    private final Path log;

    private WardlightProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static Path root() {
        return ROOT;
    }

    static Path jar() {
        return ROOT.resolve("server/target/wardlight.jar");
    }

    /** Starts a server command on a free port and waits until it answers; its log goes to a file in {@code folder}. */
    static WardlightProcess serve(Path folder, String... arguments) throws IOException, InterruptedException {
        return serve(folder, List.of("-Xmx512m"), arguments);
    }

    /** The same by a Java with other options. */
    static WardlightProcess serve(Path folder, List<String> jvm, String... arguments)
            throws IOException, InterruptedException {
        int port = Processes.freePort();
        return started(folder, port, serving(port, jvm, arguments));
    }

    /** The same with its store on a small disk. */
    static WardlightProcess serveOn(Path folder, SmallDisk disk, Path store) throws IOException, InterruptedException {
        int port = Processes.freePort();
        List<String> jvm = List.of("-Xmx512m");
        return started(folder, port, disk.around(serving(port, jvm, "serve", "--store", store.toString())));
    }

    private static List<String> serving(int port, List<String> jvm, String... arguments) {
        List<String> command = command(jvm.toArray(String[]::new));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--port", String.valueOf(port)));
        return command;
    }

    private static WardlightProcess started(Path folder, int port, List<String> command)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "server", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        WardlightProcess server = new WardlightProcess(process, port, log);
        server.awaitReady(Duration.ofSeconds(240));
        return server;
    }

    /** Runs a command to its end. */
    static Result run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("wardlight", ".out");
        Path err = Files.createTempFile("wardlight", ".err");
        try {
            Process process = start(out, err, arguments);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not end within 5 minutes: " + String.join(" ", arguments));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    /** Starts a command and leaves it to the caller. */
    static Process start(Path out, Path err, String... arguments) throws IOException {
        List<String> command = command("-Xmx512m");
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(120))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Ends it as a power cut would: no handler of the program runs. */
    void killNow() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        Processes.stop(process);
    }

    private void awaitReady(Duration atMost) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended with " + process.exitValue() + ":\n" + log());
            }
            try {
                if (get("/readyz").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet: ask again.
            }
            Thread.sleep(100);
        }
        close();
        throw new IllegalStateException("no answer within " + atMost + ":\n" + log());
    }

    private static List<String> command(String... jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As ./wardlight starts it: another collector would be measured as another program.
        command.add("-XX:+UseSerialGC");
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-jar", jar().toString()));
        return command;
    }
}
