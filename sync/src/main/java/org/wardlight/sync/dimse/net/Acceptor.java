// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.DimseFailure.Kind;
import org.wardlight.sync.dimse.Timeouts;
import org.wardlight.sync.dimse.pdu.MalformedPdu;
import org.wardlight.sync.dimse.pdu.Pdu;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateAccept;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateReject;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateRequest;

/**
 * Takes associations that others open. Thread-safe.
 *
 * @param tls keys and trust; null for connections without TLS
 * @param clientCertificate whether callers must show a certificate that is trusted
 */
public record Acceptor(
        Admission admission,
        Offer offer,
        Timeouts timeouts,
        @Nullable SSLContext tls,
        boolean clientCertificate) {

    /**
     * Agrees with a caller on an association; empty when it was turned away, and told why.
     *
     * @throws IOException when it never got so far; the socket is closed then
     */
    public Optional<Association> accept(Socket socket) throws IOException {
        Socket secured = socket;
        try {
            if (tls != null) {
                socket.setSoTimeout((int) timeouts.artim().toMillis());
                secured = Tls.server(tls, socket, clientCertificate);
            }
            PduChannel channel = new PduChannel(new Transport(socket, secured, timeouts.pdu()), timeouts);
            return negotiate(channel);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private Optional<Association> negotiate(PduChannel channel) throws IOException {
        AssociateRequest request = request(channel);
        Optional<AssociateReject> refusal = protocol(request).or(() -> admission.refuse(request, channel.from()));
        AssociateAccept accept = Negotiator.answer(request, offer, Own.information(List.of(), List.of()));
        List<Context> contexts = Negotiator.agreed(request, accept);
        if (refusal.isEmpty() && contexts.isEmpty()) {
            refusal = Optional.of(AssociateReject.NO_REASON);
        }
        if (refusal.isPresent()) {
            admission.refused(request, channel.from(), refusal.get());
            channel.write(refusal.get());
            channel.awaitClose();
            return Optional.empty();
        }
        channel.write(accept);
        return Optional.of(new Association(
                channel,
                timeouts,
                new Association.Negotiated(
                        new AeTitle(request.calling()), new AeTitle(request.called()), contexts, request.user())));
    }

    /** The first PDU must be the request (PS3.8 9.2, state 2). */
    private AssociateRequest request(PduChannel channel) throws IOException {
        try {
            PduChannel.Head head = channel.head(timeouts.artim());
            if (head.type() != Pdu.ASSOCIATE_RQ) {
                throw new DimseFailure(Kind.VIOLATION, "the first PDU was no A-ASSOCIATE-RQ");
            }
            return (AssociateRequest) channel.body(head);
        } catch (MalformedPdu e) {
            channel.write(e.answer());
            channel.awaitClose();
            throw new DimseFailure(Kind.NOT_DICOM, "what called does not speak DICOM: " + e.getMessage(), e);
        } catch (DimseFailure e) {
            if (e.kind() == Kind.VIOLATION) {
                channel.write(Pdu.Abort.UNEXPECTED);
                channel.awaitClose();
            }
            throw e;
        }
    }

    private static Optional<AssociateReject> protocol(AssociateRequest request) {
        if ((request.version() & 1) == 0) {
            return Optional.of(AssociateReject.VERSION);
        }
        if (!Pdu.APPLICATION_CONTEXT.equals(request.applicationContext())) {
            return Optional.of(AssociateReject.APPLICATION_CONTEXT);
        }
        return isTitle(request.calling())
                ? isTitle(request.called()) ? Optional.empty() : Optional.of(AssociateReject.CALLED_UNKNOWN)
                : Optional.of(AssociateReject.CALLING_UNKNOWN);
    }

    private static boolean isTitle(String text) {
        try {
            return !new AeTitle(text).value().isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
