// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.catalog.SqliteStore;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.scp.DimseConfig;
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.dimse.scp.DimseServices;
import org.wardlight.sync.dimse.scp.IngesterIntake;
import org.wardlight.sync.dimse.scu.Outgoing;
import org.wardlight.sync.dimse.scu.SendReport;
import org.wardlight.sync.dimse.scu.Sent;
import org.wardlight.sync.dimse.scu.StoreScu;
import org.wardlight.sync.ingest.Ingester;

/** A disk that is really full: a small file system in memory, which only an administrator can mount; skipped for others. */
class FullDiskTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final Fixtures SMALL = Fixtures.ct().slices(3);
    /** Of the same study: 18 MB, where 8 MB are. */
    private static final Fixtures LARGE = Fixtures.ct().slices(4).rows(3_000).columns(3_000);

    @TempDir
    Path folder;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.toString());
        assumeTrue(mounted, "a small file system can be mounted only by an administrator");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", folder.toString());
        }
    }

    private static boolean run(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (java.io.IOException noSuchProgram) {
            return false;
        }
    }

    private static Outgoing object(Fixtures of, int index) {
        return new Outgoing(
                CT, of.instanceUid(index), "1.2.840.10008.1.2.1", () -> new MemoryByteSource(of.bytes(index)));
    }

    @Test
    void the_object_that_does_not_fit_fails_alone_and_is_kept_when_there_is_space() throws Exception {
        assertThat(LARGE.studyUid()).isEqualTo(SMALL.studyUid());
        List<Outgoing> objects = List.of(object(SMALL, 0), object(LARGE, 3), object(SMALL, 1), object(SMALL, 2));
        try (SqliteStore store = SqliteStore.open(folder.resolve("catalog.sqlite"), Clock.systemUTC())) {
            Blobs blobs = new DirectoryBlobs(folder.resolve("blobs"));
            Ingester ingester = new Ingester(blobs, store.catalog(), Limits.STANDARD);
            DimseConfig config =
                    DimseConfig.loopback(0, TestNode.TITLE, List::of).withPromiscuous(true);
            try (DimseServer server =
                    DimseServer.start(config, DimseServices.receiving(new IngesterIntake(ingester)))) {
                Peer peer = Peer.parse(TestNode.TITLE + "@127.0.0.1:" + server.port());
                StoreScu scu = new StoreScu(TestNode.requestor("SCU"));
                SendReport full = scu.send(peer, objects, sent -> {});
                assertThat(full.objects())
                        .extracting(Sent::status)
                        .containsExactly(Status.SUCCESS, Status.OUT_OF_RESOURCES, Status.SUCCESS, Status.SUCCESS);
                assertThat(instances(store)).isEqualTo(3);
                assertThat(store.faults(true)).isEmpty();
                assertThat(folder.resolve("blobs/staging")).isEmptyDirectory();

                assertThat(run("mount", "-o", "remount,size=64m", folder.toString()))
                        .isTrue();
                assertThat(scu.send(peer, objects, sent -> {}).allArrived()).isTrue();
                assertThat(instances(store)).isEqualTo(4);
                for (Outgoing object : objects) {
                    var kept = store.catalog()
                            .instance(object.sopInstance())
                            .orElseThrow()
                            .instance();
                    try (ByteSource source = blobs.open(kept.blob())) {
                        assertThat(source.size()).isEqualTo(kept.bytes());
                    }
                }
            }
        }
    }

    private static int instances(SqliteStore store) {
        return store.catalog().study(SMALL.studyUid()).orElseThrow().summary().instances();
    }
}
