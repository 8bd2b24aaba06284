// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import static org.wardlight.server.http.Access.EDITOR;
import static org.wardlight.server.http.Access.OPEN;
import static org.wardlight.server.http.Access.VIEWER;

import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wardlight.server.http.Route;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.rendition.RenditionCache;

/** The rows of the route table that are DICOMweb. */
public final class DicomWebRoutes {
    private static final String STUDIES = "/dicom-web/studies";
    private static final String STUDY = STUDIES + "/{study}";
    private static final String SERIES = STUDY + "/series/{series}";
    private static final String INSTANCE = SERIES + "/instances/{instance}";

    private DicomWebRoutes() {}

    public static List<Route> of(Catalog catalog, Blobs blobs, Ingester ingester, RenditionCache renditions) {
        var objects = new ObjectEndpoints(catalog, blobs);
        var answers = new PictureAnswers(renditions);
        List<Route> rows = Stream.of(
                        searches(catalog, blobs),
                        objects(catalog, objects, blobs),
                        pictures(catalog, answers),
                        List.of(view("/wado", new WadoUri(catalog, objects, answers)::object)),
                        stores(ingester, blobs))
                .flatMap(List::stream)
                .toList();
        // It describes these rows, itself among them.
        List<Route> all = new ArrayList<>(rows);
        var capabilities = new Capabilities(all);
        all.add(Route.get("/dicom-web/capabilities", OPEN, capabilities::describe));
        all.add(Route.options("/dicom-web", OPEN, capabilities::describe));
        return List.copyOf(all);
    }

    private static List<Route> searches(Catalog catalog, Blobs blobs) {
        var search = new SearchEndpoints(catalog, blobs);
        return List.of(
                search(STUDIES, search::studies),
                search("/dicom-web/series", search::series),
                search("/dicom-web/instances", search::instances),
                search(STUDY + "/series", search::series),
                search(STUDY + "/instances", search::instances),
                search(SERIES + "/instances", search::instances));
    }

    private static List<Route> objects(Catalog catalog, ObjectEndpoints objects, Blobs blobs) {
        var metadata = new MetadataEndpoints(catalog, blobs);
        var frames = new FrameEndpoints(catalog, blobs);
        var bulk = new BulkDataEndpoints(catalog, blobs);
        return List.of(
                Route.get(STUDY, VIEWER, objects::objects).audited(Action.EXPORT),
                Route.get(SERIES, VIEWER, objects::objects).audited(Action.EXPORT),
                view(INSTANCE, objects::objects),
                view(STUDY + "/metadata", metadata::metadata),
                view(SERIES + "/metadata", metadata::metadata),
                view(INSTANCE + "/metadata", metadata::metadata),
                view(INSTANCE + "/frames/{frames}", frames::frames),
                view(INSTANCE + "/bulkdata/<path>", bulk::value));
    }

    private static List<Route> pictures(Catalog catalog, PictureAnswers answers) {
        var rendered = new RenderedEndpoint(catalog, answers);
        return List.of(
                view(STUDY + "/rendered", rendered::rendered),
                view(SERIES + "/rendered", rendered::rendered),
                view(INSTANCE + "/rendered", rendered::rendered),
                view(INSTANCE + "/frames/{frame}/rendered", rendered::rendered),
                view(STUDY + "/thumbnail", rendered::thumbnail),
                view(SERIES + "/thumbnail", rendered::thumbnail),
                view(INSTANCE + "/thumbnail", rendered::thumbnail),
                view(INSTANCE + "/frames/{frame}/thumbnail", rendered::thumbnail));
    }

    private static List<Route> stores(Ingester ingester, Blobs blobs) {
        var stow = new StowEndpoint(ingester, blobs);
        return List.of(
                Route.post(STUDIES, EDITOR, stow::store).audited(Action.STORE),
                Route.post(STUDY, EDITOR, stow::store).audited(Action.STORE));
    }

    private static Route view(String path, Handler handler) {
        return Route.get(path, VIEWER, handler).audited(Action.VIEW);
    }

    private static Route search(String path, Handler handler) {
        return Route.get(path, VIEWER, handler).audited(Action.SEARCH);
    }
}
