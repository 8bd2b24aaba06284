// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files that only their owner may look into: they hold patients. Where a system has no such permissions, its folders decide. */
public final class OwnerOnly {
    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private OwnerOnly() {}

    /** Makes a folder. One that is there stays as it is. */
    public static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (isPosix()) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOLDER)));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** Makes an empty file, for SQLite to fill. One that is there stays as it is. */
    public static void file(Path file) throws IOException {
        if (isPosix() && !Files.exists(file)) {
            try {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE)));
            } catch (FileAlreadyExistsException another) {
                // Another process was faster, with the same permissions.
            }
        }
    }

    /** Restricts an SQLite file that is there, with what SQLite keeps beside it. */
    public static void restrict(Path file) throws IOException {
        for (String ending : new String[] {"", "-wal", "-shm"}) {
            Path part = file.resolveSibling(file.getFileName() + ending);
            if (isPosix() && Files.exists(part)) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString(FILE));
            }
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
