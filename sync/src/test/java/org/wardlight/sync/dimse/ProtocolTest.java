// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.pdu.Pdu;
import org.wardlight.sync.dimse.pdu.PduReader;
import org.wardlight.sync.dimse.pdu.PduWriter;
import org.wardlight.sync.dimse.pdu.ProposedContext;
import org.wardlight.sync.dimse.pdu.UserInformation;
import org.wardlight.sync.dimse.scu.EchoScu;

/** What peers do that they must not, byte by byte. */
@Timeout(60)
class ProtocolTest {
    private static final UserInformation USER = UserInformation.of(16384, "2.25.9", "", List.of(), List.of());

    private TestNode node;
    private Socket socket;
    private DataInputStream in;

    @BeforeEach
    void open() throws IOException {
        node = TestNode.with(
                config -> config.withTimeouts(Timeouts.all(Duration.ofMillis(700))), intakes -> intakes, "SCU");
        socket = new Socket("127.0.0.1", node.server.port());
        socket.setSoTimeout(10_000);
        in = new DataInputStream(socket.getInputStream());
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        node.close();
    }

    private static Pdu.AssociateRequest request(int version, String application) {
        return new Pdu.AssociateRequest(
                version,
                "WARDLIGHT",
                "SCU",
                application,
                List.of(new ProposedContext(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2"))),
                USER);
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private Pdu receive() throws IOException {
        int type = in.read();
        in.read();
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        return PduReader.read(type, body);
    }

    private void associate() throws IOException {
        send(PduWriter.write(request(1, Pdu.APPLICATION_CONTEXT)));
        assertThat(receive()).isInstanceOf(Pdu.AssociateAccept.class);
    }

    private static byte[] data(int context, int flags, byte[] content) {
        byte[] pdu = new byte[12 + content.length];
        pdu[0] = 4;
        pdu[4] = (byte) (content.length + 6 >>> 8);
        pdu[5] = (byte) (content.length + 6);
        pdu[8] = (byte) (content.length + 2 >>> 8);
        pdu[9] = (byte) (content.length + 2);
        pdu[10] = (byte) context;
        pdu[11] = (byte) flags;
        System.arraycopy(content, 0, pdu, 12, content.length);
        return pdu;
    }

    @Test
    void another_version_or_application_is_rejected_with_its_reason() throws Exception {
        send(PduWriter.write(request(2, Pdu.APPLICATION_CONTEXT)));
        assertThat(receive()).isEqualTo(Pdu.AssociateReject.VERSION);
        try (Socket second = new Socket("127.0.0.1", node.server.port())) {
            second.getOutputStream().write(PduWriter.write(request(1, "1.2.3")));
            in = new DataInputStream(second.getInputStream());
            assertThat(receive()).isEqualTo(Pdu.AssociateReject.APPLICATION_CONTEXT);
        }
    }

    @Test
    void data_before_an_association_is_answered_by_an_abort() throws Exception {
        send(data(1, 3, new byte[8]));
        assertThat(receive()).isEqualTo(Pdu.Abort.UNEXPECTED);
    }

    @Test
    void a_web_browser_is_answered_by_an_abort() throws Exception {
        send("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(receive()).isEqualTo(Pdu.Abort.UNRECOGNISED);
    }

    @Test
    void a_second_request_in_an_association_is_answered_by_an_abort() throws Exception {
        associate();
        send(PduWriter.write(request(1, Pdu.APPLICATION_CONTEXT)));
        assertThat(receive()).isEqualTo(Pdu.Abort.UNEXPECTED);
    }

    @Test
    void a_message_in_a_context_that_was_not_accepted_is_answered_by_an_abort() throws Exception {
        associate();
        send(data(7, 3, Commands.echo(1).encode()));
        assertThat(receive()).isEqualTo(Pdu.Abort.UNEXPECTED);
    }

    @Test
    void lengths_that_lie_are_refused_before_anything_is_allocated() throws Exception {
        send(new byte[] {1, 0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0, 1});
        assertThat(receive()).isEqualTo(Pdu.Abort.UNEXPECTED);
    }

    @Test
    void a_command_cut_into_single_bytes_is_understood() throws Exception {
        associate();
        byte[] command = Commands.echo(9).encode();
        for (int i = 0; i < command.length; i++) {
            send(data(1, i + 1 == command.length ? 3 : 1, new byte[] {command[i]}));
        }
        assertThat(in.read()).isEqualTo(Pdu.P_DATA_TF);
        in.read();
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        CommandSet answer = CommandSet.decode(java.util.Arrays.copyOfRange(body, 6, body.length));
        assertThat(answer.status()).isZero();
        send(PduWriter.write(new Pdu.ReleaseRequest()));
        assertThat(receive()).isEqualTo(new Pdu.ReleaseResponse());
    }

    @Test
    void h01_a_silent_peer_is_left_after_the_time_for_one_pdu_and_the_server_goes_on() throws Exception {
        associate();
        send(new byte[] {4, 0, 0, 0, 0, 100, 0, 0});
        assertThat(receive()).isEqualTo(Pdu.Abort.BY_USER);
        assertThat(new EchoScu(TestNode.requestor("SCU")).echo(node.peer())).isZero();
    }

    @Test
    void who_never_asks_is_not_waited_for_for_ever() throws Exception {
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void what_answers_but_is_no_dicom_is_called_so() throws Exception {
        try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> {
                try (Socket caller = web.accept()) {
                    caller.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    caller.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                } catch (IOException gone) {
                    // the test is over
                }
            });
            answering.setDaemon(true);
            answering.start();
            Requestor own = new Requestor(TestNode.TITLE, Timeouts.all(Duration.ofSeconds(2)), Optional.empty());
            assertThatThrownBy(() -> new EchoScu(own).echo(Peer.parse("PACS@127.0.0.1:" + web.getLocalPort())))
                    .hasMessageContaining("does not speak DICOM");
        }
        assertThatThrownBy(() ->
                        new EchoScu(TestNode.requestor("SCU")).echo(Peer.parse("PACS@127.0.0.1:" + Dcmtk.freePort())))
                .hasMessageContaining("no program takes connections");
    }
}
