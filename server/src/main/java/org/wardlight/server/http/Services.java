// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.util.List;
import java.util.Optional;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.study.StudyDescriptors;
import org.wardlight.sync.transfer.Manifests;

/**
 * What the routes are made of.
 *
 * @param pins empty on a node that has no upstream
 * @param security who may do what
 * @param rows of the route table that other packages bring: DICOMweb, peers
 * @param webRoot folder of the web client on the class path
 */
public record Services(
        Catalog catalog,
        Blobs blobs,
        Ingester ingester,
        StudyDescriptors descriptors,
        RenditionCache renditions,
        Manifests manifests,
        Optional<Pins> pins,
        Security security,
        List<Route> rows,
        String version,
        String webRoot) {}
