// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.wardlight.sync.BlockInput;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.DimseFailure.Kind;
import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.pdu.Pdu;

/**
 * Joins the fragments of P-DATA-TFs to messages (PS3.8 9.3.5, E). PDUs may be of any length and cut anywhere; nothing of a data set is
 * held. One thread.
 */
final class MessageReader {
    private static final int COMMAND = 1;
    private static final int LAST = 2;
    private static final int HEAD = 6;

    private final PduChannel channel;
    private final Duration reply;
    private long leftInPdu;
    private long leftInFragment;
    private int context;
    private int flags;
    private Optional<Data> open = Optional.empty();

    MessageReader(PduChannel channel, Duration reply) {
        this.channel = channel;
        this.reply = reply;
    }

    /** A command set with the number of the context that it came in. */
    record Command(int context, CommandSet command) {}

    /**
     * The command set of the next message; empty when the peer wants to release the association.
     *
     * @param patience how long the message may take to begin
     */
    Optional<Command> command(Duration patience) throws IOException {
        if (open.isPresent()) {
            open.get().transferTo(java.io.OutputStream.nullOutputStream());
            open = Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int first = 0;
        Duration wait = patience;
        do {
            if (!nextFragment(wait)) {
                if (bytes.size() > 0) {
                    throw violation("a release within a message");
                }
                return Optional.empty();
            }
            require((flags & COMMAND) != 0, "data where a command was due");
            require(first == 0 || first == context, "a message in two contexts");
            first = context;
            wait = reply;
            take(bytes);
        } while ((flags & LAST) == 0);
        try {
            return Optional.of(new Command(first, CommandSet.decode(bytes.toByteArray())));
        } catch (IllegalArgumentException broken) {
            throw violation(String.valueOf(broken.getMessage()));
        }
    }

    private void take(ByteArrayOutputStream bytes) throws IOException {
        if (leftInFragment > CommandSet.MOST - bytes.size()) {
            throw violation("a command set of more than " + CommandSet.MOST + " bytes");
        }
        byte[] fragment = new byte[(int) leftInFragment];
        for (int done = 0; done < fragment.length; ) {
            done += read(fragment, done, fragment.length - done);
        }
        bytes.writeBytes(fragment);
    }

    /** The data set of the message whose command was read last. */
    InputStream data() {
        Data data = new Data(context);
        open = Optional.of(data);
        return data;
    }

    private int read(byte[] target, int offset, int length) throws IOException {
        int count = channel.read(target, offset, (int) Math.min(length, leftInFragment));
        leftInFragment -= count;
        leftInPdu -= count;
        return count;
    }

    /** Moves to the next fragment; false when the peer wants to release instead. */
    private boolean nextFragment(Duration patience) throws IOException {
        while (leftInPdu == 0) {
            PduChannel.Head head = channel.head(patience);
            if (head.type() != Pdu.P_DATA_TF) {
                Pdu pdu = channel.body(head);
                if (pdu instanceof Pdu.ReleaseRequest) {
                    return false;
                }
                throw Reasons.unexpected(pdu);
            }
            leftInPdu = head.length();
        }
        require(leftInPdu >= HEAD, "a P-DATA-TF whose end is within a fragment");
        byte[] head = new byte[HEAD];
        for (int done = 0; done < HEAD; ) {
            done += channel.read(head, done, HEAD - done);
        }
        leftInPdu -= HEAD;
        leftInFragment =
                ((head[0] & 0xFFL) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | head[3] & 0xFF) - 2;
        context = head[4] & 0xFF;
        flags = head[5] & 0xFF;
        require(leftInFragment >= 0 && leftInFragment <= leftInPdu, "a fragment that is longer than its P-DATA-TF");
        return true;
    }

    private static void require(boolean right, String otherwise) throws DimseFailure {
        if (!right) {
            throw violation(otherwise);
        }
    }

    private static DimseFailure violation(String what) {
        return new DimseFailure(Kind.VIOLATION, "the peer sent " + what);
    }

    /** A data set while it comes in. */
    private final class Data extends BlockInput {
        private final int of;
        private boolean begun;
        private boolean ended;

        Data(int of) {
            this.of = of;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (!begun || leftInFragment == 0) {
                if (ended || (begun && (flags & LAST) != 0)) {
                    ended = true;
                    return -1;
                }
                if (!nextFragment(reply)) {
                    throw violation("a release within a data set");
                }
                begun = true;
                require((flags & COMMAND) == 0, "a command where data was due");
                require(context == of, "a message in two contexts");
            }
            return MessageReader.this.read(target, offset, length);
        }
    }
}
