// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.DimseFailure.Kind;

/**
 * A connection with deadlines in both directions. One thread reads and writes; {@link #close} may be called by any.
 *
 * <p>Sockets have no time-out for writing: a peer that stops reading would hold a thread for ever. So a write that takes too long is
 * ended by closing the socket from another thread.
 */
final class Transport implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final Socket raw;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final AtomicBoolean watched = new AtomicBoolean();
    private final Duration writeLimit;
    private int at;
    private int end;
    private long deadline;
    private volatile long writingSince;

    /**
     * @param raw the connection itself
     * @param socket the same, or TLS over it
     * @param writeLimit how long one write may take
     */
    Transport(Socket raw, Socket socket, Duration writeLimit) throws IOException {
        this.raw = raw;
        this.socket = socket;
        this.writeLimit = writeLimit;
        in = socket.getInputStream();
        out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    InetAddress from() {
        return raw.getInetAddress();
    }

    /** From now on, what is asked for must be there in this time. */
    void deadline(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** Whether something arrived that was not read yet; it may be only a part of a message. */
    boolean hasInput() throws IOException {
        return at < end || raw.getInputStream().available() > 0 || in.available() > 0;
    }

    /** One byte. @throws EOFException when the peer closed the connection */
    int read() throws IOException {
        fill();
        return buffer[at++] & 0xFF;
    }

    /** Whether the connection is at its end instead of at another byte. */
    boolean atEnd() throws IOException {
        try {
            fill();
            return false;
        } catch (EOFException closed) {
            return true;
        }
    }

    /** Some bytes, at least one. */
    int read(byte[] target, int offset, int length) throws IOException {
        fill();
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, target, offset, count);
        at += count;
        return count;
    }

    void readFully(byte[] target) throws IOException {
        int done = 0;
        while (done < target.length) {
            done += read(target, done, target.length - done);
        }
    }

    private void fill() throws IOException {
        if (at < end) {
            return;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw timeout();
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        try {
            int count = in.read(buffer, 0, buffer.length);
            if (count < 0) {
                throw new EOFException("the peer closed the connection");
            }
            at = 0;
            end = count;
        } catch (SocketTimeoutException late) {
            throw timeout();
        }
    }

    private static DimseFailure timeout() {
        return new DimseFailure(Kind.TIMEOUT, "the peer was silent for too long");
    }

    /** Writes all, within the limit. */
    void write(byte[] bytes, int offset, int length) throws IOException {
        writingSince = System.nanoTime();
        if (watched.compareAndSet(false, true)) {
            watch(writeLimit.toMillis());
        }
        try {
            out.write(bytes, offset, length);
            out.flush();
        } catch (IOException e) {
            boolean late = System.nanoTime() - writingSince >= writeLimit.toNanos();
            throw late
                    ? new DimseFailure(Kind.TIMEOUT, "the peer took nothing for too long", e)
                    : new DimseFailure(Kind.CLOSED, "the peer closed the connection", e);
        } finally {
            writingSince = 0;
        }
    }

    private void watch(long millis) {
        CompletableFuture.delayedExecutor(Math.max(1, millis), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    watched.set(false);
                    long since = writingSince;
                    if (since == 0) {
                        return;
                    }
                    long left = writeLimit.toNanos() - (System.nanoTime() - since);
                    if (left <= 0) {
                        close();
                    } else if (watched.compareAndSet(false, true)) {
                        watch(TimeUnit.NANOSECONDS.toMillis(left));
                    }
                });
    }

    /** Never throws: nothing could be done. The raw socket goes first, so that TLS cannot wait for its farewell. */
    @Override
    public void close() {
        closeQuietly(raw);
        if (socket != raw) {
            closeQuietly(socket);
        }
    }

    /** Ends the connection with the farewell that TLS has, when both sides are done. */
    void closeGently() {
        closeQuietly(socket);
        closeQuietly(raw);
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}
