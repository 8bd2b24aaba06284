// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where {@link DirectoryBlobs} keeps what, and the one way in which a file becomes a blob. */
final class BlobFolders {
    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{64}");
    private final Path root;
    private final Path staging;
    private final Path partial;

    BlobFolders(Path root) {
        this.root = root;
        staging = root.resolve("staging");
        partial = root.resolve("partial");
    }

    /** Makes the folders, and removes staged files of processes that ended. */
    void create() throws IOException {
        Files.createDirectories(staging);
        Files.createDirectories(partial);
        List<Path> staged;
        try (Stream<Path> files = Files.list(staging)) {
            staged = files.toList();
        }
        for (Path file : staged) {
            String name = file.getFileName().toString();
            if (!Owner.isAlive(name.substring(0, Math.max(0, name.lastIndexOf('-'))))) {
                Files.deleteIfExists(file);
            }
        }
    }

    Path whole(BlobHash hash) {
        String hex = hash.hex();
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    Path partial(BlobHash hash) {
        return partial.resolve(hash.hex());
    }

    Path staging(String name) {
        return staging.resolve(name);
    }

    Stream<Path> allWhole() throws IOException {
        return Files.find(
                root,
                3,
                (file, attributes) -> attributes.isRegularFile()
                        && WHOLE.matcher(file.getFileName().toString()).matches()
                        && !file.startsWith(partial));
    }

    static BlobHash hash(Path file) {
        return new BlobHash(file.getFileName().toString());
    }

    /** Makes a file of this tree a blob: its bytes to the disk first, then its name, in one step. */
    void keep(Path file, BlobHash hash) throws IOException {
        Path target = whole(hash);
        if (Files.exists(target)) {
            Files.deleteIfExists(file);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(false); // the size, without which the bytes would not be there, goes along
        }
        Path folder = target.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
