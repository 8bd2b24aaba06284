// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.wardlight.sync.BlockInput;

/** How much of an archive may still be unpacked. What an entry says of its size is not believed while it is read. One thread. */
final class ZipBudget {
    private final ZipLimits limits;
    private long left;

    ZipBudget(ZipLimits limits) {
        this.limits = limits;
        this.left = limits.bytes();
    }

    /** Why an entry is not even opened; empty when it is. */
    String objection(ZipEntry entry) {
        if (entry.getSize() > most(entry)) {
            return "packed more than " + limits.ratio() + " times; such archives are made to fill disks";
        }
        return entry.getSize() > left
                ? "the archive holds more than " + (limits.bytes() >> 30) + " GiB; send it in parts"
                : "";
    }

    private long most(ZipEntry entry) {
        long packed = Math.max(0, entry.getCompressedSize());
        return Math.max(ZipLimits.SMALL, packed * limits.ratio());
    }

    /** The entry's bytes: breaks off beyond its limit, and at the end when they are not those that were packed. */
    InputStream guard(InputStream bytes, ZipEntry entry) {
        return new Guarded(new CheckedInputStream(bytes, new CRC32()), entry, Math.min(left, most(entry)));
    }

    private final class Guarded extends BlockInput {
        private final CheckedInputStream checked;
        private final ZipEntry entry;
        private final long most;
        private long count;

        Guarded(CheckedInputStream checked, ZipEntry entry, long most) {
            this.checked = checked;
            this.entry = entry;
            this.most = most;
        }

        @Override
        public void close() throws IOException {
            checked.close();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got = checked.read(target, offset, length);
            if (got < 0) {
                if (entry.getCrc() >= 0
                        && entry.getCrc() != checked.getChecksum().getValue()) {
                    throw new ZipException("the entry is damaged");
                }
                return got;
            }
            count += got;
            left -= got;
            if (count > most) {
                throw new ZipException("the entry is larger than it may be");
            }
            return got;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
