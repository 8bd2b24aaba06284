// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.wardlight.server.http.Access.ADMIN;
import static org.wardlight.server.http.Access.OPEN;

import java.util.List;
import org.wardlight.sync.account.AuditEntry.Action;

/** The part of {@link Routes} that is about people, devices and the audit. */
final class AccountRoutes {
    private AccountRoutes() {}

    static List<Route> of(Security security) {
        var sessions = new SessionEndpoints(security.accounts());
        var users = new UserEndpoints(security.accounts());
        var devices = new DeviceEndpoints(security.devices());
        var audit = new AuditEndpoints(security.audit());
        return List.of(
                Route.get("/api/v1/session", OPEN, sessions::who),
                Route.post("/api/v1/session", OPEN, sessions::signIn).audited(Action.SIGN_IN),
                Route.delete("/api/v1/session", OPEN, sessions::signOut).audited(Action.SIGN_OUT),
                Route.post("/api/v1/invitation", OPEN, sessions::accept).audited(Action.ADMINISTER),
                Route.post("/api/v1/invitation/look", OPEN, sessions::look),
                Route.get("/api/v1/users", ADMIN, users::list),
                Route.post("/api/v1/users", ADMIN, users::invite).audited(Action.ADMINISTER),
                Route.post("/api/v1/users/{name}/invitation", ADMIN, users::inviteAgain)
                        .audited(Action.ADMINISTER),
                Route.patch("/api/v1/users/{name}", ADMIN, users::change).audited(Action.ADMINISTER),
                Route.delete("/api/v1/users/{name}", ADMIN, users::remove).audited(Action.ADMINISTER),
                Route.get("/api/v1/devices", ADMIN, devices::list),
                Route.post("/api/v1/devices", ADMIN, devices::code).audited(Action.ADMINISTER),
                Route.post("/api/v1/devices/pairing", OPEN, devices::pair).audited(Action.ADMINISTER),
                Route.delete("/api/v1/devices/{device}", ADMIN, devices::revoke).audited(Action.ADMINISTER),
                Route.get("/api/v1/audit", ADMIN, audit::page).audited(Action.ADMINISTER));
    }
}
