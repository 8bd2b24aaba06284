// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.account.MovableClock;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.Deletion;
import org.wardlight.sync.catalog.Place;
import org.wardlight.sync.catalog.SqliteCatalog;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.ingest.Outcome;
import org.wardlight.sync.sqlite.SqliteFile;

class WasteCollectorTest {
    private static final Fixtures CT = Fixtures.ct().rows(4).columns(4);

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private SqliteFile file;
    private DirectoryBlobs blobs;
    private Catalog catalog;
    private Ingester ingester;

    @BeforeEach
    void open() throws IOException {
        file = SqliteFile.open(folder.resolve("catalog.sqlite"));
        blobs = new DirectoryBlobs(folder.resolve("blobs"));
        catalog = new SqliteCatalog(file, clock);
        ingester = new Ingester(blobs, catalog, Limits.STANDARD);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private Outcome take() throws IOException {
        return ingester.ingest(IngestItem.stream("it", new ByteArrayInputStream(CT.bytes(0))));
    }

    private int collect() throws IOException {
        try (WasteCollector collector = new WasteCollector(catalog, blobs, clock)) {
            return collector.collect();
        }
    }

    @Test
    void bytes_of_a_deleted_study_stay_for_a_day_and_then_go() throws IOException {
        take();
        BlobHash blob = BlobHash.hashing(CT.bytes(0));
        catalog.amendments().delete(Place.study(CT.studyUid()), "Amy", "", Deletion.Again.REFUSE);
        assertThat(collect()).isZero();
        assertThat(blobs.size(blob)).isPresent();
        clock.pass(WasteCollector.KEPT.plus(Duration.ofMinutes(1)));
        assertThat(collect()).isEqualTo(1);
        assertThat(blobs.size(blob)).isEmpty();
    }

    @Test
    void what_is_sent_again_after_its_deletion_is_turned_away_and_leaves_no_bytes() throws IOException {
        take();
        catalog.amendments().delete(Place.study(CT.studyUid()), "Amy", "", Deletion.Again.REFUSE);
        clock.pass(WasteCollector.KEPT.plus(Duration.ofMinutes(1)));
        collect();
        Outcome again = take();
        assertThat(again.kind()).isEqualTo(Outcome.Kind.REJECTED);
        assertThat(again.reason()).contains("deleted here");
        clock.pass(WasteCollector.KEPT.plus(Duration.ofMinutes(1)));
        assertThat(collect()).isEqualTo(1);
        assertThat(blobs.size(BlobHash.hashing(CT.bytes(0)))).isEmpty();
    }

    @Test
    void bytes_that_were_taken_in_again_are_never_collected() throws IOException {
        take();
        catalog.amendments().delete(Place.study(CT.studyUid()), "Amy", "", Deletion.Again.TAKE);
        clock.pass(WasteCollector.KEPT.plus(Duration.ofMinutes(1)));
        assertThat(take().kind()).isEqualTo(Outcome.Kind.ADDED);
        assertThat(collect()).isZero();
        assertThat(blobs.size(BlobHash.hashing(CT.bytes(0)))).isPresent();
    }
}
