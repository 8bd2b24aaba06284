// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.wardlight.sync.dimse.pdu.Pdu;

/** Cuts a command or data set into P-DATA-TFs of one fragment each; closing sends the last one. One thread. */
final class MessageOutput extends OutputStream {
    /** Head of the PDU and of the fragment. */
    static final int HEAD = 12;

    private static final int LAST = 2;

    private final PduChannel channel;
    private final byte[] buffer;
    private final int context;
    private final int flags;
    private int at = HEAD;
    private boolean closed;

    /** @param buffer room for one PDU with its head, of the length that the peer takes */
    MessageOutput(PduChannel channel, byte[] buffer, int context, boolean isCommand) {
        this.channel = channel;
        this.buffer = buffer;
        this.context = context;
        this.flags = isCommand ? 1 : 0;
    }

    @Override
    public void write(int value) throws IOException {
        if (at == buffer.length) {
            send(flags);
        }
        buffer[at++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int done = 0;
        while (done < length) {
            if (at == buffer.length) {
                send(flags);
            }
            int count = Math.min(length - done, buffer.length - at);
            System.arraycopy(bytes, offset + done, buffer, at, count);
            at += count;
            done += count;
        }
    }

    private void send(int control) throws IOException {
        buffer[0] = Pdu.P_DATA_TF;
        buffer[1] = 0;
        u32(2, at - 6);
        u32(6, at - 10);
        buffer[10] = (byte) context;
        buffer[11] = (byte) control;
        int length = at;
        at = HEAD;
        channel.write(buffer, length);
    }

    private void u32(int offset, int value) {
        for (int i = 0; i < 4; i++) {
            buffer[offset + i] = (byte) (value >>> (24 - 8 * i));
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            send(flags | LAST);
        }
    }
}
