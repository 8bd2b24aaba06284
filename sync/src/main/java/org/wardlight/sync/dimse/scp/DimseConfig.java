// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peers;
import org.wardlight.sync.dimse.Timeouts;

/**
 * How this program listens for DICOM.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param own AE title that callers must call
 * @param promiscuous whether callers may be unknown; off unless somebody asked for it
 * @param associations most at once
 * @param tls keys and trust; empty for connections without TLS
 * @param clientCertificate whether callers must show a certificate that is trusted
 * @param witness hears of every association
 * @param grace how long running messages may go on when the server is closed
 */
public record DimseConfig(
        String host,
        int port,
        AeTitle own,
        Peers peers,
        boolean promiscuous,
        int associations,
        Timeouts timeouts,
        Optional<SSLContext> tls,
        boolean clientCertificate,
        Witness witness,
        Duration grace) {
    public static final int ASSOCIATIONS = 32;

    /** On this machine only, for known peers, without TLS. */
    public static DimseConfig loopback(int port, AeTitle own, Peers peers) {
        return new DimseConfig(
                "127.0.0.1",
                port,
                own,
                peers,
                false,
                ASSOCIATIONS,
                Timeouts.STANDARD,
                Optional.empty(),
                false,
                Witness.SILENT,
                Duration.ofSeconds(5));
    }

    public DimseConfig listeningOn(String address) {
        return new DimseConfig(
                address, port, own, peers, promiscuous, associations, timeouts, tls, clientCertificate, witness, grace);
    }

    public DimseConfig withPromiscuous(boolean on) {
        return new DimseConfig(
                host, port, own, peers, on, associations, timeouts, tls, clientCertificate, witness, grace);
    }

    public DimseConfig withAssociations(int most) {
        return new DimseConfig(
                host, port, own, peers, promiscuous, most, timeouts, tls, clientCertificate, witness, grace);
    }

    public DimseConfig withTimeouts(Timeouts other) {
        return new DimseConfig(
                host, port, own, peers, promiscuous, associations, other, tls, clientCertificate, witness, grace);
    }

    public DimseConfig withTls(SSLContext keys, boolean mutual) {
        return new DimseConfig(
                host, port, own, peers, promiscuous, associations, timeouts, Optional.of(keys), mutual, witness, grace);
    }

    public DimseConfig witnessedBy(Witness audit) {
        return new DimseConfig(
                host, port, own, peers, promiscuous, associations, timeouts, tls, clientCertificate, audit, grace);
    }
}
