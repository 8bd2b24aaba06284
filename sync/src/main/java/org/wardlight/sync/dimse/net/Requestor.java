// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.DimseFailure.Kind;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.Timeouts;
import org.wardlight.sync.dimse.pdu.MalformedPdu;
import org.wardlight.sync.dimse.pdu.Pdu;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateAccept;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateReject;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateRequest;

/**
 * Opens associations to peers. Thread-safe.
 *
 * @param own AE title that this program calls itself
 * @param tls keys and trust for peers that are spoken to in TLS; without them such peers cannot be reached
 */
public record Requestor(AeTitle own, Timeouts timeouts, Optional<SSLContext> tls) {
    /**
     * Connects and agrees on an association.
     *
     * @throws DimseFailure saying in plain words how far it came; {@link Kind#NO_CONTEXT} when the peer takes nothing of the proposal
     */
    public Association open(Peer peer, Proposal proposal) throws IOException {
        Socket socket = new Socket();
        try {
            connect(socket, peer);
            Socket secured = peer.tls() ? secure(socket, peer) : socket;
            PduChannel channel = new PduChannel(new Transport(socket, secured, timeouts.pdu()), timeouts);
            return negotiate(channel, peer, proposal);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private void connect(Socket socket, Peer peer) throws IOException {
        InetSocketAddress address = new InetSocketAddress(peer.host(), peer.port());
        if (address.isUnresolved()) {
            throw new DimseFailure(Kind.UNREACHABLE, "no computer of the name " + peer.host() + " is known");
        }
        try {
            socket.connect(address, (int) timeouts.connect().toMillis());
        } catch (SocketTimeoutException late) {
            throw new DimseFailure(
                    Kind.UNREACHABLE,
                    "nothing answers at " + place(peer) + ": host off, wrong address, or a firewall in between",
                    late);
        } catch (IOException refused) {
            throw new DimseFailure(
                    Kind.UNREACHABLE,
                    "no program takes connections at " + place(peer)
                            + ": wrong port, or its DICOM service is not running",
                    refused);
        }
    }

    private static String place(Peer peer) {
        return peer.host() + " port " + peer.port();
    }

    private Socket secure(Socket socket, Peer peer) throws IOException {
        SSLContext keys = tls.orElseThrow(() -> new DimseFailure(
                Kind.TLS, "the peer is to be spoken to in TLS, but no certificate is configured here"));
        try {
            socket.setSoTimeout((int) timeouts.connect().toMillis());
            return Tls.client(keys, socket, peer.host(), peer.port());
        } catch (IOException failed) {
            throw new DimseFailure(
                    Kind.TLS,
                    "no TLS connection to " + place(peer)
                            + ": it does not speak TLS there, or one side does not trust the other's certificate",
                    failed);
        }
    }

    private Association negotiate(PduChannel channel, Peer peer, Proposal proposal) throws IOException {
        AssociateRequest request = new AssociateRequest(
                1,
                peer.title().value(),
                own.value(),
                Pdu.APPLICATION_CONTEXT,
                proposal.contexts(),
                Own.information(proposal.roles(), proposal.extended()));
        channel.write(request);
        Pdu answer = answer(channel);
        if (answer instanceof AssociateReject reject) {
            throw Reasons.rejected(reject, own, peer.title());
        }
        if (!(answer instanceof AssociateAccept accept)) {
            throw Reasons.unexpected(answer);
        }
        List<Context> contexts = Negotiator.agreed(request, accept);
        Association association = new Association(
                channel, timeouts, new Association.Negotiated(own, peer.title(), contexts, accept.user()));
        if (contexts.isEmpty()) {
            association.release();
            throw new DimseFailure(Kind.NO_CONTEXT, "it answered, but offers nothing of what was asked for");
        }
        return association;
    }

    private Pdu answer(PduChannel channel) throws IOException {
        try {
            PduChannel.Head head = channel.head(timeouts.artim());
            if (head.type() == Pdu.P_DATA_TF) {
                throw new DimseFailure(Kind.VIOLATION, "the peer sent data before it had accepted");
            }
            return channel.body(head);
        } catch (MalformedPdu e) {
            throw new DimseFailure(
                    Kind.NOT_DICOM, "something answers there, but it does not speak DICOM (a web server, perhaps)", e);
        } catch (DimseFailure e) {
            throw explained(e);
        }
    }

    private static DimseFailure explained(DimseFailure e) {
        if (e.kind() == Kind.TIMEOUT) {
            return new DimseFailure(
                    Kind.NOT_DICOM,
                    "something takes connections there, but does not answer in DICOM; it may want TLS",
                    e);
        }
        return e.kind() == Kind.CLOSED
                ? new DimseFailure(
                        Kind.CLOSED,
                        "it closed the connection without a word: our address or AE title may be unknown to it, or it wants TLS",
                        e)
                : e;
    }
}
