// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.ByteSource;

/** What every store of blobs must do. */
abstract class BlobsContract {
    private static final int PART = 64 << 10;

    @TempDir
    Path folder;

    Blobs blobs = new MemoryBlobs();

    abstract Blobs open(Path folder) throws IOException;

    @BeforeEach
    void open() throws IOException {
        blobs = open(folder);
    }

    static byte[] bytes(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static byte[] read(ByteSource source, long from, int length) throws IOException {
        byte[] target = new byte[length];
        source.read(from, target, 0, length);
        return target;
    }

    byte[] all(BlobHash hash) throws IOException {
        try (ByteSource source = blobs.open(hash)) {
            return read(source, 0, (int) source.size());
        }
    }

    Map<BlobHash, Long> listed() throws IOException {
        Map<BlobHash, Long> listed = new HashMap<>();
        blobs.forEach(listed::put);
        return listed;
    }

    @Test
    void bytes_come_back_under_their_hash_whatever_their_length() throws IOException {
        for (int length : new int[] {0, 1, PART - 1, PART, PART + 1, 3 * PART, 70 * PART + 17}) {
            byte[] bytes = bytes(length, length);
            BlobHash hash = blobs.put(new ByteArrayInputStream(bytes));
            assertThat(hash).isEqualTo(BlobHash.hashing(bytes));
            assertThat(blobs.size(hash)).hasValue(length);
            assertThat(all(hash)).isEqualTo(bytes);
        }
        assertThat(listed()).hasSize(7);
    }

    @Test
    void a_range_across_the_borders_of_parts_is_read() throws IOException {
        byte[] bytes = bytes(5 * PART + 9, 1);
        BlobHash hash = blobs.put(new ByteArrayInputStream(bytes));
        try (ByteSource source = blobs.open(hash)) {
            byte[] target = new byte[3 * PART + 2];
            source.read(PART - 1, target, 1, 3 * PART + 1);
            assertThat(target[0]).isZero();
            for (int i = 0; i < 3 * PART + 1; i++) {
                assertThat(target[i + 1]).isEqualTo(bytes[PART - 1 + i]);
            }
            assertThat(read(source, 5 * PART + 9, 0)).isEmpty();
        }
    }

    @Test
    void a_range_past_the_end_is_refused() throws IOException {
        BlobHash hash = blobs.put(new ByteArrayInputStream(bytes(PART + 5, 2)));
        try (ByteSource source = blobs.open(hash)) {
            assertThatThrownBy(() -> read(source, PART, 6)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> read(source, Long.MAX_VALUE, 1)).isInstanceOf(EOFException.class);
            assertThat(read(source, PART, 5)).hasSize(5);
        }
    }

    @Test
    void what_is_not_there_says_so() throws IOException {
        BlobHash hash = BlobHash.hashing(new byte[] {1});
        assertThat(blobs.size(hash)).isEmpty();
        assertThatThrownBy(() -> blobs.open(hash)).isInstanceOf(BlobMissing.class);
        blobs.delete(hash);
    }

    @Test
    void the_same_bytes_again_change_nothing() throws IOException {
        byte[] bytes = bytes(2 * PART, 3);
        BlobHash hash = blobs.put(new ByteArrayInputStream(bytes));
        assertThat(blobs.put(new ByteArrayInputStream(bytes))).isEqualTo(hash);
        assertThat(listed()).containsExactly(Map.entry(hash, 2L * PART));
    }

    @Test
    void a_deleted_blob_is_gone_and_may_come_again() throws IOException {
        byte[] bytes = bytes(66 * PART, 4);
        BlobHash hash = blobs.put(new ByteArrayInputStream(bytes));
        blobs.delete(hash);
        assertThat(blobs.size(hash)).isEmpty();
        assertThat(listed()).isEmpty();
        blobs.put(new ByteArrayInputStream(bytes));
        assertThat(all(hash)).isEqualTo(bytes);
    }

    @Test
    void a_stream_that_breaks_leaves_nothing() throws IOException {
        for (int length : new int[] {PART / 2, 80 * PART}) {
            InputStream broken = new BrokenStream(bytes(length, 5));
            assertThatThrownBy(() -> blobs.put(broken))
                    .isInstanceOf(IOException.class)
                    .hasMessage("broken");
        }
        assertThat(listed()).isEmpty();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void staged_bytes_can_be_read_but_are_no_blob_until_kept() throws IOException {
        for (int length : new int[] {100, 70 * PART}) {
            byte[] bytes = bytes(length, 6);
            try (StagedBlob staged = blobs.stage(new ByteArrayInputStream(bytes))) {
                assertThat(read(staged.source(), 0, length)).isEqualTo(bytes);
                assertThat(blobs.size(staged.hash())).isEmpty();
            }
            assertThat(blobs.size(BlobHash.hashing(bytes))).isEmpty();
            try (StagedBlob staged = blobs.stage(new ByteArrayInputStream(bytes))) {
                staged.keep();
            }
            assertThat(all(BlobHash.hashing(bytes))).isEqualTo(bytes);
        }
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void many_threads_may_put_the_same_bytes_at_once() throws Exception {
        byte[] bytes = bytes(65 * PART + 1, 7);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<BlobHash>> puts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                puts.add(() -> blobs.put(new ByteArrayInputStream(bytes)));
            }
            for (Future<BlobHash> put : pool.invokeAll(puts)) {
                assertThat(put.get()).isEqualTo(BlobHash.hashing(bytes));
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(all(BlobHash.hashing(bytes))).isEqualTo(bytes);
        assertThat(listed()).hasSize(1);
        assertThat(leftovers()).isEmpty();
    }

    /** Whatever is left of blobs that are not whole; by names that mean something to the reader of a failure. */
    List<String> leftovers() throws IOException {
        return List.of();
    }

    /** Gives its bytes, then fails as a lost connection does. */
    private static final class BrokenStream extends InputStream {
        private final InputStream bytes;

        BrokenStream(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            int next = bytes.read();
            if (next < 0) {
                throw new IOException("broken");
            }
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = bytes.read(target, offset, length);
            if (count < 0) {
                throw new IOException("broken");
            }
            return count;
        }
    }
}
