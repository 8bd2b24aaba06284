// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of DCMTK as peers. */
public final class Dcmtk {
    private Dcmtk() {}

    /** What a program said, and how it ended. */
    public record Run(int code, String output) {}

    public static void assumeInstalled(String program) {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)), program + " is not installed (.ci/install)");
    }

    /** Runs a program to its end, at most a minute. */
    public static Run run(Path folder, String... command) throws Exception {
        Path log = Files.createTempFile(folder, "dcmtk", ".log");
        Process process = start(folder, log, command);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Run(process.waitFor(), Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    /** Runs a program of options apart by single spaces against a node, then what it is to send; at most a minute. */
    public static Run against(TestNode node, Path folder, String options, String... sent) throws Exception {
        List<String> command = new ArrayList<>(List.of(options.split(" ", -1)));
        command.addAll(List.of("-aec", TestNode.TITLE.toString(), "127.0.0.1", node.port()));
        command.addAll(List.of(sent));
        return run(folder, command.toArray(String[]::new));
    }

    /** Starts a program that listens, and waits until it does. */
    public static Process listening(Path folder, int port, String... command) throws Exception {
        Process process = start(folder, folder.resolve("listening-" + port + ".log"), command);
        for (int i = 0; i < 200; i++) {
            try (Socket probe = new Socket("127.0.0.1", port)) {
                assertThat(probe.isConnected()).isTrue();
                return process;
            } catch (IOException notYet) {
                assertThat(process.isAlive())
                        .as(() -> String.join(" ", command))
                        .isTrue();
                Thread.sleep(50);
            }
        }
        process.destroyForcibly();
        throw new AssertionError("never listened: " + String.join(" ", command));
    }

    private static Process start(Path folder, Path log, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("TCP_NODELAY", "1");
        return builder.start();
    }

    /** A port that is free now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
