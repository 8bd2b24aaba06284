// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.dimse.Peers;
import org.wardlight.sync.dimse.Timeouts;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.scp.DimseConfig;
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.dimse.scp.DimseServices;
import org.wardlight.sync.dimse.scp.Expected;
import org.wardlight.sync.dimse.scp.IngesterIntake;
import org.wardlight.sync.dimse.scp.StoreScp;
import org.wardlight.sync.dimse.scu.Puller;

/**
 * What a node does on a DICOM network. Thread-safe.
 *
 * @param peers asked anew for each association
 * @param tls empty without key material
 * @param expected objects that a test of a peer waits for
 */
public record DicomNode(DicomConfig config, Node node, Peers peers, Optional<SSLContext> tls, Expected expected) {
    /** @param environment holds the password of the key material */
    public static DicomNode of(DicomConfig config, Node node, Map<String, String> environment) throws IOException {
        Optional<SSLContext> tls = config.tls().isEmpty()
                ? Optional.empty()
                : Optional.of(TlsKeys.load(config.tls().get(), environment));
        return new DicomNode(config, node, config::peers, tls, new Expected());
    }

    /** Opens associations under our AE title. */
    public Requestor requestor() {
        return new Requestor(config.title(), Timeouts.STANDARD, tls);
    }

    /** Starts to answer all services. */
    public DimseServer listen() throws IOException {
        DimseConfig settings = DimseConfig.loopback(config.port(), config.title(), peers)
                .listeningOn(config.host())
                .withPromiscuous(config.promiscuous());
        return DimseServer.start(
                tls.map(keys -> settings.withTls(keys, true)).orElse(settings),
                DimseServices.all(
                        node.catalog(),
                        node.blobs(),
                        new IngesterIntake(node.ingester()),
                        expected,
                        requestor(),
                        peers,
                        result -> {}));
    }

    /** Fetches studies into the store; by C-MOVE too when somebody listens here. */
    public Puller puller(boolean listening) {
        StoreScp store = new StoreScp(new IngesterIntake(node.ingester()), expected);
        Predicate<String> here =
                uid -> node.catalog().instance(uid).map(LocatedInstance::study).isPresent();
        return new Puller(requestor(), store::handle, listening ? Optional.of(config.title()) : Optional.empty(), here);
    }
}
