// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.MemoryByteSource;

/** Blobs in memory, for tests and for what need not be kept; a blob is at most 2 GiB. Thread-safe. */
public final class MemoryBlobs implements Blobs, PartialBlobs {
    private final Map<BlobHash, byte[]> whole = new ConcurrentHashMap<>();
    private final Map<BlobHash, byte[]> partial = new ConcurrentHashMap<>();

    @Override
    public StagedBlob stage(InputStream bytes) throws IOException {
        return new Staged(bytes.readAllBytes());
    }

    @Override
    public ByteSource open(BlobHash hash) throws IOException {
        byte[] bytes = whole.get(hash);
        if (bytes == null) {
            throw new BlobMissing(hash);
        }
        return new MemoryByteSource(bytes);
    }

    @Override
    public OptionalLong size(BlobHash hash) {
        byte[] bytes = whole.get(hash);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
    }

    @Override
    public void delete(BlobHash hash) {
        whole.remove(hash);
    }

    @Override
    public void forEach(BiConsumer<BlobHash, Long> action) {
        whole.forEach((hash, bytes) -> action.accept(hash, (long) bytes.length));
    }

    @Override
    public long have(BlobHash hash) {
        byte[] bytes = whole.get(hash);
        return bytes != null ? bytes.length : partial.getOrDefault(hash, new byte[0]).length;
    }

    @Override
    public void append(BlobHash hash, long offset, byte[] bytes) {
        PartialBlobs.requireNoGap(have(hash), offset);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(partial.getOrDefault(hash, new byte[0]));
        joined.writeBytes(bytes);
        partial.put(hash, joined.toByteArray());
    }

    @Override
    public void complete(BlobHash hash) throws IOException {
        byte[] bytes = partial.remove(hash);
        if (whole.containsKey(hash)) {
            return;
        }
        BlobHash actual = BlobHash.hashing(bytes == null ? new byte[0] : bytes);
        if (!actual.equals(hash)) {
            throw new IntegrityMismatch(hash, actual);
        }
        whole.put(hash, bytes == null ? new byte[0] : bytes);
    }

    @Override
    public void discard(BlobHash hash) {
        partial.remove(hash);
    }

    private final class Staged implements StagedBlob {
        private final byte[] bytes;
        private final BlobHash hash;

        Staged(byte[] bytes) {
            this.bytes = bytes;
            hash = BlobHash.hashing(bytes);
        }

        @Override
        public BlobHash hash() {
            return hash;
        }

        @Override
        public ByteSource source() {
            return new MemoryByteSource(bytes);
        }

        @Override
        public void keep() {
            whole.putIfAbsent(hash, bytes);
        }

        @Override
        public void close() {
            // memory goes by itself
        }
    }
}
