// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other toolkits' programs. */
final class Toolkit {
    private static final int SECONDS = 60;

    /**
     * What a program did.
     *
     * @param said both of its outputs
     */
    record Outcome(int exit, String said) {}

    private Toolkit() {}

    /** Skips the test when a program is not installed. */
    static void require(String... programs) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String program : programs) {
            boolean found = Arrays.stream(path.split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
            assumeTrue(found, "skipped: " + program + " is not installed");
        }
    }

    static Outcome run(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(program + " does not end");
        }
        return new Outcome(process.exitValue(), said);
    }
}
