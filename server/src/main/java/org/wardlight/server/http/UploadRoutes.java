// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.wardlight.server.http.Access.EDITOR;

import java.util.List;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.upload.Uploads;

/** The rows of the route table by which a browser sends files. Each person sees their own alone. */
public final class UploadRoutes {
    private static final String UPLOADS = "/api/v1/uploads";

    private UploadRoutes() {}

    /** @param isCopy whether this node copies a site's studies: new ones belong there */
    public static List<Route> of(Uploads uploads, boolean isCopy) {
        var endpoints = new UploadEndpoints(uploads, isCopy);
        return List.of(
                Route.get(UPLOADS, EDITOR, endpoints::list),
                Route.post(UPLOADS, EDITOR, endpoints::begin).audited(Action.STORE),
                Route.get(UPLOADS + "/{upload}", EDITOR, endpoints::one),
                Route.patch(UPLOADS + "/{upload}", EDITOR, endpoints::append),
                Route.post(UPLOADS + "/{upload}/reading", EDITOR, endpoints::again),
                Route.delete(UPLOADS + "/{upload}", EDITOR, endpoints::discard));
    }
}
