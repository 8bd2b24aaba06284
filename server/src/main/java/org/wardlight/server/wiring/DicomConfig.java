// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;

/**
 * What a node can be told of DICOM over the network.
 *
 * @param title its AE title
 * @param host address to listen on
 * @param port 0 for any free one
 * @param peers who may call and be called, beside those that the store knows
 * @param promiscuous whether anybody may call
 * @param tls PKCS#12 file with its own key and the certificates that it trusts
 */
public record DicomConfig(
        AeTitle title, String host, int port, List<Peer> peers, boolean promiscuous, Optional<Path> tls) {
    public DicomConfig {
        peers = List.copyOf(peers);
        if (port < 0 || port > 65_535) {
            throw new ConfigException("dicom.port is " + port + "; a port is a number from 0 to 65535");
        }
        if (!isLoopback(host) && promiscuous && tls.isEmpty()) {
            throw new ConfigException(
                    "dicom.host is " + host + " and everybody may call, but without TLS everybody on the "
                            + "network could then read every patient's images. Name the callers by --peer, or give --dicom-tls.");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new ConfigException("dicom.host is " + host + ", which is no address of this machine", unknown);
        }
    }
}
