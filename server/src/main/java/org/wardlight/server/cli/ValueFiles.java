// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wardlight.rendering.codec.StoredFrame;

/**
 * Where {@code check --values DIR} writes the bytes it hashes: {@code DIR/<path>.1} and {@code DIR/<path>.last}. The path is
 * as on the line, without its root and without steps upwards, so that nothing is written outside of DIR.
 */
record ValueFiles(Optional<Path> folder) {
    /** Writes the values of a frame when asked to, and returns their bytes. */
    byte[] write(Path file, String ending, StoredFrame frame) throws IOException {
        byte[] bytes = frame.bytes();
        if (folder.isPresent()) {
            Path target = target(folder.get(), file, ending);
            Path parent = target.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(target, bytes);
        }
        return bytes;
    }

    static Path target(Path folder, Path file, String ending) {
        Path below = folder;
        for (Path step : file.normalize()) {
            if (!step.toString().equals("..")) {
                below = below.resolve(step.toString());
            }
        }
        return below.resolveSibling(below.getFileName() + "." + ending);
    }
}
