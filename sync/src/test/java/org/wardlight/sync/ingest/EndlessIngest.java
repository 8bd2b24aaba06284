// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.catalog.SqliteStore;

/** The process that {@link KillTest} kills: prints the UID of each object once it is stored. Ends by itself after a while. */
final class EndlessIngest {
    private static final int ENOUGH = 20_000;

    private EndlessIngest() {}

    /** @param arguments folder, {@code file} or {@code folder} for where blobs go, number of the round */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (SqliteStore store = SqliteStore.open(folder.resolve("wardlight.db"), Clock.systemUTC())) {
            Blobs blobs = arguments[1].equals("file") ? store.blobs() : new DirectoryBlobs(folder.resolve("blobs"));
            Ingester ingester = new Ingester(blobs, store.catalog(), Limits.STANDARD);
            IngestSource endless = sink -> {
                for (int i = 0; i < ENOUGH; i++) {
                    sink.accept(object(arguments[2] + "-" + i));
                }
            };
            ingester.ingest(
                    endless,
                    outcomes -> outcomes.forEach(outcome -> out.println(
                            Objects.requireNonNull(outcome.object()).instance().instance() + ";")));
        }
    }

    /** Some of a few kilobytes, some of several parts, some of more than one transaction. */
    private static IngestItem object(String seed) {
        int rows = seed.endsWith("7") ? 1700 : seed.endsWith("3") ? 300 : 30;
        byte[] bytes = Fixtures.ct().seed(seed).rows(rows).columns(rows).bytes(0);
        return IngestItem.stream(seed, new ByteArrayInputStream(bytes));
    }
}
