// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.wardlight.server.http.Access.DEVICE;
import static org.wardlight.server.http.Access.EDITOR;
import static org.wardlight.server.http.Access.OPEN;
import static org.wardlight.server.http.Access.VIEWER;

import java.util.List;
import java.util.stream.Stream;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.media.MediaExport;
import org.wardlight.sync.transfer.BlobStreamWriter;

/** Every address that the server answers, in the order in which they are tried: the only such table. */
final class Routes {
    private Routes() {}

    static List<Route> of(Services services) {
        var studies = new StudyEndpoints(
                services.catalog(), services.descriptors(), services.security().lists());
        var tiles = new TileEndpoints(services.renditions());
        var videos = new VideoEndpoint(services.renditions().videos());
        var documents = new DocumentEndpoints(services.renditions().documents());
        var sync = new SyncEndpoints(services.catalog(), services.manifests(), new BlobStreamWriter(services.blobs()));
        var export = new ExportEndpoint(services.catalog(), new MediaExport(services.catalog(), services.blobs()));
        var pins = new PinEndpoints(services.pins());
        var health = new HealthEndpoints(services.catalog(), services.version());
        var web = new WebFiles(services.webRoot());
        List<Route> own = List.of(
                Route.get("/healthz", OPEN, health::alive),
                Route.get("/readyz", OPEN, health::ready),
                Route.get("/api/v1/studies", VIEWER, studies::search).audited(Action.SEARCH),
                Route.get("/api/v1/studies/{study}", VIEWER, studies::descriptor)
                        .audited(Action.VIEW),
                Route.get("/api/v1/studies/{study}/export", EDITOR, export::archive)
                        .audited(Action.EXPORT),
                Route.get("/api/v1/studies/{study}/arrival", VIEWER, studies::arrival)
                        .audited(Action.VIEW),
                Route.get(
                                "/api/v1/instances/{instance}/frames/{frame}/{rendition}/{level}/{row}/{column}",
                                VIEWER,
                                tiles::tile)
                        .audited(Action.VIEW),
                Route.get("/api/v1/instances/{instance}/video", VIEWER, videos::video)
                        .audited(Action.VIEW),
                Route.head("/api/v1/instances/{instance}/video", VIEWER, videos::video)
                        .audited(Action.VIEW),
                Route.get("/api/v1/instances/{instance}/document", VIEWER, documents::document)
                        .audited(Action.VIEW),
                Route.get("/api/v1/instances/{instance}/waveforms/{group}", VIEWER, documents::waveform)
                        .audited(Action.VIEW),
                Route.get("/api/v1/instances/{instance}/frames/{frame}/layers/{layer}", VIEWER, tiles::layer)
                        .audited(Action.VIEW),
                Route.get("/api/v1/series/{series}/strips/{sheet}", VIEWER, tiles::strip)
                        .audited(Action.VIEW),
                Route.get("/api/v1/presentations/{instance}", VIEWER, tiles::presentation)
                        .audited(Action.VIEW),
                Route.get("/sync/v1/studies/{study}/manifest", VIEWER, sync::manifest)
                        .audited(Action.EXPORT),
                Route.post("/sync/v1/blobs", VIEWER, sync::blobs),
                Route.get("/api/v1/changes", DEVICE, studies::changes),
                Route.get("/api/v1/pins", VIEWER, pins::list),
                Route.post("/api/v1/pins", VIEWER, pins::add),
                Route.delete("/api/v1/pins/{study}", VIEWER, pins::remove),
                Route.get("/api/<path>", OPEN, Routes::nothing),
                Route.get("/sync/<path>", OPEN, Routes::nothing),
                Route.get("/dicom-web/<path>", OPEN, Routes::nothing),
                Route.get("/", OPEN, web::answer),
                Route.get("/<path>", OPEN, web::answer));
        return Stream.of(
                        AccountRoutes.of(services.security()),
                        AmendmentRoutes.of(services),
                        ListEndpoints.routes(services.security(), services.catalog()),
                        services.rows(),
                        own)
                .flatMap(List::stream)
                .toList();
    }

    /** The web client's index page is not the answer to a program that mistook an address. */
    private static void nothing(io.javalin.http.Context context) {
        throw new Refused(ProblemKind.NOT_FOUND);
    }
}
