// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.util.List;
import java.util.function.Consumer;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.dimse.Peers;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.query.CatalogSearch;
import org.wardlight.sync.dimse.scu.Commitment;

/** The services that a node answers. */
public final class DimseServices {
    private DimseServices() {}

    /**
     * All of them: echo, store, find, move, get, results of storage commitment.
     *
     * @param expected objects that are waited for without being kept
     * @param requestor opens the associations of C-MOVE
     * @param commitments hears results of storage commitment
     * @param witness hears what callers do
     */
    public static List<Handler> all(
            Catalog catalog,
            Blobs blobs,
            Intakes intakes,
            Expected expected,
            Requestor requestor,
            Peers peers,
            Consumer<Commitment> commitments,
            Witness witness) {
        CatalogSearch search = new CatalogSearch(catalog, blobs);
        return List.of(
                new EchoScp(),
                new StoreScp(intakes, expected, witness),
                new FindScp(search, witness),
                new MoveScp(new RetrieveScp.Stores(search, blobs, witness), peers, requestor),
                new GetScp(new RetrieveScp.Stores(search, blobs, witness)),
                new CommitScp(commitments));
    }

    /** Only what a retrieval by C-MOVE needs: echo and store. */
    public static List<Handler> receiving(Intakes intakes) {
        return List.of(new EchoScp(), new StoreScp(intakes, new Expected()));
    }
}
