// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.blob.Hashing;
import org.wardlight.sync.catalog.SqliteStore;
import org.wardlight.sync.dimse.scu.StoreScu;

/**
 * A receiver is killed at random moments of a push: what it acknowledged is there and whole, nothing in part. {@code
 * -Dwardlight.kills=100} kills oftener.
 */
class KilledReceiverOfStoreTest {
    private static final int KILLS = Integer.getInteger("wardlight.kills", 3);
    private static final int OBJECTS = 300;

    @TempDir
    private Path folder;

    @Test
    @Timeout(3600)
    void what_was_acknowledged_before_a_kill_is_there_and_whole() throws Exception {
        Random random = new Random(5);
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(killedAfter(
                    random.nextInt(500), Fixtures.ct().slices(OBJECTS).seed("kill" + kill)));
        }
        assertThat(acknowledged).isNotEmpty();
        try (SqliteStore store = SqliteStore.open(folder.resolve("wardlight.db"), Clock.systemUTC())) {
            assertThat(store.faults(true)).isEmpty();
            Blobs blobs = new DirectoryBlobs(folder.resolve("blobs"));
            for (String uid : acknowledged) {
                var instance = store.catalog().instance(uid).orElseThrow().instance();
                try (ByteSource source = blobs.open(instance.blob())) {
                    assertThat(Hashing.of(source)).isEqualTo(instance.blob());
                    assertThat(source.size()).isEqualTo(instance.bytes());
                }
            }
        }
    }

    private Set<String> killedAfter(int millis, Fixtures study) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessReceiver.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Peer peer = Peer.parse(TestNode.TITLE + "@127.0.0.1:" + lines.readLine());
            Thread pushing = new Thread(() -> push(peer, study, acknowledged));
            pushing.start();
            for (int i = 0; acknowledged.isEmpty() && i < 1000; i++) {
                Thread.sleep(10);
            }
            Thread.sleep(millis);
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            pushing.join(30_000);
        }
        return acknowledged;
    }

    private static void push(Peer peer, Fixtures study, Set<String> acknowledged) {
        try {
            new StoreScu(TestNode.requestor("SCU")).send(peer, OwnToOwnTest.outgoing(study, OBJECTS), sent -> {
                if (sent.arrived()) {
                    acknowledged.add(sent.sopInstance());
                }
            });
        } catch (IOException killed) {
            // what was not acknowledged does not count
        }
    }
}
