// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.RenderingException.Unsupported;

class NativeFileTest {
    private static final String RESOURCE = "/org/wardlight/rendering/codec/NativeFile.class";

    @TempDir
    Path temporary;

    @Test
    void the_file_is_there_while_it_is_loaded_and_gone_after() throws IOException {
        long size = NativeFile.load(RESOURCE, temporary, NativeFileTest::size);
        assertThat(size).isPositive();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void nothing_is_left_when_loading_fails() {
        assertThatThrownBy(() -> NativeFile.load(RESOURCE, temporary, file -> {
                    throw new UnsatisfiedLinkError("wrong machine");
                }))
                .isInstanceOf(UnsatisfiedLinkError.class);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void a_machine_without_library_is_told_so() {
        assertThatThrownBy(() -> NativeFile.load("/absent.so", temporary, NativeFileTest::size))
                .isInstanceOf(Unsupported.class);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void only_its_user_may_enter_the_folder() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        String permissions = NativeFile.load(RESOURCE, temporary, file -> {
            try {
                return PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling("")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(permissions).isEqualTo("rwx------");
    }

    @Test
    void what_a_killed_process_left_is_cleared_and_what_another_unpacks_stays() throws IOException {
        Path old = Files.createDirectory(temporary.resolve("wardlight-native-old"));
        Files.writeString(old.resolve("library.so"), "left");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
        Path other = Files.createDirectory(temporary.resolve("wardlight-native-other"));
        Files.writeString(other.resolve("library.so"), "in use");
        NativeFile.load(RESOURCE, temporary, NativeFileTest::size);
        assertThat(temporary).isDirectoryNotContaining(path -> path.equals(old));
        assertThat(other.resolve("library.so")).exists();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
