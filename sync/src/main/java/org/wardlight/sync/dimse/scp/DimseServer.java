// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.net.Acceptor;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Incoming;

/**
 * Listens for associations and answers them, each on a thread of its own, a bounded number at once. Who comes when all are taken is told
 * so.
 */
public final class DimseServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DimseServer.class);
    /** Threads beside the associations, to say that there is no room. */
    private static final int DOORKEEPERS = 4;

    private static final int BACKLOG = 64;

    private final ServerSocket listening;
    private final ThreadPoolExecutor threads;
    private final Acceptor acceptor;
    private final Handlers handlers;
    private final AtomicInteger running = new AtomicInteger();
    private final Set<Association> associations = ConcurrentHashMap.newKeySet();
    private final Witness witness;
    private final Duration grace;
    private volatile boolean closing;

    private DimseServer(ServerSocket listening, DimseConfig config, Handlers handlers) {
        this.listening = listening;
        this.handlers = handlers;
        this.grace = config.grace();
        witness = config.witness();
        AdmissionByPeers admission =
                new AdmissionByPeers(config, () -> running.get() > config.associations() || closing);
        acceptor = new Acceptor(
                admission, handlers, config.timeouts(), config.tls().orElse(null), config.clientCertificate());
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                0, config.associations() + DOORKEEPERS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "dicom-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Starts to listen.
     *
     * @throws IOException when the port is taken
     */
    public static DimseServer start(DimseConfig config, List<Handler> handlers) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(config.host()), config.port()), BACKLOG);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        DimseServer server = new DimseServer(socket, config, new Handlers(handlers, config));
        Thread door = new Thread(server::listen, "dicom-door");
        door.setDaemon(true);
        door.start();
        return server;
    }

    /** The port it listens on. */
    public int port() {
        return listening.getLocalPort();
    }

    private void listen() {
        while (!closing) {
            try {
                welcome(listening.accept());
            } catch (IOException e) {
                if (!closing) {
                    LOG.warn(
                            "A DICOM connection could not be taken: {}",
                            e.getClass().getSimpleName());
                    pause();
                }
            }
        }
    }

    /** When there are no file handles left, trying again at once would only burn the processor. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void welcome(Socket socket) throws IOException {
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException full) {
            socket.close();
        }
    }

    private void serve(Socket socket) {
        running.incrementAndGet();
        try (socket) {
            Optional<Association> association = acceptor.accept(socket);
            if (association.isPresent()) {
                serve(association.get());
            }
        } catch (DimseFailure e) {
            LOG.info("A DICOM association ended early: {}", e.kind());
        } catch (IOException e) {
            LOG.info("A DICOM connection failed: {}", e.getClass().getSimpleName());
        } catch (RuntimeException fault) {
            LOG.error("A DICOM association ended by a fault of this program", fault);
        } finally {
            running.decrementAndGet();
        }
    }

    private void serve(Association association) throws IOException {
        associations.add(association);
        witness.accepted(association);
        try (association) {
            Predicate<Peer.Right> rights = handlers.rights(association);
            Optional<Incoming> request = association.receive();
            while (request.isPresent()) {
                handlers.handle(association, rights, request.get());
                if (closing) {
                    return;
                }
                request = association.receive();
            }
        } finally {
            associations.remove(association);
            witness.ended(association);
        }
    }

    /** Takes no more associations, lets the running messages end for a time, then breaks off. */
    @Override
    public void close() throws IOException {
        closing = true;
        listening.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                associations.forEach(Association::abort);
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            associations.forEach(Association::abort);
            Thread.currentThread().interrupt();
        }
    }
}
