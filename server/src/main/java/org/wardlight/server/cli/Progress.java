// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Says how far something is: a bar that redraws itself for a person, a plain line now and then for a log. Silent for what
 * takes less than a second. Thread-safe.
 */
final class Progress implements AutoCloseable {
    private static final long SILENT_MS = 1_000;
    private static final long REDRAW_MS = 100;
    private static final long PLAIN_MS = 5_000;
    private static final int BAR = 30;

    private final PrintWriter out;
    private final boolean isTerminal;
    private final LongSupplier clockMs;
    private final long startMs;
    private long lastMs;
    private boolean isDrawn;

    Progress(PrintWriter out, boolean isTerminal, LongSupplier clockMs) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.clockMs = clockMs;
        this.startMs = clockMs.getAsLong();
        this.lastMs = startMs;
    }

    static Progress on(Console console) {
        return new Progress(console.err(), console.isTerminal(), () -> System.nanoTime() / 1_000_000);
    }

    /** @param total 0 when it is not known */
    synchronized void update(String what, long done, long total, String unit) {
        long now = clockMs.getAsLong();
        if (now - startMs < SILENT_MS || now - lastMs < (isTerminal ? REDRAW_MS : PLAIN_MS)) {
            return;
        }
        lastMs = now;
        String line = total > 0 ? measured(what, done, total, unit) : what + ": " + done + " " + unit;
        if (isTerminal) {
            out.print("\r\u001b[K" + line);
            out.flush();
            isDrawn = true;
        } else {
            out.println(line);
        }
    }

    private String measured(String what, long done, long total, String unit) {
        double part = Math.min(1.0, (double) done / total);
        String text = String.format(Locale.ROOT, "%3.0f %%, %d of %d %s", part * 100, done, total, unit);
        if (!isTerminal) {
            return what + ": " + text.strip();
        }
        int full = (int) (part * BAR);
        return what + " [" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + text;
    }

    /** Takes the bar away until the next update, so that a line can be printed. */
    @Override
    public synchronized void close() {
        if (isDrawn) {
            out.print("\r\u001b[K");
            out.flush();
            isDrawn = false;
        }
    }
}
