// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.peers;

import static org.wardlight.server.http.Access.ADMIN;
import static org.wardlight.server.http.Access.EDITOR;

import java.util.List;
import org.wardlight.server.http.Route;
import org.wardlight.sync.account.AuditEntry.Action;

/** The rows of the route table that are about peers. */
public final class PeerRoutes {
    private static final String FETCHES = "/api/v1/fetches";
    private static final String PEERS = "/api/v1/peers";
    private static final String PEER = PEERS + "/{name}";

    private PeerRoutes() {}

    public static List<Route> of(Neighbours neighbours) {
        var peers = new PeerEndpoints(neighbours);
        var pacs = new PacsEndpoints(neighbours);
        return List.of(
                Route.get("/api/v1/pacs", EDITOR, pacs::list),
                Route.get("/api/v1/pacs/{name}/studies", EDITOR, pacs::studies).audited(Action.SEARCH),
                Route.get(FETCHES, EDITOR, pacs::fetches),
                Route.post(FETCHES, EDITOR, pacs::fetch).audited(Action.STORE),
                Route.delete(FETCHES + "/{fetch}", EDITOR, pacs::stop).audited(Action.STORE),
                Route.get(PEERS, ADMIN, peers::list),
                Route.post(PEERS, ADMIN, peers::add).audited(Action.ADMINISTER),
                Route.patch(PEER, ADMIN, peers::change).audited(Action.ADMINISTER),
                Route.delete(PEER, ADMIN, peers::remove).audited(Action.ADMINISTER),
                Route.post(PEER + "/test", ADMIN, peers::test).audited(Action.ADMINISTER));
    }
}
