// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The files below some paths, each path's in the order of their names. Links to folders are not followed, so that there are no circles.
 *
 * @param files in the order in which to read them
 * @param unreadable files and folders that the operating system would not open or that are neither
 */
record FileWalk(List<Path> files, List<Path> unreadable) {
    static FileWalk of(List<Path> roots) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> unreadable = new ArrayList<>();
        for (Path root : roots) {
            if (!Files.exists(root)) {
                throw new NoSuchFileException(root.toString());
            }
            List<Path> found = new ArrayList<>();
            Files.walkFileTree(root, new Collector(found, unreadable));
            Collections.sort(found);
            files.addAll(found);
        }
        return new FileWalk(files, unreadable);
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final List<Path> files;
        private final List<Path> unreadable;

        Collector(List<Path> files, List<Path> unreadable) {
            this.files = files;
            this.unreadable = unreadable;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            (Files.isRegularFile(file) ? files : unreadable).add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unreadable.add(file);
            return FileVisitResult.CONTINUE;
        }
    }
}
