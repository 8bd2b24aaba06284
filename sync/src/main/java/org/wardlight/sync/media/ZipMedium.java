// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.media;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive that is written as it goes; ZIP64 where it grows beyond 4 GiB or 65,535 files. Close it: it ends with its table. */
public final class ZipMedium implements Medium, AutoCloseable {
    private final ZipOutputStream zip;

    public ZipMedium(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // Most of what matters is compressed already; the rest should not make a reader wait for the processor.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    @Override
    public void file(String path, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        content.writeTo(new Unclosed(zip));
        zip.closeEntry();
    }

    /** Writes the table; does not close what it was written to. */
    @Override
    public void close() throws IOException {
        zip.finish();
        zip.flush();
    }

    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {
            // The next file goes to the same stream.
        }
    }
}
