// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every store of blobs must do that also takes blobs in parts. */
abstract class PartialBlobsContract extends BlobsContract {
    private static final int PART = 64 << 10;

    private PartialBlobs partial() {
        return (PartialBlobs) blobs;
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    @Test
    void parts_of_any_length_make_a_blob() throws IOException {
        byte[] bytes = bytes(4 * PART + 100, 10);
        BlobHash hash = BlobHash.hashing(bytes);
        int[] borders = {0, 10, 20, PART, 2 * PART, 2 * PART + 1, 4 * PART + 1, bytes.length};
        for (int i = 1; i < borders.length; i++) {
            assertThat(partial().have(hash)).isEqualTo(borders[i - 1]);
            partial().append(hash, borders[i - 1], slice(bytes, borders[i - 1], borders[i]));
            assertThat(blobs.size(hash)).isEmpty();
        }
        assertThatThrownBy(() -> blobs.open(hash)).isInstanceOf(BlobMissing.class);
        assertThat(listed()).isEmpty();
        partial().complete(hash);
        assertThat(all(hash)).isEqualTo(bytes);
        assertThat(partial().have(hash)).isEqualTo(bytes.length);
    }

    @Test
    void a_gap_or_an_overlap_is_refused() throws IOException {
        byte[] bytes = bytes(100, 11);
        BlobHash hash = BlobHash.hashing(bytes);
        partial().append(hash, 0, slice(bytes, 0, 50));
        for (int offset : new int[] {0, 49, 51}) {
            assertThatThrownBy(() -> partial().append(hash, offset, new byte[] {1}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("50");
        }
        partial().append(hash, 50, slice(bytes, 50, 100));
        partial().complete(hash);
        assertThat(all(hash)).isEqualTo(bytes);
    }

    @Test
    void other_bytes_than_the_hash_says_are_dropped() throws IOException {
        byte[] bytes = bytes(PART, 12);
        BlobHash hash = BlobHash.hashing(bytes);
        partial().append(hash, 0, bytes(PART, 13));
        assertThatThrownBy(() -> partial().complete(hash)).isInstanceOf(IntegrityMismatch.class);
        assertThat(partial().have(hash)).isZero();
        assertThat(blobs.size(hash)).isEmpty();
        partial().append(hash, 0, bytes);
        partial().complete(hash);
        assertThat(all(hash)).isEqualTo(bytes);
    }

    @Test
    void completing_too_early_is_no_blob() throws IOException {
        BlobHash hash = BlobHash.hashing(bytes(10, 14));
        assertThatThrownBy(() -> partial().complete(hash)).isInstanceOf(IntegrityMismatch.class);
        assertThat(blobs.size(hash)).isEmpty();
    }

    @Test
    void the_blob_of_no_bytes_can_be_completed() throws IOException {
        BlobHash hash = BlobHash.hashing(new byte[0]);
        partial().complete(hash);
        assertThat(blobs.size(hash)).hasValue(0);
    }

    @Test
    void what_is_here_whole_needs_nothing_more() throws IOException {
        byte[] bytes = bytes(PART + 1, 15);
        BlobHash hash = BlobHash.hashing(bytes);
        partial().append(hash, 0, slice(bytes, 0, PART));
        blobs.put(new ByteArrayInputStream(bytes));
        assertThat(partial().have(hash)).isEqualTo(bytes.length);
        partial().complete(hash);
        partial().discard(hash);
        assertThat(all(hash)).isEqualTo(bytes);
    }

    @Test
    void a_discarded_part_begins_again() throws IOException {
        BlobHash hash = BlobHash.hashing(bytes(10, 16));
        partial().append(hash, 0, new byte[5]);
        partial().discard(hash);
        assertThat(partial().have(hash)).isZero();
        assertThat(leftovers()).isEmpty();
    }
}
