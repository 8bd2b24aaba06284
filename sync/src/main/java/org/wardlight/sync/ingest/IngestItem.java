// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.sync.catalog.NewInstance;

/** Some bytes that may be a DICOM object, under the name that their sender knows them by. */
public interface IngestItem {
    /** Such as a path; used in reports to whoever sent it. */
    String name();

    /** The bytes from their start; read once, closed by the reader. */
    InputStream open() throws IOException;

    /**
     * The same bytes by range, when that is cheap, so that what is no DICOM object is turned away before it is copied. Closed by the
     * reader.
     */
    default Optional<ByteSource> seekable() throws IOException {
        return Optional.empty();
    }

    /**
     * Why its source does not stand behind what the object says of itself, in words; empty when it does. An object that is objected to
     * is not kept.
     */
    default String objection(NewInstance object) {
        return "";
    }

    /** Bytes that come once, as from the network. */
    static IngestItem stream(String name, InputStream bytes) {
        return new IngestItem() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return bytes;
            }
        };
    }

    /** A file. */
    static IngestItem file(String name, Path file) {
        return new IngestItem() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public Optional<ByteSource> seekable() throws IOException {
                return Optional.of(FileByteSource.open(file));
            }
        };
    }
}
