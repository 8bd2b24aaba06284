// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Many associations of DCMTK's storescu at once, each of which pushes the same slices under UIDs that it makes up, a study for each push; one that ends is
 * followed by the next.
 */
final class Pushes {
    static final int A_PUSH = 15;
    private static final int EDGE = 256;
    private static final long STUDY = 3;

    private final int port;
    private final List<String> files = new ArrayList<>();

    Pushes(Path folder, int port) throws IOException {
        this.port = port;
        for (int number = 1; number <= A_PUSH; number++) {
            Path file = folder.resolve("push" + number + ".dcm");
            Files.write(file, CtFile.of(STUDY, number, EDGE).bytes());
            files.add(file.toString());
        }
    }

    /**
     * Pushes so many at once until that moment of {@link System#nanoTime}.
     *
     * @return how many pushes there were, all of which succeeded; one that fails throws
     */
    int until(long end, int atOnce) throws IOException, InterruptedException {
        List<Process> running = new ArrayList<>();
        int done = 0;
        try {
            while (System.nanoTime() < end || !running.isEmpty()) {
                while (running.size() < atOnce && System.nanoTime() < end) {
                    running.add(storescu());
                }
                Process first = running.remove(0);
                if (!first.waitFor(2, TimeUnit.MINUTES) || first.exitValue() != 0) {
                    first.destroyForcibly();
                    throw new IOException("a push failed");
                }
                done++;
            }
            return done;
        } finally {
            running.forEach(Process::destroyForcibly);
        }
    }

    private Process storescu() throws IOException {
        List<String> command =
                new ArrayList<>(List.of("storescu", "--invent-instance", "-aec", "WARDLIGHT", "127.0.0.1", "" + port));
        command.addAll(files);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
