// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.http.dicomweb.DicomWebRoutes;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.rendition.CacheLimits;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.study.StudyDescriptors;
import org.wardlight.sync.transfer.Manifests;

/** The real server on a free port, with the objects that a test puts in. */
public final class FilledServer implements AutoCloseable {
    private final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());
    private final Ingester ingester;
    private final RenditionCache renditions;
    private final Services services;
    private final HttpServer server;

    public FilledServer() throws IOException {
        this(new MemoryBlobs(), Secured.inMemory());
    }

    /** With bytes kept where the test says. */
    public FilledServer(Blobs blobs) throws IOException {
        this(blobs, Secured.inMemory());
    }

    /** With the accounts and lists of the test. */
    FilledServer(Security security) throws IOException {
        this(new MemoryBlobs(), security);
    }

    private FilledServer(Blobs blobs, Security security) throws IOException {
        ingester = new Ingester(blobs, catalog, Limits.STANDARD);
        renditions = new RenditionCache(catalog, blobs, CacheLimits.forHeap(256L << 20), 2);
        StudyDescriptors descriptors = new StudyDescriptors(catalog, renditions.finders());
        services = new Services(
                catalog,
                blobs,
                ingester,
                descriptors,
                renditions,
                new Manifests(catalog, blobs, descriptors, renditions),
                Optional.empty(),
                security,
                BareServer.rows(Stream.concat(
                                DicomWebRoutes.of(catalog, blobs, ingester, renditions).stream(),
                                BareServer.own(security, catalog, ingester))
                        .toList()),
                "1.2.3",
                "/web-sample");
        server = HttpServer.start(Listen.onLoopback("127.0.0.1", 0), true, services);
    }

    public FilledServer with(Fixtures fixture, int objects) throws IOException {
        for (int i = 0; i < objects; i++) {
            ingester.ingest(IngestItem.stream("fixture " + i, new ByteArrayInputStream(fixture.bytes(i))));
        }
        return this;
    }

    public FilledServer ingest(byte[] object) throws IOException {
        ingester.ingest(IngestItem.stream("object", new ByteArrayInputStream(object)));
        return this;
    }

    /** The route table that it serves. */
    List<Route> routes() {
        return Routes.of(services);
    }

    public int port() {
        return server.port();
    }

    public Answer get(String path, String... headers) throws IOException {
        return Answer.get(server.port(), path, headers);
    }

    public Answer post(String path, byte[] body, String... headers) throws IOException {
        return Answer.send(server.port(), "POST", path, body, headers);
    }

    public Answer send(String method, String path, byte[] body, String... headers) throws IOException {
        return Answer.send(server.port(), method, path, body, headers);
    }

    @Override
    public void close() {
        server.close();
        renditions.close();
    }
}
