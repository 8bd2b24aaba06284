// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.catalog.SqliteStore;
import org.wardlight.sync.dimse.scp.DimseConfig;
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.dimse.scp.DimseServices;
import org.wardlight.sync.dimse.scp.IngesterIntake;
import org.wardlight.sync.ingest.Ingester;

/** The process that {@link KilledReceiverOfStoreTest} kills: takes what is pushed, prints its port. Ends by itself after a while. */
final class EndlessReceiver {
    private EndlessReceiver() {}

    /** @param arguments folder of the store */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        try (SqliteStore store = SqliteStore.open(folder.resolve("wardlight.db"), Clock.systemUTC())) {
            Ingester ingester =
                    new Ingester(new DirectoryBlobs(folder.resolve("blobs")), store.catalog(), Limits.STANDARD);
            DimseConfig config =
                    DimseConfig.loopback(0, TestNode.TITLE, List::of).withPromiscuous(true);
            try (DimseServer server =
                    DimseServer.start(config, DimseServices.receiving(new IngesterIntake(ingester)))) {
                System.out.println(server.port());
                System.out.flush();
                TimeUnit.SECONDS.sleep(60);
            }
        }
    }
}
