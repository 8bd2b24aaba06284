// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.wardlight.sync.Json;

/** Reads and writes JSON; gzip above 1 kB when the client takes it. */
public final class Answers {
    public static final String JSON = "application/json";
    private static final int WORTH_COMPRESSING = 1024;

    private Answers() {}

    public static void json(Context context, Object value) {
        json(context, 200, JSON, value);
    }

    public static void problem(Context context, ProblemKind kind) {
        problem(context, kind, "");
    }

    /** @param more follows the kind's own words */
    public static void problem(Context context, ProblemKind kind, String more) {
        context.removeHeader("Content-Encoding");
        context.removeHeader("ETag");
        if (kind == ProblemKind.SIGN_IN_NEEDED) {
            context.header("WWW-Authenticate", "Bearer");
        }
        if (kind == ProblemKind.BUSY) {
            context.header("Retry-After", "1");
        }
        json(context, kind.status(), "application/problem+json", kind.document(more));
    }

    public static void json(Context context, int status, String mediaType, Object value) {
        bytes(context, status, mediaType, Json.bytes(value));
    }

    /** Refuses a body that is not said to be JSON: a form of another site cannot send that type unasked. */
    public static void requireJson(Context context) {
        String type = context.contentType();
        if (type == null || !MediaType.parse(type).name().equals(JSON)) {
            throw new Refused(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    /** The JSON body of a request, at most 256 kB. */
    public static <T> T read(Context context, Class<T> type) {
        try {
            return Json.read(context.bodyAsBytes(), type);
        } catch (IOException notOfThatForm) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
    }

    /** JSON that is revalidated by its ETag: 304 when the client has these very bytes. */
    public static void revalidated(Context context, Object value) {
        byte[] plain = Json.bytes(value);
        context.header("Cache-Control", "private, no-cache");
        if (!Etags.unchanged(context, "W/" + Etags.of(plain))) {
            bytes(context, 200, JSON, plain);
        }
    }

    /** Bytes that may be compressed. */
    public static void bytes(Context context, int status, String mediaType, byte[] plain) {
        context.status(status).contentType(mediaType).header("Vary", "Accept-Encoding");
        if (context.res().getHeader("Cache-Control") == null) {
            context.header("Cache-Control", "private, no-cache");
        }
        if (plain.length > WORTH_COMPRESSING && Encodings.accepts(context.header("Accept-Encoding"), "gzip")) {
            context.header("Content-Encoding", "gzip").result(gzip(plain));
        } else {
            context.result(plain);
        }
    }

    /** A whole body in one write; {@code Context.result} would have it copied in small steps. */
    public static void whole(Context context, byte[] body) throws IOException {
        context.res().setContentLength(body.length);
        context.outputStream().write(body);
    }

    private static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 4);
        try (var zip = new GZIPOutputStream(out, 8192)) {
            zip.write(plain);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }
}
