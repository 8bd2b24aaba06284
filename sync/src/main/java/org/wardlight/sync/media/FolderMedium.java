// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.media;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder, such as a stick or what a disc is burnt from. Overwrites nothing. */
public record FolderMedium(Path root) implements Medium {
    @Override
    public void file(String path, Content content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            content.writeTo(out);
        }
    }
}
