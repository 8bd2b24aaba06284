// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.ByteSource;

/** From who writes to who reads, without holding it whole: the writer has a thread of its own meanwhile. */
final class Poured {
    private static final int PIPE = 256 << 10;

    private Poured() {}

    /** Writes everything, then returns. */
    interface Filler {
        void fill(OutputStream out) throws IOException;
    }

    /** Reads everything, then returns. */
    interface Taker<T> {
        T take(InputStream in) throws IOException;
    }

    /** What the taker makes of it; when the filler fails, its failure, and the taker's work came to nothing. */
    static <T> T through(Filler filler, Taker<T> taker) throws IOException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        try (PipedInputStream in = new PipedInputStream(PIPE)) {
            PipedOutputStream out = new PipedOutputStream(in);
            Thread thread = new Thread(() -> fill(filler, out, failure), "video");
            thread.setDaemon(true);
            thread.start();
            return taker.take(new Checked(in, failure));
        }
    }

    private static void fill(Filler filler, PipedOutputStream out, AtomicReference<@Nullable Throwable> failure) {
        // The failure is set before the end is seen.
        try (out) {
            try {
                filler.fill(out);
            } catch (IOException | RuntimeException failed) {
                failure.set(failed);
            }
        } catch (IOException readerIsGone) {
            failure.compareAndSet(null, readerIsGone);
        }
    }

    static void copy(ByteSource source, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 << 10];
        for (long at = 0; at < source.size(); at += buffer.length) {
            int count = (int) Math.min(buffer.length, source.size() - at);
            source.read(at, buffer, 0, count);
            out.write(buffer, 0, count);
        }
    }

    /** An end that is none: the writer's failure comes out where its bytes would. */
    private static final class Checked extends java.io.FilterInputStream {
        private final AtomicReference<@Nullable Throwable> failure;

        Checked(InputStream in, AtomicReference<@Nullable Throwable> failure) {
            super(in);
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            return checked(super.read());
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return checked(super.read(target, offset, length));
        }

        private int checked(int result) throws IOException {
            Throwable failed = result < 0 ? failure.get() : null;
            if (failed instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failed instanceof IOException io) {
                throw io;
            }
            return result;
        }
    }
}
