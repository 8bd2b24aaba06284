// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.DimseFailure.Kind;
import org.wardlight.sync.dimse.Timeouts;
import org.wardlight.sync.dimse.pdu.MalformedPdu;
import org.wardlight.sync.dimse.pdu.Pdu;
import org.wardlight.sync.dimse.pdu.PduReader;
import org.wardlight.sync.dimse.pdu.PduWriter;

/** PDUs on a connection; of a P-DATA-TF only the head is read here. One thread, but for {@link #close}. */
final class PduChannel implements Closeable {
    /** After so many bytes of a long PDU its time begins anew. */
    private static final int STEP = 64 * 1024;

    private final Transport transport;
    private final Timeouts timeouts;
    private long sinceDeadline;

    PduChannel(Transport transport, Timeouts timeouts) {
        this.transport = transport;
        this.timeouts = timeouts;
    }

    /** Type and length of a PDU, whose body comes next. */
    record Head(int type, long length) {}

    InetAddress from() {
        return transport.from();
    }

    boolean hasInput() throws IOException {
        return transport.hasInput();
    }

    /** The head of the next PDU, which must begin within a time. */
    Head head(Duration patience) throws IOException {
        transport.deadline(patience);
        try {
            int type = transport.read();
            within();
            transport.read();
            byte[] length = new byte[4];
            transport.readFully(length);
            long size =
                    (length[0] & 0xFFL) << 24 | (length[1] & 0xFF) << 16 | (length[2] & 0xFF) << 8 | length[3] & 0xFF;
            if (type < Pdu.ASSOCIATE_RQ || type > Pdu.ABORT) {
                throw MalformedPdu.unrecognised(type);
            }
            return new Head(type, size);
        } catch (EOFException | SocketException e) {
            throw closed(e);
        }
    }

    private void within() {
        transport.deadline(timeouts.pdu());
        sinceDeadline = 0;
    }

    /** The body of a PDU that controls the association. */
    Pdu body(Head head) throws IOException {
        if (head.length() > PduReader.MOST) {
            throw new DimseFailure(
                    Kind.VIOLATION,
                    String.format(
                            Locale.ROOT,
                            "the peer announced a PDU of type %d with %d bytes; at most %d make sense",
                            head.type(),
                            head.length(),
                            PduReader.MOST));
        }
        byte[] body = new byte[(int) head.length()];
        try {
            transport.readFully(body);
        } catch (EOFException | SocketException e) {
            throw closed(e);
        }
        return PduReader.read(head.type(), body);
    }

    /** Some bytes of a P-DATA-TF, at least one. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (sinceDeadline >= STEP) {
            within();
        }
        try {
            int count = transport.read(target, offset, length);
            sinceDeadline += count;
            return count;
        } catch (EOFException | SocketException | SSLException e) {
            throw closed(e);
        }
    }

    static DimseFailure closed(IOException cause) {
        return new DimseFailure(Kind.CLOSED, "the peer closed the connection without a word", cause);
    }

    void write(Pdu pdu) throws IOException {
        byte[] bytes = PduWriter.write(pdu);
        transport.write(bytes, 0, bytes.length);
    }

    void write(byte[] bytes, int length) throws IOException {
        transport.write(bytes, 0, length);
    }

    /** Waits until the peer closes the connection, at most for ARTIM, and closes it. */
    void awaitClose() {
        transport.deadline(timeouts.artim());
        byte[] dropped = new byte[1024];
        try {
            while (!transport.atEnd()) {
                transport.read(dropped, 0, dropped.length);
            }
        } catch (IOException e) {
            // silence, or a reset: the connection has served its purpose
        }
        close();
    }

    void closeGently() {
        transport.closeGently();
    }

    @Override
    public void close() {
        transport.close();
    }
}
