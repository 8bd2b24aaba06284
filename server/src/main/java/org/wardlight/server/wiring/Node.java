// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wardlight.server.http.CopyRoutes;
import org.wardlight.server.http.MarkRoutes;
import org.wardlight.server.http.Pins;
import org.wardlight.server.http.Route;
import org.wardlight.server.http.Security;
import org.wardlight.server.http.Services;
import org.wardlight.server.http.UploadRoutes;
import org.wardlight.server.http.dicomweb.DicomWebRoutes;
import org.wardlight.server.http.peers.PeerRoutes;
import org.wardlight.sync.account.SiteTokens;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.PartialBlobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.keep.Keeps;
import org.wardlight.sync.mark.MarkBook;
import org.wardlight.sync.peer.Commitments;
import org.wardlight.sync.peer.PeerBook;
import org.wardlight.sync.peer.PullJobs;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.study.StudyDescriptors;
import org.wardlight.sync.transfer.Manifests;
import org.wardlight.sync.upload.Uploads;

/**
 * An open store and what works on it. Thread-safe; close it.
 *
 * @param partials the same store as {@code blobs}, for bytes that arrive in parts
 * @param security who may do what, kept in the same file as the catalog
 * @param siteTokens the secrets by which sites know this node, in the same file too
 * @param peerBook who is known on the DICOM network, kept in the same file too
 * @param pullJobs studies that are fetched from peers, or were
 * @param commitments what peers were asked to answer for
 * @param marks what people measured, kept in the same file too
 * @param uploads what browsers are sending; {@link Uploads#start} is for the one program that serves the store
 * @param keeps what is known of copies, kept in the same file too
 * @param faults what is wrong with the catalog's file, one line each; thorough when true is given
 * @param closing closes the store
 */
public record Node(
        Catalog catalog,
        Blobs blobs,
        PartialBlobs partials,
        Ingester ingester,
        StudyDescriptors descriptors,
        RenditionCache renditions,
        Manifests manifests,
        Security security,
        SiteTokens siteTokens,
        PeerBook peerBook,
        PullJobs pullJobs,
        Commitments commitments,
        MarkBook marks,
        Uploads uploads,
        Keeps keeps,
        Function<Boolean, List<String>> faults,
        AutoCloseable closing)
        implements AutoCloseable {

    /**
     * What the web server is made of.
     *
     * @param dicom this node on a DICOM network
     */
    public Services services(String version, Optional<Pins> pins, DicomNode dicom) {
        List<Route> rows = Stream.of(
                        DicomWebRoutes.of(catalog, blobs, ingester, renditions),
                        PeerRoutes.of(dicom.neighbours()),
                        MarkRoutes.of(marks, catalog),
                        UploadRoutes.of(uploads, pins.isPresent()),
                        CopyRoutes.of(keeps.copies(), security.lists(), catalog))
                .flatMap(List::stream)
                .toList();
        return new Services(
                catalog, blobs, ingester, descriptors, renditions, manifests, pins, security, rows, version, "/web");
    }

    @Override
    public void close() throws Exception {
        try (closing) {
            uploads.close();
            renditions.close();
        }
    }
}
