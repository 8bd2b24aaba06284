// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.isolation;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One child process and the pipes to it. Used by one thread at a time. */
public final class Child implements AutoCloseable {
    private static final int BUFFER = 64 << 10;
    /** Most frames are through before it is looked at for the first time. */
    private static final long LOOK_MS = 40;

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ChildLimits limits;
    private final ScheduledExecutorService watch;
    private volatile ChildFault.@Nullable Reason stopped;

    private Child(Process process, ChildLimits limits, ScheduledExecutorService watch) {
        this.process = process;
        this.in = new DataInputStream(process.getInputStream());
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
        this.limits = limits;
        this.watch = watch;
    }

    static Child start(Class<? extends ChildService> service, ChildLimits limits, ScheduledExecutorService watch)
            throws IOException {
        return new Child(ChildCommand.of(service, limits).start(), limits, watch);
    }

    /** What is written and read in one request. */
    @FunctionalInterface
    public interface Exchange<T> {
        /** Writes a request, flushes it, and reads the whole answer. */
        T with(DataInputStream in, DataOutputStream out) throws IOException;
    }

    /**
     * Asks, within a time limit.
     *
     * @throws ChildFault when the child crashed or was stopped; it is of no use any more
     */
    public <T> T ask(Duration limit, Exchange<T> exchange) throws ChildFault {
        long end = System.nanoTime() + limit.toNanos();
        ScheduledFuture<?> looking =
                watch.scheduleWithFixedDelay(() -> look(end), LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
        try {
            return exchange.with(in, out);
        } catch (IOException broken) {
            close();
            ChildFault.Reason reason = stopped;
            throw new ChildFault(reason == null ? ChildFault.Reason.ENDED : reason);
        } finally {
            looking.cancel(false);
        }
    }

    private void look(long end) {
        if (System.nanoTime() - end > 0) {
            stop(ChildFault.Reason.TIME);
        } else if (residentMib() > limits.residentMib()) {
            stop(ChildFault.Reason.MEMORY);
        }
    }

    private void stop(ChildFault.Reason reason) {
        stopped = reason;
        process.destroyForcibly();
    }

    /** VmRSS of /proc/PID/status; 0 where there is none. */
    private long residentMib() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | NumberFormatException notLinuxOrGone) {
            return 0;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The process number, for whoever watches. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            in.close();
            out.close();
        } catch (IOException alreadyBroken) {
            // The process is gone; so are its pipes.
            return;
        }
    }
}
