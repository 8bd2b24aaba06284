// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.DicomConfig;
import org.wardlight.server.wiring.DicomNode;
import org.wardlight.server.wiring.Node;
import org.wardlight.sync.dimse.scp.DimseServer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code serve} for its DICOM port, and the server behind it. */
final class DicomServing {
    @Mixin
    private DicomOptions options = new DicomOptions();

    @Option(
            names = "--dicom-port",
            paramLabel = "N",
            defaultValue = "${env:WARDLIGHT_DICOM_PORT}",
            description = "Answer DICOM (C-ECHO, C-STORE, C-FIND, C-MOVE, C-GET) on this port; left out: not at all.")
    private @Nullable Integer port;

    @Option(
            names = "--dicom-host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:WARDLIGHT_DICOM_HOST:-127.0.0.1}",
            description = "Address to answer DICOM on (default: 127.0.0.1, this machine only).")
    private String host = "127.0.0.1";

    @Option(
            names = "--peer",
            paramLabel = "AET@HOST:PORT",
            split = ",",
            defaultValue = "${env:WARDLIGHT_PEERS}",
            description = "A PACS, workstation or modality that may call and be sent to; may be given more than once.")
    private List<String> peers = new ArrayList<>();

    @Option(names = "--dicom-promiscuous", description = "Answer callers that are no peers, too.")
    private boolean promiscuous;

    /** This node on a DICOM network, whether or not it answers there. */
    DicomNode node(Console console, Node node) throws IOException {
        DicomConfig config = new DicomConfig(
                options.title(),
                host,
                port == null ? 0 : port,
                peers.stream()
                        .filter(text -> !text.isBlank())
                        .map(options::peer)
                        .toList(),
                promiscuous,
                options.tls());
        return DicomNode.of(config, node, console.environment());
    }

    /** Starts to answer when a port was given. */
    Optional<DimseServer> start(Console console, DicomNode node) throws IOException {
        if (port == null) {
            return Optional.empty();
        }
        DimseServer server = node.listen();
        console.out().println("DICOM: " + node.config().title() + " answers at " + host + " port " + server.port());
        if (!promiscuous && node.peers().all().isEmpty()) {
            console.out()
                    .println("DICOM: no peer is known yet, so everybody is turned away. Add one at /admin/peers, by "
                            + "'wardlight peer add', or by --peer.");
        }
        return Optional.of(server);
    }
}
