// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.FileByteSource;

/** A staged blob of {@link DirectoryBlobs}: a file in the same tree, so that keeping it is a rename. */
final class StagedFile implements StagedBlob {
    private final BlobFolders folders;
    private final Path file;
    private final BlobHash hash;
    private @Nullable ByteSource source;

    StagedFile(BlobFolders folders, Path file, BlobHash hash) {
        this.folders = folders;
        this.file = file;
        this.hash = hash;
    }

    @Override
    public BlobHash hash() {
        return hash;
    }

    @Override
    public ByteSource source() throws IOException {
        if (source == null) {
            source = FileByteSource.open(file);
        }
        return source;
    }

    @Override
    public void keep() throws IOException {
        closeSource();
        if (Files.exists(file)) {
            folders.keep(file, hash);
        }
    }

    @Override
    public void close() throws IOException {
        closeSource();
        Files.deleteIfExists(file);
    }

    private void closeSource() throws IOException {
        if (source != null) {
            source.close();
            source = null;
        }
    }
}
