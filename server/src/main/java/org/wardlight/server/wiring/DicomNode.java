// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import org.wardlight.server.http.peers.Neighbours;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.Timeouts;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.scp.DimseConfig;
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.dimse.scp.DimseServices;
import org.wardlight.sync.dimse.scp.Expected;
import org.wardlight.sync.dimse.scp.IngesterIntake;
import org.wardlight.sync.dimse.scp.StoreScp;
import org.wardlight.sync.dimse.scp.Witness;
import org.wardlight.sync.dimse.scu.FindScu;
import org.wardlight.sync.dimse.scu.PeerTest;
import org.wardlight.sync.dimse.scu.Puller;
import org.wardlight.sync.peer.KnownPeers;
import org.wardlight.sync.pull.PacsSearch;
import org.wardlight.sync.pull.PullWorker;
import org.wardlight.sync.pull.StudyPuller;
import org.wardlight.sync.pull.WebArchive;
import org.wardlight.sync.pull.WebPuller;

/**
 * What a node does on a DICOM network. Thread-safe.
 *
 * @param peers asked anew for each association
 * @param tls empty without key material
 * @param expected objects that a test of a peer waits for
 * @param port where this process answers; empty when it does not
 */
public record DicomNode(
        DicomConfig config,
        Node node,
        KnownPeers peers,
        Optional<SSLContext> tls,
        Expected expected,
        OptionalInt port) {
    /** @param environment holds the password of the key material */
    public static DicomNode of(DicomConfig config, Node node, Map<String, String> environment) throws IOException {
        Optional<SSLContext> tls = config.tls().isEmpty()
                ? Optional.empty()
                : Optional.of(TlsKeys.load(config.tls().get(), environment));
        KnownPeers peers = new KnownPeers(config.peers(), node.peerBook());
        return new DicomNode(config, node, peers, tls, new Expected(), OptionalInt.empty());
    }

    /** One that knows nobody from its settings and answers nobody. */
    public static DicomNode silent(Node node) {
        DicomConfig config =
                new DicomConfig(new AeTitle("WARDLIGHT"), "127.0.0.1", 0, List.of(), false, Optional.empty());
        KnownPeers peers = new KnownPeers(List.of(), node.peerBook());
        return new DicomNode(config, node, peers, Optional.empty(), new Expected(), OptionalInt.empty());
    }

    /** The same while its server runs. */
    public DicomNode answering(DimseServer server) {
        return new DicomNode(config, node, peers, tls, expected, OptionalInt.of(server.port()));
    }

    /** Tries what works with a peer; whether it can call back only while something answers here. */
    private PeerTest test() {
        return new PeerTest(requestor(), port.isPresent() ? Optional.of(expected::expect) : Optional.empty());
    }

    /** What works with a peer, by DICOM associations and, where it has that, by DICOMweb. */
    public List<PeerTest.Line> tested(Peer peer) {
        List<PeerTest.Line> lines = new ArrayList<>(test().run(peer));
        if (!peer.web().isEmpty()) {
            lines.add(web(peer));
        }
        return lines;
    }

    private static PeerTest.Line web(Peer peer) {
        try {
            archive().probe(peer.web());
            return new PeerTest.Line(PeerTest.Step.WEB, PeerTest.Outcome.OK, "its DICOMweb service answers searches");
        } catch (IOException failed) {
            return new PeerTest.Line(PeerTest.Step.WEB, PeerTest.Outcome.FAILED, PacsSearch.words(failed));
        }
    }

    /** What the pages about peers need. */
    public Neighbours neighbours() {
        return new Neighbours(
                new Neighbours.Own(config.title(), port, tls.isPresent(), config.promiscuous()),
                peers,
                this::tested,
                search(),
                node.pullJobs(),
                study -> node.catalog()
                        .study(study)
                        .map(record -> record.summary().instances())
                        .orElse(0));
    }

    /** Searches archives. */
    public PacsSearch search() {
        return new PacsSearch(new FindScu(requestor()), archive());
    }

    private static WebArchive archive() {
        return WebArchive.of(WebParts::first);
    }

    /** Fetches studies into the store, by C-MOVE only when something answers here. */
    public StudyPuller studyPuller() {
        return new StudyPuller(
                puller(port.isPresent()), new WebPuller(archive(), node.ingester(), new InCatalog(node.catalog())));
    }

    /** Begins to work on what waits to be fetched. */
    public PullWorker fetching(Clock clock) {
        return PullWorker.start(node.pullJobs(), peers, studyPuller(), clock);
    }

    /** Opens associations under our AE title. */
    public Requestor requestor() {
        return new Requestor(config.title(), Timeouts.STANDARD, tls);
    }

    /** Starts to answer all services. */
    public DimseServer listen() throws IOException {
        Witness witness = new DimseAudit(node.security().audit(), peers);
        DimseConfig settings = DimseConfig.loopback(config.port(), config.title(), peers)
                .listeningOn(config.host())
                .withPromiscuous(config.promiscuous())
                .witnessedBy(witness);
        return DimseServer.start(
                tls.map(keys -> settings.withTls(keys, true)).orElse(settings),
                DimseServices.all(
                        node.catalog(),
                        node.blobs(),
                        new IngesterIntake(node.ingester()),
                        expected,
                        requestor(),
                        peers,
                        node.commitments()::answered,
                        witness));
    }

    /** Fetches studies into the store; by C-MOVE too when somebody listens here. */
    public Puller puller(boolean listening) {
        StoreScp store = new StoreScp(new IngesterIntake(node.ingester()), expected);
        return new Puller(
                requestor(),
                store::handle,
                listening ? Optional.of(config.title()) : Optional.empty(),
                new InCatalog(node.catalog()));
    }

    private record InCatalog(Catalog catalog) implements Puller.Here {
        @Override
        public boolean has(String instance) {
            return catalog.instance(instance).isPresent();
        }

        @Override
        public void expects(String study, int objects) {
            catalog.expect(study, objects);
        }
    }
}
