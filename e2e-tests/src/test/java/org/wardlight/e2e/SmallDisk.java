// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system in memory of so many megabytes, seen by one process alone: a disk that is truly full. */
record SmallDisk(Path folder, int megabytes) {
    /** Whether this machine lets us make one. */
    static boolean isPossible() throws InterruptedException {
        try {
            return run(List.of("unshare", "-Urm", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt")) == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** The command, run where the folder is this disk. */
    List<String> around(List<String> command) {
        String quoted = String.join(
                " ",
                command.stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .toList());
        return List.of(
                "unshare",
                "-Urm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + megabytes + "m tmpfs '" + folder + "' && exec " + quoted);
    }

    /** Makes the disk of a running process larger. */
    static void grow(WardlightProcess server, Path folder, int megabytes) throws IOException, InterruptedException {
        int failed = run(List.of(
                "nsenter",
                "-t",
                String.valueOf(server.pid()),
                "-U",
                "--preserve-credentials",
                "-m",
                "mount",
                "-o",
                "remount,size=" + megabytes + "m",
                folder.toString()));
        if (failed != 0) {
            throw new IOException("the disk could not be made larger: mount ended with " + failed);
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
