// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A published package of npm without its dependencies, fetched once and kept for later runs: what others ship is what is tried. */
final class NpmPackage {
    private static final Path KEPT =
            Path.of(System.getProperty("wardlight.npm", System.getProperty("user.home") + "/.cache/wardlight-e2e"));
    private static final int PATIENCE_S = 120;
    /** What npm says when it does not get as far as a registry's answer. */
    private static final Pattern NOT_REACHED = Pattern.compile(
            "E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|NETUNREACH|HOSTUNREACH|RR_SOCKET_TIMEOUT|403|407|50[0-9])\\b");

    private NpmPackage() {}

    /** Its folder. The test is skipped, and says so, when npm does not reach its registry; whatever else goes wrong is an error. */
    static Path of(String name, String version) throws IOException, InterruptedException {
        Path folder = KEPT.resolve(name.replace("@", "").replace('/', '-') + "-" + version);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path made = Files.createTempDirectory(Files.createDirectories(KEPT), "fetching");
        pack(made, name + "@" + version);
        try (Stream<Path> files = Files.list(made)) {
            Path archive = files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("npm packed nothing"));
            run(made, "tar", "xzf", archive.toString());
            Files.delete(archive);
        }
        Files.move(made.resolve("package"), folder);
        Files.delete(made);
        return folder;
    }

    private static void pack(Path into, String what) throws IOException, InterruptedException {
        try {
            run(into, "npm", "pack", "--loglevel=error", "--fetch-retries=1", "--fetch-timeout=30000", what);
        } catch (IOException failed) {
            Files.delete(into);
            if (!NOT_REACHED.matcher(String.valueOf(failed.getMessage())).find()) {
                throw failed;
            }
            String skipped =
                    "SKIPPED: npm does not reach its registry, so " + what + " was not tried against Wardlight";
            System.err.println(skipped);
            abort(skipped);
        }
    }

    private static void run(Path in, String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("npm", ".log");
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command[0] + " took more than " + PATIENCE_S + " s: ETIMEDOUT");
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        command[0] + " ended with " + process.exitValue() + ": " + Files.readString(said));
            }
        } finally {
            Files.delete(said);
        }
    }
}
