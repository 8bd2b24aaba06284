// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.server.http.dicomweb.DicomWebRoutes;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.rendition.CacheLimits;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.study.StudyDescriptors;
import org.wardlight.sync.transfer.Manifests;

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
                DicomWebRoutes.of(catalog, blobs, ingester, renditions),
                "1.2.3",
                "/web-sample");
    }
}
