// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.sync.sqlite.SqliteFile;

class SqliteBlobsTest extends PartialBlobsContract {
    private final List<SqliteFile> files = new ArrayList<>();

    @Override
    Blobs open(Path folder) {
        SqliteFile file = SqliteFile.open(folder.resolve("wardlight.db"));
        files.add(file);
        return new SqliteBlobs(file);
    }

    @AfterEach
    void close() {
        files.forEach(SqliteFile::close);
    }

    @Override
    List<String> leftovers() {
        return files.get(0)
                .read(handle -> handle.createQuery(
                                "SELECT state || ' ' || id FROM blob WHERE state <> 'whole'"
                                        + " UNION ALL SELECT 'part ' || id FROM part WHERE id >> 24 NOT IN (SELECT id FROM blob)")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void opening_sweeps_what_an_ended_process_staged_and_keeps_what_a_running_one_has() throws IOException {
        files.get(0).write(handle -> {
            long id = SqliteParts.begin(handle, "1234567-1");
            return SqliteParts.append(handle, id, 0, new byte[SqliteBlobs.CHUNK * 2]);
        });
        byte[] bytes = bytes(SqliteBlobs.CHUNK + 1, 20);
        try (StagedBlob running = blobs.stage(new ByteArrayInputStream(bytes))) {
            assertThat(leftovers()).hasSize(2);
            open(folder);
            assertThat(leftovers()).hasSize(1);
            running.keep();
        }
        assertThat(leftovers()).isEmpty();
        assertThat(all(BlobHash.hashing(bytes))).isEqualTo(bytes);
    }

    @Test
    void what_one_connection_appended_the_next_process_goes_on_with() throws IOException {
        byte[] bytes = bytes(100, 21);
        BlobHash hash = BlobHash.hashing(bytes);
        ((PartialBlobs) blobs).append(hash, 0, java.util.Arrays.copyOf(bytes, 60));
        PartialBlobs other = (PartialBlobs) open(folder);
        assertThat(other.have(hash)).isEqualTo(60);
        other.append(hash, 60, java.util.Arrays.copyOfRange(bytes, 60, 100));
        other.complete(hash);
        assertThat(all(hash)).isEqualTo(bytes);
    }

    @Test
    void an_open_source_of_a_deleted_blob_fails_and_never_gives_other_bytes() throws IOException {
        BlobHash hash = blobs.put(new ByteArrayInputStream(bytes(200_000, 22)));
        try (ByteSource source = blobs.open(hash)) {
            blobs.delete(hash);
            blobs.put(new ByteArrayInputStream(bytes(200_000, 23)));
            assertThatThrownBy(() -> read(source, 0, 1000)).isInstanceOf(IOException.class);
        }
    }
}
