// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.BlobMissing;
import org.wardlight.sync.blob.Blobs;

/** Blobs on the heap, for the wire-format tests. */
final class HeapBlobs implements Blobs {
    private final Map<BlobHash, byte[]> blobs = new ConcurrentHashMap<>();

    static BlobHash hash(byte[] bytes) {
        try {
            return new BlobHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public BlobHash put(InputStream bytes) throws IOException {
        return put(bytes.readAllBytes());
    }

    BlobHash put(byte[] bytes) {
        BlobHash hash = hash(bytes);
        blobs.put(hash, bytes);
        return hash;
    }

    @Override
    public ByteSource open(BlobHash hash) throws IOException {
        byte[] bytes = blobs.get(hash);
        if (bytes == null) {
            throw new BlobMissing(hash);
        }
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void read(long position, byte[] target, int offset, int length) throws IOException {
                if (position + length > bytes.length) {
                    throw new EOFException();
                }
                System.arraycopy(bytes, (int) position, target, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public OptionalLong size(BlobHash hash) {
        byte[] bytes = blobs.get(hash);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
    }

    @Override
    public void delete(BlobHash hash) {
        blobs.remove(hash);
    }
}
