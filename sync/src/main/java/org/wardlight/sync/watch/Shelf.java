// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where files go that were dealt with, below the watched folder:
 *
 *     done/ward3/im1.dcm            taken
 *     rejected/ward3/notes.txt      not taken,
 *     rejected/ward3/notes.txt.why  and the reason in words
 *
 * A file of that name is never overwritten: the next is called {@code im1.dcm-2}.
 */
final class Shelf {
    static final String DONE = "done";
    static final String REJECTED = "rejected";
    private static final int MOST_NAMESAKES = 100_000;

    private final Path root;

    Shelf(Path root) {
        this.root = root;
    }

    /** Whether something at the root of the watched folder is ours. */
    static boolean isOwn(Path root, Path folder) {
        return folder.equals(root.resolve(DONE)) || folder.equals(root.resolve(REJECTED));
    }

    void done(Path file) throws IOException {
        move(file, DONE);
    }

    void rejected(Path file, String reason) throws IOException {
        Path there = move(file, REJECTED);
        Files.write(
                there.resolveSibling(there.getFileName() + ".why"), (reason + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Path move(Path file, String shelf) throws IOException {
        Path wanted = root.resolve(shelf).resolve(root.relativize(file));
        Files.createDirectories(wanted.getParent());
        for (int namesake = 1; namesake < MOST_NAMESAKES; namesake++) {
            Path target = namesake == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + namesake);
            try {
                return Files.move(file, target);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
        throw new FileAlreadyExistsException(shelf);
    }
}
