// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.server.http.dicomweb.DicomWebRoutes;
import org.wardlight.server.http.peers.Neighbours;
import org.wardlight.server.http.peers.PeerRoutes;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Timeouts;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.scu.FindScu;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.keep.MemoryCopies;
import org.wardlight.sync.mark.MemoryMarkBook;
import org.wardlight.sync.peer.KnownPeers;
import org.wardlight.sync.peer.MemoryPeerBook;
import org.wardlight.sync.peer.MemoryPullJobs;
import org.wardlight.sync.pull.PacsSearch;
import org.wardlight.sync.pull.WebArchive;
import org.wardlight.sync.rendition.CacheLimits;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.study.StudyDescriptors;
import org.wardlight.sync.transfer.Manifests;
import org.wardlight.sync.upload.UploadReader;
import org.wardlight.sync.upload.Uploads;

/** The real server on a free port with nothing in its store. */
final class BareServer {
    private BareServer() {}

    static HttpServer start() throws IOException {
        return HttpServer.start(Listen.onLoopback("127.0.0.1", 0), true, services(Secured.inMemory()));
    }

    /** With an empty store. */
    static Services services(Security security) {
        var catalog = new MemoryCatalog(Clock.systemUTC());
        var blobs = new MemoryBlobs();
        var descriptors = new StudyDescriptors(catalog);
        var renditions = new RenditionCache(catalog, blobs, CacheLimits.forHeap(256L << 20), 2);
        var ingester = new Ingester(blobs, catalog, Limits.STANDARD);
        return new Services(
                catalog,
                blobs,
                ingester,
                descriptors,
                renditions,
                new Manifests(catalog, blobs, descriptors, renditions),
                Optional.empty(),
                security,
                Stream.concat(
                                rows(DicomWebRoutes.of(catalog, blobs, ingester, renditions)).stream(),
                                own(security, catalog, ingester))
                        .toList(),
                "1.2.3",
                "/web-sample");
    }

    /** Those that are made of what the node keeps beside its catalog. */
    static Stream<Route> own(Security security, Catalog catalog, Ingester ingester) {
        Clock clock = Clock.systemUTC();
        return Stream.of(
                        MarkRoutes.of(new MemoryMarkBook(clock), catalog),
                        CopyRoutes.of(new MemoryCopies(clock), security.lists(), catalog),
                        uploads(ingester))
                .flatMap(List::stream);
    }

    /** With those about peers, of whom there are none. */
    static List<Route> rows(List<Route> dicomWeb) {
        var own = new Neighbours.Own(new AeTitle("WARDLIGHT"), OptionalInt.empty(), false, false);
        var peers = new Neighbours(
                own,
                new KnownPeers(List.of(), new MemoryPeerBook()),
                peer -> List.of(),
                new PacsSearch(
                        new FindScu(new Requestor(own.title(), Timeouts.STANDARD, Optional.empty())),
                        WebArchive.of((type, body) -> body)),
                new MemoryPullJobs(Clock.systemUTC()),
                study -> 0);
        return Stream.concat(dicomWeb.stream(), PeerRoutes.of(peers).stream()).toList();
    }

    private static List<Route> uploads(Ingester ingester) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "uploads-" + UUID.randomUUID());
        return UploadRoutes.of(
                new Uploads(folder, new UploadReader(ingester, (upload, result) -> {}), Clock.systemUTC()), false);
    }
}
