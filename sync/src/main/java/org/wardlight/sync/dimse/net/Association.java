// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.DimseFailure.Kind;
import org.wardlight.sync.dimse.Timeouts;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.message.CommandTag;
import org.wardlight.sync.dimse.pdu.MalformedPdu;
import org.wardlight.sync.dimse.pdu.Pdu;
import org.wardlight.sync.dimse.pdu.UserInformation;

/**
 * An association that both sides agreed on. One thread uses it, one message at a time in each direction (window 1,1); {@link #abort} may
 * be called by any. After a {@link DimseFailure} it is over. Closing without release aborts.
 */
public final class Association implements Closeable {
    private static final int LARGEST = 256 * 1024;
    /** As if nothing were said: what every peer takes (PS3.8 D.1). */
    private static final int SMALLEST = 32;

    private final PduChannel channel;
    private final Timeouts timeouts;
    private final Negotiated negotiated;
    private final TreeMap<Integer, Context> contexts = new TreeMap<>();
    private final MessageReader reader;
    private final byte[] buffer;
    private final Set<Integer> cancels = new HashSet<>();
    private int messageId;
    private volatile boolean over;

    /**
     * What was agreed on.
     *
     * @param calling AE title of the requestor
     * @param called AE title of the acceptor
     * @param theirs what the peer said of itself
     */
    record Negotiated(AeTitle calling, AeTitle called, List<Context> contexts, UserInformation theirs) {}

    Association(PduChannel channel, Timeouts timeouts, Negotiated negotiated) {
        this.channel = channel;
        this.timeouts = timeouts;
        this.negotiated = negotiated;
        negotiated.contexts().forEach(context -> contexts.put(context.id(), context));
        reader = new MessageReader(channel, timeouts.reply());
        long most = negotiated.theirs().maxLength();
        buffer = new byte[6 + (int) (most == 0 ? LARGEST : Math.max(SMALLEST, Math.min(most, LARGEST)))];
    }

    public AeTitle calling() {
        return negotiated.calling();
    }

    public AeTitle called() {
        return negotiated.called();
    }

    public InetAddress from() {
        return channel.from();
    }

    /** What the peer said of itself. */
    public UserInformation peer() {
        return negotiated.theirs();
    }

    /** The accepted contexts by their number. */
    public Collection<Context> contexts() {
        return List.copyOf(contexts.values());
    }

    /** The first context in which the requestor may ask for a service. */
    public Optional<Context> context(String abstractSyntax) {
        return contexts.values().stream()
                .filter(context ->
                        context.requestorScu() && context.abstractSyntax().equals(abstractSyntax))
                .findFirst();
    }

    /** A Message ID that was not used yet, 1 to 65535. */
    public int nextMessageId() {
        messageId = messageId % 0xFFFF + 1;
        return messageId;
    }

    /** Sends a message that has no data set. */
    public void send(Context context, CommandSet command) throws IOException {
        guarded(() -> {
            try (MessageOutput out = new MessageOutput(channel, buffer, context.id(), true)) {
                out.write(command.encode());
            }
            return true;
        });
    }

    /** Sends a message with its data set, which is written while it goes. When writing it fails, the association is over. */
    public void send(Context context, CommandSet command, DataWriter data) throws IOException {
        send(context, command);
        guarded(() -> {
            MessageOutput out = new MessageOutput(channel, buffer, context.id(), false);
            data.writeTo(out);
            out.close();
            return true;
        });
    }

    /** The next request of the peer; empty when it released the association, which is over then. */
    public Optional<Incoming> receive() throws IOException {
        return receive(timeouts.idle());
    }

    /**
     * The response to a request; a cancel of another request that comes in between is noted for {@link #cancelled}.
     *
     * @throws DimseFailure when something else came
     */
    public Incoming response(int messageIdRespondedTo) throws IOException {
        Incoming incoming = next();
        while (noteCancel(incoming)) {
            incoming = next();
        }
        Incoming response = incoming;
        return guarded(() -> {
            boolean isIt = response.command().isResponse()
                    && response.command()
                                    .number(CommandTag.MESSAGE_ID_RESPONDED_TO)
                                    .orElse(-1)
                            == messageIdRespondedTo;
            if (!isIt) {
                throw new DimseFailure(Kind.VIOLATION, "the peer answered something that was not asked");
            }
            return response;
        });
    }

