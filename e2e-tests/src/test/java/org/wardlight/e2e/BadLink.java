// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.wardlight.e2e.BadLink.Conditions;

/**
 * A bad network link on loopback: between its own port and a target it limits the rate (shared by all connections, each
 * direction for itself), delays, and resets all connections every so often. The handshake costs one round trip.
 * Thread-safe; counts the bytes that it passed on.
 */
final class BadLink implements Closeable {
    /**
     * @param bitsPerSecond rate of each direction, 0 for no limit
     * @param oneWayDelay time that each byte travels
     * @param resetEvery how often all connections are reset, zero for never
     */
    record Conditions(long bitsPerSecond, Duration oneWayDelay, Duration resetEvery) {
        static final Conditions PERFECT = new Conditions(0, Duration.ZERO, Duration.ZERO);
        /** 1 Mbit/s and 300 ms round trip: the corridor between two wards. */
        static final Conditions WARD = new Conditions(1_000_000, Duration.ofMillis(150), Duration.ZERO);
    }

    private static final int PIECE = 4096;

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final Conditions conditions;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Direction up;
    private final Direction down;
    private final AtomicLong resets = new AtomicLong();
    private volatile boolean closed;

    private BadLink(ServerSocket listener, InetSocketAddress target, Conditions conditions) {
        this.listener = listener;
        this.target = target;
        this.conditions = conditions;
        this.up = new Direction(conditions);
        this.down = new Direction(conditions);
    }

    static BadLink to(int targetPort, Conditions conditions) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        BadLink link =
                new BadLink(new ServerSocket(0, 50, loopback), new InetSocketAddress(loopback, targetPort), conditions);
        start("badlink-accept", link::accept);
        if (!conditions.resetEvery().isZero()) {
            start("badlink-reset", link::resetForever);
        }
        return link;
    }

    int port() {
        return listener.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Bytes that came down to the client. */
    long downBytes() {
        return down.passed.get();
    }

    long upBytes() {
        return up.passed.get();
    }

    long resets() {
        return resets.get();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        resetAll();
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = listener.accept();
                start("badlink-connect", () -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket();
            sockets.add(client);
            sockets.add(server);
            pause(conditions.oneWayDelay().multipliedBy(2));
            server.connect(target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start("badlink-up", () -> new Pipe(client, server, up).run());
            start("badlink-down", () -> new Pipe(server, client, down).run());
        } catch (IOException e) {
            drop(client);
        }
    }

    private void resetForever() {
        while (!closed) {
            pause(conditions.resetEvery());
            resetAll();
        }
    }

    private void resetAll() {
        for (Socket socket : sockets) {
            drop(socket);
        }
        resets.incrementAndGet();
    }

    /** Closes with a reset, as a lost radio link would look after its time-out. */
    private void drop(Socket socket) {
        sockets.remove(socket);
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is gone already, which is what was wanted.
        }
    }

    private static void pause(Duration time) {
        if (time.isZero()) {
            return;
        }
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What all connections of one direction share: the rate and the counter. */
    private static final class Direction {
        private final Conditions conditions;
        private final AtomicLong passed = new AtomicLong();
        private long freeAtNanos = System.nanoTime();

        Direction(Conditions conditions) {
            this.conditions = conditions;
        }

        /** Books the link for some bytes and says when the last of them has arrived at the other end. */
        synchronized long arrivalNanos(int bytes) {
            long now = System.nanoTime();
            long rate = conditions.bitsPerSecond();
            long cost = rate == 0 ? 0 : bytes * 8L * 1_000_000_000L / rate;
            freeAtNanos = Math.max(freeAtNanos, now) + cost;
            return freeAtNanos + conditions.oneWayDelay().toNanos();
        }
    }

    private record Piece(byte[] bytes, int length, long arrivalNanos) {}

    /** One direction of one connection: a reader that books the link, and a writer that waits for the arrival. */
    private final class Pipe {
        private final Socket from;
        private final Socket to;
        private final Direction direction;
        // As many pieces as a real window of 256 KiB holds: then the sender has to wait.
        private final java.util.concurrent.BlockingQueue<Piece> queue =
                new java.util.concurrent.ArrayBlockingQueue<>(64);

        Pipe(Socket from, Socket to, Direction direction) {
            this.from = from;
            this.to = to;
            this.direction = direction;
        }

        void run() {
            start("badlink-write", this::write);
            try {
                while (true) {
                    byte[] buffer = new byte[PIECE];
                    int n = from.getInputStream().read(buffer);
                    if (n < 0) {
                        queue.put(new Piece(buffer, -1, 0));
                        return;
                    }
                    queue.put(new Piece(buffer, n, direction.arrivalNanos(n)));
                }
            } catch (IOException e) {
                drop(to);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void write() {
            try {
                while (true) {
                    Piece piece = queue.poll(1, java.util.concurrent.TimeUnit.SECONDS);
                    if (piece == null) {
                        if (closed || from.isClosed() || to.isClosed()) {
                            return;
                        }
                        continue;
                    }
                    if (piece.length() < 0) {
                        to.shutdownOutput();
                        return;
                    }
                    long wait = piece.arrivalNanos() - System.nanoTime();
                    if (wait > 0) {
                        java.util.concurrent.TimeUnit.NANOSECONDS.sleep(wait);
                    }
                    to.getOutputStream().write(piece.bytes(), 0, piece.length());
                    direction.passed.addAndGet(piece.length());
                }
            } catch (IOException e) {
                drop(from);
                drop(to);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
