// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.wardlight.rendering.RenderingException.Unsupported;

/**
 * A native library out of the class path, as a file for as long as it takes to load it. Each process has a folder of its own that
 * only its user may enter, so that two that start at once do not meet. The file is deleted as soon as it is loaded; Windows keeps
 * hold of a loaded library, so there the next start clears what is left.
 */
final class NativeFile {
    private static final String PREFIX = "wardlight-native-";
    /** Longer than any process takes from unpacking to loading. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private NativeFile() {}

    /**
     * Unpacks and loads.
     *
     * @throws Unsupported when the class path has no such resource
     * @throws IOException when it cannot be unpacked
     */
    static <T> T load(String resource, Path temporary, Function<Path, T> loader) throws IOException {
        clear(temporary);
        Path folder = Files.createTempDirectory(temporary, PREFIX);
        Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream library = NativeFile.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new Unsupported("JPEG 2000: this program holds no decoder for this kind of machine");
            }
            Files.copy(library, file);
            return loader.apply(file.toAbsolutePath());
        } finally {
            remove(folder);
        }
    }

    private static void clear(Path temporary) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : left) {
                if (Files.getLastModifiedTime(folder)
                        .toInstant()
                        .isBefore(Instant.now().minus(SETTLED))) {
                    remove(folder);
                }
            }
        }
    }

    /** What is in use, or another user's, stays. */
    private static void remove(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException stays) {
            folder.toFile().deleteOnExit();
        }
    }
}
