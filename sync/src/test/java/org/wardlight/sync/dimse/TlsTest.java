// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.scu.EchoScu;
import org.wardlight.sync.dimse.scu.StoreScu;

/** DICOM in TLS, with DCMTK and with ourselves; certificates are made for each run. */
class TlsTest {
    private static final Fixtures STUDY = Fixtures.ct().slices(3).patient("Zztls^Ada", "T1");

    @TempDir
    private Path folder;

    private SSLContext context;

    @BeforeEach
    void makeCertificate() throws Exception {
        Dcmtk.assumeInstalled("storescu");
        context = SelfSigned.in(folder);
    }

    private TestNode node(boolean mutual, String... titles) throws Exception {
        return TestNode.with(config -> config.withTls(context, mutual), intakes -> intakes, titles);
    }

    private Requestor requestor() {
        return new Requestor(new AeTitle("SCU"), Timeouts.all(Duration.ofSeconds(10)), Optional.of(context));
    }

    @Test
    void dcmtk_pushes_in_tls_with_and_without_a_certificate_of_its_own() throws Exception {
        STUDY.write(Files.createDirectories(folder.resolve("out")));
        for (boolean mutual : new boolean[] {true, false}) {
            try (TestNode node = node(mutual, "STORESCU")) {
                Dcmtk.Run run = Dcmtk.against(node, folder, "storescu +tls key.pem cert.pem +cf cert.pem +sd", "out");
                assertThat(run.code()).as(run.output()).isZero();
                assertThat(node.instances(STUDY.studyUid())).isEqualTo(3);
                Dcmtk.Run bare = Dcmtk.against(node, folder, "storescu +tla +cf cert.pem +sd", "out");
                assertThat(bare.code() == 0).isEqualTo(!mutual);
            }
        }
    }

    @Test
    void we_push_in_tls_to_dcmtk() throws Exception {
        int port = Dcmtk.freePort();
        Path into = Files.createDirectories(folder.resolve("in"));
        Process process = Dcmtk.listening(
                folder,
                port,
                "storescp",
                "+tls",
                "key.pem",
                "cert.pem",
                "+cf",
                "cert.pem",
                "-od",
                into.toString(),
                Integer.toString(port));
        try {
            Peer peer = Peer.parse("STORESCP@127.0.0.1:" + port).withTls(true);
            assertThat(new StoreScu(requestor())
                            .send(peer, OwnToOwnTest.outgoing(STUDY, 3), sent -> {})
                            .failed())
                    .isEmpty();
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void ours_to_ours_in_tls_and_what_does_not_speak_it_is_told_apart() throws Exception {
        try (TestNode secured = node(true, "SCU");
                TestNode open = TestNode.knowing("SCU")) {
            assertThat(new EchoScu(requestor()).echo(secured.peer().withTls(true)))
                    .isEqualTo(Status.SUCCESS);
            assertThatThrownBy(() -> new EchoScu(requestor()).echo(open.peer().withTls(true)))
                    .isInstanceOfSatisfying(
                            DimseFailure.class, e -> assertThat(e.kind()).isEqualTo(DimseFailure.Kind.TLS));
            assertThatThrownBy(() -> new EchoScu(requestor()).echo(secured.peer()))
                    .isInstanceOf(DimseFailure.class);
        }
    }
}
