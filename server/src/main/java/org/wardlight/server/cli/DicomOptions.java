// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.DicomConfig;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.peer.PeerBook;
import picocli.CommandLine.Option;

/** Options of commands that speak DICOM with a peer. */
final class DicomOptions {
    @Option(
            names = "--aet",
            paramLabel = "TITLE",
            defaultValue = "${env:WARDLIGHT_AET:-WARDLIGHT}",
            description = "Our AE title (default: WARDLIGHT).")
    private String title = "WARDLIGHT";

    @Option(
            names = "--dicom-tls",
            paramLabel = "FILE",
            defaultValue = "${env:WARDLIGHT_DICOM_TLS}",
            description =
                    "Speak DICOM in TLS with the key and the trusted certificates of this PKCS#12 file; its password is in "
                            + "WARDLIGHT_DICOM_TLS_PASSWORD.")
    private @Nullable Path tls;

    @Option(
            names = "--charset",
            paramLabel = "TERM",
            defaultValue = "",
            description = "Character set of a peer that names none in its answers, such as ISO_IR 126.")
    private String characterSet = "";

    AeTitle title() {
        try {
            return new AeTitle(title);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException("--aet is " + title + ": " + wrong.getMessage(), wrong);
        }
    }

    Optional<Path> tls() {
        return Optional.ofNullable(tls);
    }

    Peer peer(String text) {
        return parsed(text).withTls(tls != null).withCharacterSet(characterSet);
    }

    /** One that is known by that name, or one that is given in full. */
    Peer peer(String text, PeerBook known) {
        if (text.contains("@")) {
            return peer(text);
        }
        return known.named(text)
                .orElseThrow(
                        () -> new ConfigException(
                                "the peer is " + text
                                        + ", a name that is not known here; give AET@host:port, or make it known by 'wardlight peer add'"));
    }

    static Peer parsed(String text) {
        try {
            return Peer.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException("the peer is " + text + ": " + wrong.getMessage(), wrong);
        }
    }

    /** What is needed to ask a peer. */
    DicomConfig asking(Peer peer) {
        return new DicomConfig(title(), "127.0.0.1", 0, List.of(peer), false, tls());
    }
}
