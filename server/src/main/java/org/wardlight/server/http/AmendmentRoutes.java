// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.wardlight.server.http.Access.ADMIN;
import static org.wardlight.server.http.Access.VIEWER;

import java.util.List;
import org.wardlight.sync.account.AuditEntry.Action;

/** The part of {@link Routes} that deletes and corrects. */
final class AmendmentRoutes {
    private static final String STUDY = "/api/v1/studies/{study}";

    private AmendmentRoutes() {}

    static List<Route> of(Services services) {
        var amendments = new AmendmentEndpoints(services);
        return List.of(
                Route.delete(STUDY, ADMIN, amendments::delete).audited(Action.DELETE),
                Route.delete(STUDY + "/series/{series}", ADMIN, amendments::delete)
                        .audited(Action.DELETE),
                Route.delete(STUDY + "/series/{series}/instances/{instance}", ADMIN, amendments::delete)
                        .audited(Action.DELETE),
                Route.post(STUDY + "/restoration", ADMIN, amendments::restore).audited(Action.CHANGE),
                Route.get(STUDY + "/corrections", VIEWER, amendments::corrections),
                Route.post(STUDY + "/corrections", ADMIN, amendments::correct).audited(Action.CHANGE));
    }
}
