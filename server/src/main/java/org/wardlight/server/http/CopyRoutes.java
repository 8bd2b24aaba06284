// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.util.List;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.keep.Copies;
import org.wardlight.sync.list.Lists;

/** The rows of the route table that are about what devices keep. */
public final class CopyRoutes {
    private CopyRoutes() {}

    public static List<Route> of(Copies copies, Lists lists, Catalog catalog) {
        var endpoints = new CopyEndpoints(copies, lists, catalog);
        return List.of(
                Route.put("/api/v1/copies/{copy}", Access.VIEWER, endpoints::put),
                Route.get("/api/v1/lists/{list}/readiness", Access.ADMIN, endpoints::readiness)
                        .audited(Action.SEARCH));
    }
}