    /** Whether the peer cancelled a request of its own that is being answered. */
    public boolean cancelled(int request) throws IOException {
        while (!cancels.contains(request) && hasInput()) {
            Incoming incoming = next();
            guarded(() -> {
                if (!noteCancel(incoming)) {
                    throw new DimseFailure(Kind.VIOLATION, "the peer asked before it was answered");
                }
                return true;
            });
        }
        return cancels.contains(request);
    }

    private boolean noteCancel(Incoming incoming) {
        if (incoming.command().field() != CommandField.C_CANCEL) {
            return false;
        }
        incoming.command().number(CommandTag.MESSAGE_ID_RESPONDED_TO).ifPresent(cancels::add);
        return true;
    }

    /** The next message while one is due. */
    public Incoming next() throws IOException {
        return receive(timeouts.reply())
                .orElseThrow(() -> new DimseFailure(Kind.ABORTED, "the peer left before it answered"));
    }

    private Optional<Incoming> receive(Duration patience) throws IOException {
        return guarded(() -> {
            Optional<MessageReader.Command> command = reader.command(patience);
            if (command.isEmpty()) {
                channel.write(new Pdu.ReleaseResponse());
                over = true;
                channel.awaitClose();
                return Optional.empty();
            }
            Context context = contexts.get(command.get().context());
            if (context == null) {
                throw new DimseFailure(
                        Kind.VIOLATION,
                        "the peer sent a message in context " + command.get().context() + ", which was not accepted");
            }
            CommandSet commandSet = command.get().command();
            InputStream data = commandSet.hasData() ? reader.data() : InputStream.nullInputStream();
            return Optional.of(new Incoming(context, commandSet, data));
        });
    }

    /** Whether the peer sent something that was not received yet. */
    public boolean hasInput() throws IOException {
        return guarded(channel::hasInput);
    }

    /** Ends the association in order (PS3.8 7.2); what still comes is dropped. */
    public void release() throws IOException {
        if (over) {
            return;
        }
        guarded(() -> {
            channel.write(new Pdu.ReleaseRequest());
            while (!over) {
                PduChannel.Head head = channel.head(timeouts.artim());
                if (head.type() == Pdu.P_DATA_TF) {
                    drop(head.length());
                    continue;
                }
                Pdu pdu = channel.body(head);
                if (pdu instanceof Pdu.ReleaseRequest) {
                    channel.write(new Pdu.ReleaseResponse()); // both wanted to release at once (PS3.8 7.2.2)
                } else if (pdu instanceof Pdu.ReleaseResponse) {
                    over = true;
                    channel.closeGently();
                } else {
                    throw Reasons.unexpected(pdu);
                }
            }
            return true;
        });
    }

    private void drop(long length) throws IOException {
        byte[] dropped = new byte[8192];
        long left = length;
        while (left > 0) {
            left -= channel.read(dropped, 0, (int) Math.min(left, dropped.length));
        }
    }

    /** Ends the association at once, whatever is under way. */
    public void abort() {
        if (!over) {
            over = true;
            channel.close();
        }
    }

    /** Tells the peer to stop, when it was this side that failed or had enough. */
    @Override
    public void close() {
        if (!over) {
            end(Pdu.Abort.BY_USER);
        }
    }

    private void end(Pdu.Abort abort) {
        over = true;
        try {
            channel.write(abort);
            channel.closeGently();
        } catch (IOException gone) {
            channel.close();
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    /** Whatever fails ends the association; who broke the rules is told so. */
    private <T> T guarded(Step<T> step) throws IOException {
        if (over) {
            throw new DimseFailure(Kind.CLOSED, "the association is over");
        }
        try {
            return step.run();
        } catch (MalformedPdu e) {
            end(e.answer());
            throw new DimseFailure(Kind.VIOLATION, "the peer sent a broken PDU: " + e.getMessage(), e);
        } catch (DimseFailure e) {
            if (e.kind() == Kind.VIOLATION) {
                end(Pdu.Abort.UNEXPECTED);
            } else if (e.kind() == Kind.TIMEOUT) {
                end(Pdu.Abort.BY_USER);
            }
            abort();
            throw e;
        } catch (IOException | RuntimeException e) {
            end(Pdu.Abort.BY_USER);
            throw e;
        }
    }
}
