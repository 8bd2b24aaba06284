// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.sync.sqlite.SqliteFile;

/** Ranged reads of a blob in parts. Keeps the part it read last, since a header is read in many small ranges. Thread-safe. */
final class PartsSource implements ByteSource {
    private final SqliteFile file;
    private final long id;
    private final long size;
    private volatile @Nullable Part latest;

    private record Part(long number, byte[] bytes) {}

    PartsSource(SqliteFile file, long id, long size) {
        this.file = file;
        this.id = id;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        Ranges.check(position, length, size);
        int done = 0;
        while (done < length) {
            long at = position + done;
            byte[] part = part(at / SqliteParts.PART);
            int from = (int) (at % SqliteParts.PART);
            int count = Math.min(length - done, part.length - from);
            if (count <= 0) {
                throw new IOException("a part of a blob is shorter than it must be: run doctor");
            }
            System.arraycopy(part, from, target, offset + done, count);
            done += count;
        }
    }

    private byte[] part(long number) throws IOException {
        Part kept = latest;
        if (kept != null && kept.number() == number) {
            return kept.bytes();
        }
        byte[] bytes = SqliteBlobs.guarded(() -> file.read(handle -> SqliteParts.part(handle, id, number)))
                .orElseThrow(() -> new IOException("a blob was removed while it was read"));
        latest = new Part(number, bytes);
        return bytes;
    }

    @Override
    public void close() {
        latest = null;
    }
}
