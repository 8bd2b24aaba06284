// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.util.List;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.mark.MarkBook;

/** The rows of the route table that are about what people measured. */
public final class MarkRoutes {
    private static final String MARKS = "/api/v1/studies/{study}/marks";

    private MarkRoutes() {}

    public static List<Route> of(MarkBook marks, Catalog catalog) {
        var endpoints = new MarkEndpoints(marks, catalog);
        return List.of(
                Route.get(MARKS, Access.VIEWER, endpoints::list).audited(Action.VIEW),
                Route.post(MARKS, Access.EDITOR, endpoints::change).audited(Action.CHANGE));
    }
}
