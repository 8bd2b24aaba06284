// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.sync.TestStudy;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.catalog.SqliteStore;
import org.wardlight.sync.ingest.Ingester;

class KilledReceiverTest {
    private static final int KILLS = 3;

    @Test
    void a_copy_that_is_killed_again_and_again_ends_complete_and_verified(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("laptop.db");
        Random random = new Random(7);
        try (TestSite site = new TestSite();
                BadLink link =
                        new BadLink(site.address(), new BadLink.Faults(Duration.ZERO, 600_000, 0, Duration.ZERO))) {
            TestStudy.ct(site.blobs, site.catalog, 60, 160);
            site.manifests.of(TestStudy.STUDY, Purpose.ORIGINAL);
            long have = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                Process child = child(link.base(), file);
                awaitPassed(link, link.passed() + 100_000 + random.nextInt(250_000), child);
                child.destroyForcibly().waitFor();
                have = assertHonest(file, have, site);
            }
            assertThat(have).isPositive();
            assertThat(child(site.base(), file).waitFor()).isZero();
            assertWhole(file, site);
        }
    }

    private static void awaitPassed(BadLink link, long bytes, Process child) throws InterruptedException {
        for (int i = 0; i < 1500 && link.passed() < bytes && child.isAlive(); i++) {
            Thread.sleep(10);
        }
    }

    /** Nothing is lost that was whole, and nothing is called complete that is not. */
    private static long assertHonest(Path file, long before, TestSite site) throws IOException {
        try (SqliteStore store = SqliteStore.open(file, Clock.systemUTC())) {
            long have = 0;
            Manifest manifest =
                    site.manifests.of(TestStudy.STUDY, Purpose.ORIGINAL).orElseThrow();
            for (Manifest.Entry entry : manifest.blobs()) {
                if (store.blobs().size(entry.blob()).isPresent()) {
                    have++;
                    assertThat(hash(store, entry.blob())).isEqualTo(entry.blob());
                }
            }
            assertThat(have).isGreaterThanOrEqualTo(before);
            boolean complete = store.catalog()
                    .pin(TestStudy.STUDY)
                    .filter(pin -> pin.state() == Pin.State.COMPLETE)
                    .isPresent();
            assertThat(complete && have < manifest.blobs().size()).isFalse();
            return have;
        }
    }

    private static void assertWhole(Path file, TestSite site) throws IOException {
        try (SqliteStore store = SqliteStore.open(file, Clock.systemUTC())) {
            Manifest manifest =
                    site.manifests.of(TestStudy.STUDY, Purpose.ORIGINAL).orElseThrow();
            for (Manifest.Entry entry : manifest.blobs()) {
                assertThat(hash(store, entry.blob())).isEqualTo(entry.blob());
            }
            assertThat(store.catalog().pin(TestStudy.STUDY).orElseThrow().state())
                    .isEqualTo(Pin.State.COMPLETE);
            assertThat(store.catalog()
                            .study(TestStudy.STUDY)
                            .orElseThrow()
                            .series()
                            .get(0)
                            .instances())
                    .hasSize(60);
            assertThat(store.faults(true)).isEmpty();
        }
    }

    private static BlobHash hash(SqliteStore store, BlobHash blob) throws IOException {
        try (ByteSource source = store.blobs().open(blob)) {
            byte[] bytes = new byte[(int) source.size()];
            source.read(0, bytes, 0, bytes.length);
            return BlobHash.hashing(bytes);
        }
    }

    private static Process child(URI base, Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        base.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        file.resolveSibling("child.log").toFile()))
                .start();
    }

    /** A laptop node that fetches one study and ends. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            try (SqliteStore store = SqliteStore.open(Path.of(arguments[1]), Clock.systemUTC())) {
                Ingester ingester = new Ingester(store.blobs(), store.catalog(), Limits.STANDARD);
                new Receiver(
                                SiteClient.of(URI.create(arguments[0])),
                                new Receiver.Local(store.blobs(), store.blobs(), store.catalog(), ingester::catalogue),
                                Receiver.Settings.STANDARD,
                                Pace.real(new Random()))
                        .fetch(TestStudy.STUDY, Purpose.ORIGINAL, pin -> {});
            }
        }
    }
}
