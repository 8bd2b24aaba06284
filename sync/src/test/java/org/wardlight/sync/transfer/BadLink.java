// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A proxy on loopback that makes a good link bad: late, slow, and reset after so many bytes or so long. Counts what it passed
 * down and what was thrown away with a reset. Thread-safe; close it.
 */
final class BadLink implements AutoCloseable {
    private static final int PIECE = 1460;

    /**
     * How bad.
     *
     * @param delay before each answer begins to pass
     * @param bytesPerSecond downwards over each connection, 0 for no limit
     * @param resetAfterBytes passed downwards over a connection, 0 for never
     * @param resetAfter age of a connection, zero for never
     */
    record Faults(Duration delay, long bytesPerSecond, long resetAfterBytes, Duration resetAfter) {
        static final Faults NONE = new Faults(Duration.ZERO, 0, 0, Duration.ZERO);
    }

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final Faults faults;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger resets = new AtomicInteger();
    private final AtomicLong passed = new AtomicLong();

    BadLink(InetSocketAddress target, Faults faults) throws IOException {
        this.target = target;
        this.faults = faults;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    int resets() {
        return resets.get();
    }

    /** Bytes that were passed down to the receiver. */
    long passed() {
        return passed.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket down = listener.accept();
                open.add(down);
                down.setTcpNoDelay(true);
                down.setSendBufferSize(16 * 1024);
                threads.execute(() -> connect(down));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void connect(Socket down) {
        try {
            Socket up = new Socket();
            open.add(up);
            up.connect(target);
            threads.execute(() -> upwards(down, up));
            downwards(up, down);
        } catch (IOException | InterruptedException over) {
            open.remove(down);
        }
    }

    private static void upwards(Socket down, Socket up) {
        try (InputStream in = down.getInputStream();
                OutputStream out = up.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException over) {
            // One of the two has gone.
        }
    }

    private void downwards(Socket up, Socket down) throws IOException, InterruptedException {
        long born = System.nanoTime();
        long bytes = 0;
        byte[] piece = new byte[PIECE];
        try (InputStream in = up.getInputStream();
                OutputStream out = down.getOutputStream()) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (bytes == 0) {
                    Thread.sleep(faults.delay.toMillis());
                }
                bytes += length;
                boolean tooMany = faults.resetAfterBytes > 0 && bytes > faults.resetAfterBytes;
                boolean tooOld = !faults.resetAfter.isZero() && System.nanoTime() - born > faults.resetAfter.toNanos();
                if (tooMany || tooOld) {
                    reset(down);
                    return;
                }
                out.write(piece, 0, length);
                passed.addAndGet(length);
                if (faults.bytesPerSecond > 0) {
                    Thread.sleep(Duration.ofNanos(length * 1_000_000_000L / faults.bytesPerSecond)
                            .toMillis());
                }
            }
        }
    }

    private void reset(Socket down) throws IOException {
        resets.incrementAndGet();
        // No lingering: the connection ends with RST, as when a network goes away.
        down.setSoLinger(true, 0);
        down.close();
    }
}
