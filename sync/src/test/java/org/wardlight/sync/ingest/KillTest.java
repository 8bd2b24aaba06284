// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.blob.Hashing;
import org.wardlight.sync.catalog.BlobReference;
import org.wardlight.sync.catalog.SqliteStore;

/** Another process takes objects in without end, and is killed at random moments: what it reported as stored is there, and whole. */
class KillTest {
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    @Test
    @Timeout(240)
    void a_kill_at_any_moment_leaves_every_row_with_its_whole_blob_in_one_file() throws Exception {
        rounds("file");
    }

    @Test
    @Timeout(240)
    void a_kill_at_any_moment_leaves_every_row_with_its_whole_blob_in_a_folder() throws Exception {
        rounds("folder");
    }

    private void rounds(String kind) throws Exception {
        Random random = new Random(kind.hashCode());
        Set<String> reported = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            reported.addAll(killedAfter(20 + random.nextInt(400), kind, kill));
        }
        try (SqliteStore store = SqliteStore.open(folder.resolve("wardlight.db"), Clock.systemUTC())) {
            assertThat(store.faults(true)).isEmpty();
            Blobs blobs = kind.equals("file") ? store.blobs() : new DirectoryBlobs(folder.resolve("blobs"));
            List<BlobReference> references = new ArrayList<>();
            store.catalog().forEachReference(references::add);
            references.forEach(reference -> verify(blobs, reference));
            Set<String> there =
                    new HashSet<>(references.stream().map(BlobReference::what).toList());
            assertThat(there).isNotEmpty().containsAll(reported);
            assertThat(store.catalog().changes(0, Integer.MAX_VALUE)).hasSameSizeAs(references);
        }
    }

    /** Lets the process run a while after its first report, and answers all that it reported. */
    private List<String> killedAfter(int millis, String kind, int round) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessIngest.class.getName(),
                        folder.toString(),
                        kind,
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> reported = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            reported.add(lines.readLine());
            Thread.sleep(millis);
            process.toHandle().destroyForcibly(); // unlike that of Process, leaves what was printed to be read
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reported.add(line);
            }
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return reported.stream()
                .filter(line -> line != null && line.endsWith(";"))
                .map(line -> line.substring(0, line.length() - 1))
                .toList();
    }

    private static void verify(Blobs blobs, BlobReference reference) {
        try (ByteSource source = blobs.open(reference.blob())) {
            assertThat(source.size()).isEqualTo(reference.bytes());
            assertThat(Hashing.of(source)).isEqualTo(reference.blob());
        } catch (IOException e) {
            throw new UncheckedIOException(reference.what(), e);
        }
    }
}
