// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.scp.DimseConfig;
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.dimse.scp.DimseServices;
import org.wardlight.sync.dimse.scp.Expected;
import org.wardlight.sync.dimse.scp.IngesterIntake;
import org.wardlight.sync.dimse.scp.Intakes;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.Ingester;

/** A node in memory that listens on this machine. */
public final class TestNode implements AutoCloseable {
    public static final AeTitle TITLE = new AeTitle("WARDLIGHT");

    public final MemoryBlobs blobs = new MemoryBlobs();
    public final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());
    public final Ingester ingester = new Ingester(blobs, catalog, Limits.STANDARD);
    public final Expected expected = new Expected();
    public final List<Peer> peers = new ArrayList<>();
    public final DimseServer server;

    private TestNode(UnaryOperator<DimseConfig> config, UnaryOperator<Intakes> intakes) throws IOException {
        DimseConfig settings = config.apply(DimseConfig.loopback(0, TITLE, () -> List.copyOf(peers))
                .withTimeouts(Timeouts.all(Duration.ofSeconds(20))));
        server = DimseServer.start(
                settings,
                DimseServices.all(
                        catalog,
                        blobs,
                        intakes.apply(new IngesterIntake(ingester)),
                        expected,
                        new Requestor(TITLE, settings.timeouts(), settings.tls()),
                        settings.peers(),
                        result -> {},
                        settings.witness()));
    }

    /** A node that knows the calling AE titles. */
    public static TestNode knowing(String... titles) throws IOException {
        return with(config -> config, intakes -> intakes, titles);
    }

    public static TestNode with(UnaryOperator<DimseConfig> config, UnaryOperator<Intakes> intakes, String... titles)
            throws IOException {
        TestNode node = new TestNode(config, intakes);
        for (String title : titles) {
            node.peers.add(Peer.parse(title + "@127.0.0.1:104"));
        }
        return node;
    }

    /** This node as others see it. */
    public Peer peer() {
        return Peer.parse(TITLE + "@127.0.0.1:" + server.port());
    }

    /** Puts an object in without the network. */
    public void put(String name, InputStream bytes) throws IOException {
        ingester.ingest(IngestItem.stream(name, bytes));
    }

    /** How many instances of a study are kept; the study must be there. */
    public int instances(String studyUid) {
        return catalog.study(studyUid).orElseThrow().summary().instances();
    }

    /** The port that this node listens at, as programs want it. */
    public String port() {
        return Integer.toString(server.port());
    }

    /** Somebody who asks. */
    public static Requestor requestor(String title) {
        return new Requestor(new AeTitle(title), Timeouts.all(Duration.ofSeconds(20)), Optional.empty());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
