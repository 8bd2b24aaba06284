// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Answers bytes that may be asked for in part (RFC 9110 14), never held whole. */
public final class RangedAnswer {
    private static final int BUFFER = 64 << 10;

    private RangedAnswer() {}

    /** Opens the bytes at an offset. */
    @FunctionalInterface
    public interface Opener {
        InputStream from(long offset) throws IOException;
    }

    /**
     * Answers 200, 206, 304 or 416.
     *
     * @param etag with its quotes
     */
    public static void send(Context context, String mediaType, String etag, long size, Opener opener)
            throws IOException {
        context.header("Accept-Ranges", "bytes");
        if (Etags.unchanged(context, etag)) {
            return;
        }
        Optional<ByteRange> range = range(context, etag, size);
        ByteRange part = range.orElse(new ByteRange(0, size));
        if (range.isPresent()) {
            context.header(
                    "Content-Range", "bytes " + part.from() + "-" + (part.from() + part.length() - 1) + "/" + size);
        }
        context.status(range.isPresent() ? 206 : 200).contentType(mediaType);
        context.res().setContentLengthLong(part.length());
        if (context.method() == HandlerType.HEAD) {
            // Sent before anybody takes the missing body for its length.
            context.res().flushBuffer();
        } else {
            try (InputStream in = opener.from(part.from())) {
                copy(in, part.length(), context.outputStream());
            }
        }
    }

    /** A range of what the client had before is of no use to it when that has changed: then all is sent (RFC 9110 13.1.5). */
    private static Optional<ByteRange> range(Context context, String etag, long size) {
        String condition = context.header("If-Range");
        if (condition != null && !condition.strip().equals(etag)) {
            return Optional.empty();
        }
        try {
            return ByteRange.of(context.header("Range"), size);
        } catch (Refused outside) {
            context.header("Content-Range", "bytes */" + size).header("Cache-Control", "no-store");
            throw outside;
        }
    }

    private static void copy(InputStream in, long length, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long left = length; left > 0; ) {
            int count = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
            if (count == 0) {
                throw new IOException("the bytes end before their length");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }
}
