// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.sqlite.StoreFailure;

class SqliteCatalogTest extends SearchContract {
    private final List<SqliteStore> stores = new ArrayList<>();

    @Override
    Catalog open(Path folder, Clock clock) {
        return store(clock).catalog();
    }

    private SqliteStore store(Clock clock) {
        SqliteStore store = SqliteStore.open(folder.resolve("wardlight.db"), clock);
        stores.add(store);
        return store;
    }

    @AfterEach
    void close() {
        stores.forEach(SqliteStore::close);
    }

    @Test
    void catalog_and_blobs_share_a_file_that_is_sound_and_is_there_after_a_restart() throws IOException {
        catalog.store(Rows.ct().row());
        BlobHash hash = stores.get(0).blobs().put(new ByteArrayInputStream(new byte[100_000]));
        assertThat(stores.get(0).faults(true)).isEmpty();
        stores.get(0).close();
        SqliteStore again = store(Clock.systemUTC());
        assertThat(again.catalog().study("1.2.3")).isPresent();
        assertThat(again.blobs().size(hash)).hasValue(100_000);
        assertThat(again.faults(false)).isEmpty();
    }

    @Test
    void what_is_remembered_of_an_object_is_never_older_than_the_file() {
        Catalog other = store(Clock.systemUTC()).catalog();
        String uid = Rows.ct().row().instance().instance();
        assertThat(catalog.instance(uid)).isEmpty();
        catalog.store(Rows.ct().row());
        assertThat(catalog.instance(uid)).isPresent().isEqualTo(other.instance(uid));
        other.remove("1.2.3");
        assertThat(catalog.instance(uid)).isEmpty();
        other.store(Rows.ct().row());
        assertThat(catalog.instance(uid)).isPresent();
        catalog.remove("1.2.3");
        assertThat(catalog.instance(uid)).isEmpty();
        assertThat(other.instance(uid)).isEmpty();
    }

    @Test
    void what_one_connection_stores_another_sees_at_once() {
        Catalog other = store(Clock.systemUTC()).catalog();
        catalog.store(Rows.ct().row());
        assertThat(other.store(Rows.ct().row())).isEqualTo(Stored.DUPLICATE);
        other.store(Rows.ct().instance("1.2.3.1.2", 2).row());
        assertThat(study("1.2.3").summary().instances()).isEqualTo(2);
    }

    @Test
    void all_of_a_batch_is_stored_or_nothing() {
        Catalog failing = store(new FailingClock(2)).catalog();
        List<NewInstance> batch = List.of(
                Rows.ct().row(),
                Rows.ct().instance("1.2.3.1.2", 2).row(),
                Rows.ct().instance("1.2.3.1.3", 3).row());
        assertThatThrownBy(() -> failing.storeAll(batch)).hasMessage("no more");
        assertThat(catalog.study("1.2.3")).isEmpty();
        assertThat(catalog.changes(0, 10)).isEmpty();
        assertThat(catalog.search(StudyQuery.text("zztest", 10)).items()).isEmpty();
    }

    /** Breaks a transaction half-way. */
    private static final class FailingClock extends Clock {
        private int left;

        FailingClock(int left) {
            this.left = left;
        }

        @Override
        public Instant instant() {
            if (left-- == 0) {
                throw new IllegalStateException("no more");
            }
            return NOW;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void a_file_that_is_no_store_is_named_and_left_alone() throws IOException {
        Path file = folder.resolve("other.db");
        byte[] text = "this is a letter and no database at all, though its name says so"
                .repeat(100)
                .getBytes();
        Files.write(file, text);
        assertThatThrownBy(() -> SqliteStore.open(file, Clock.systemUTC()))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("other.db")
                .hasMessageContaining("no SQLite file");
        assertThat(file).hasBinaryContent(text);
    }
}
