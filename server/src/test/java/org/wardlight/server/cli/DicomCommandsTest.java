// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.wiring.DicomConfig;
import org.wardlight.server.wiring.DicomNode;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.ServerConfig.Store;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.ingest.FolderSource;

/** {@code find}, {@code pull} and {@code send} against a node of our own. */
class DicomCommandsTest {
    private static final Fixtures STUDY = Fixtures.ct().slices(4).patient("Zzcommand^Ada", "C1");

    @TempDir
    private Path folder;

    private Node pacs;
    private DimseServer server;
    private String peer;

    @BeforeEach
    void listen() throws Exception {
        STUDY.write(java.nio.file.Files.createDirectories(folder.resolve("files")));
        pacs = Wiring.open(new Store(folder.resolve("pacs")), Clock.systemUTC());
        pacs.ingester().ingest(new FolderSource(folder.resolve("files")), outcomes -> {});
        List<Peer> callers = List.of(Peer.parse("WARDLIGHT@127.0.0.1:104"));
        DicomConfig config = new DicomConfig(new AeTitle("PACS"), "127.0.0.1", 0, callers, false, Optional.empty());
        server = DicomNode.of(config, pacs, Map.of()).listen();
        peer = "PACS@127.0.0.1:" + server.port();
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        pacs.close();
    }

    @Test
    void studies_are_found_pulled_and_sent_back() {
        Run found = Run.of("find", peer, "--name", "zzCOMMAND*");
        assertThat(found.exitCode()).as(found.err()).isZero();
        assertThat(found.lines())
                .singleElement()
                .asString()
                .startsWith(STUDY.studyUid())
                .endsWith("| 4");
        String here = folder.resolve("here").toString();
        Run pulled = Run.of("pull", peer, "--study", STUDY.studyUid(), "--store", here);
        assertThat(pulled.exitCode()).as(pulled.err()).isZero();
        assertThat(pulled.out()).contains("4 of 4 objects are here");
        Run ofPatient = Run.of("pull", peer, "--id", "C1", "--json", "--store", here);
        assertThat(ofPatient.out()).contains("\"expected\":4", "\"missing\":[]");
        Run sent = Run.of("send", peer, "--study", STUDY.studyUid(), "--store", here);
        assertThat(sent.exitCode()).as(sent.err()).isZero();
        assertThat(sent.out()).contains("4 of 4 objects arrived.");
    }

    @Test
    void what_fails_is_said_in_plain_words_with_exit_code_1_and_what_is_meant_wrong_with_2() {
        Run stranger = Run.of("find", peer, "--aet", "STRANGER");
        assertThat(stranger.exitCode()).isEqualTo(1);
        assertThat(stranger.err()).contains("does not know our AE title STRANGER");
        assertThat(Run.of("find", "PACS:104").exitCode()).isEqualTo(2);
        assertThat(Run.of("find", "PACS:104").err()).contains("AET@host:port");
        assertThat(Run.of("pull", peer).exitCode()).isEqualTo(2);
        Run unknown = Run.of(
                "pull",
                peer,
                "--study",
                "2.25.404",
                "--store",
                folder.resolve("x").toString());
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no such study");
    }

    @Test
    void everybody_may_call_from_beyond_this_machine_only_in_tls() {
        Run anybody = Run.of(
                "serve",
                "--dicom-port",
                "0",
                "--dicom-host",
                "0.0.0.0",
                "--dicom-promiscuous",
                "--store",
                folder.resolve("s").toString());
        assertThat(anybody.exitCode()).isEqualTo(2);
        assertThat(anybody.err()).contains("without TLS");
    }
}
