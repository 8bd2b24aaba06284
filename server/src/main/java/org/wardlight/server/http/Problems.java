// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.sync.Json;
import org.wardlight.sync.account.AccountException;
import org.wardlight.sync.blob.BlobMissing;
import org.wardlight.sync.rendition.RenditionException.IdentityMismatch;
import org.wardlight.sync.rendition.RenditionException.NotFound;
import org.wardlight.sync.rendition.RenditionException.What;
import org.wardlight.sync.sqlite.StoreFailure;

/** Which exception is which problem: the only such table. The text of an exception goes neither to the client nor to the log. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final List<Row<?>> TABLE = List.of(
            row(Refused.class, Refused::kind),
            row(HttpResponseException.class, e -> ofStatus(e.getStatus())),
            row(AccountException.class, e -> ProblemKind.valueOf(e.reason().name())),
            row(BlobMissing.class, e -> ProblemKind.BLOB_NOT_FOUND),
            row(MalformedDicom.class, e -> ProblemKind.MALFORMED_DICOM),
            row(Unsupported.class, e -> ProblemKind.NOT_SHOWN),
            row(LimitExceeded.class, e -> ProblemKind.LIMIT_EXCEEDED),
            row(NotFound.class, e -> absent(e.what())),
            row(IdentityMismatch.class, e -> ProblemKind.IDENTITY_MISMATCH),
            row(StoreFailure.class, e -> ProblemKind.NOT_READY),
            row(EOFException.class, e -> ProblemKind.MALFORMED_DICOM));

    private Problems() {}

    static void answer(Exception exception, Context context) {
        if (context.res().isCommitted() || isClientGone(exception)) {
            // The head of the answer is out, or nobody listens: closing the connection is all that can be said.
            LOG.debug("answer cut off: {}", exception.getClass().getName());
            abort(context.res());
            return;
        }
        ProblemKind kind = of(exception);
        if (kind == ProblemKind.INTERNAL || kind == ProblemKind.NOT_READY) {
            LOG.error("fault: {}", trace(exception));
        }
        Answers.problem(context, kind, exception instanceof Refused refused ? refused.offer() : "");
    }

    static void answer(HttpServletResponse response, Error error) {
        LOG.error("fault: {}", trace(error));
        if (response.isCommitted()) {
            abort(response);
            return;
        }
        ProblemKind kind = error instanceof OutOfMemoryError ? ProblemKind.BUSY : ProblemKind.INTERNAL;
        response.setStatus(kind.status());
        response.setContentType("application/problem+json");
        try {
            response.getOutputStream().write(Json.bytes(kind.document()));
        } catch (IOException gone) {
            LOG.debug("answer cut off");
        }
    }

    static ProblemKind of(Throwable exception) {
        for (Row<?> row : TABLE) {
            Optional<ProblemKind> kind = row.match(exception);
            if (kind.isPresent()) {
                return kind.get();
            }
        }
        return ProblemKind.INTERNAL;
    }

    private static ProblemKind ofStatus(int status) {
        return switch (status) {
            case 400 -> ProblemKind.BAD_BODY;
            case 404 -> ProblemKind.NOT_FOUND;
            case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
            case 413 -> ProblemKind.TOO_LARGE;
            case 415 -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
            default -> ProblemKind.INTERNAL;
        };
    }

    private static ProblemKind absent(What what) {
        return switch (what) {
            case SERIES -> ProblemKind.SERIES_NOT_FOUND;
            case INSTANCE -> ProblemKind.INSTANCE_NOT_FOUND;
            case VERSION -> ProblemKind.VERSION_GONE;
            case LAYER -> ProblemKind.LAYER_NOT_FOUND;
            case FRAME, TILE, SHEET -> ProblemKind.TILE_NOT_FOUND;
        };
    }

    private static boolean isClientGone(Throwable exception) {
        return exception instanceof EofException;
    }

    private static void abort(HttpServletResponse response) {
        try {
            response.sendError(-1); // Jetty: abort the connection, so that a cut-off body is seen as cut off.
        } catch (IOException | IllegalStateException alreadyOver) {
            LOG.debug("connection was closed");
        }
    }

    /** Class names and lines alone: a message may hold a path or a value. */
    private static String trace(Throwable thrown) {
        var text = new StringBuilder();
        for (Throwable t = thrown; t != null && text.length() < 4000; t = t.getCause()) {
            text.append(t.getClass().getName());
            for (StackTraceElement line :
                    List.of(t.getStackTrace()).subList(0, Math.min(12, t.getStackTrace().length))) {
                text.append(" < ").append(line.getClassName()).append(':').append(line.getLineNumber());
            }
            text.append(" | ");
        }
        return text.toString();
    }

    private static <E extends Throwable> Row<E> row(Class<E> type, Function<E, ProblemKind> kind) {
        return new Row<>(type, kind);
    }

    private record Row<E extends Throwable>(Class<E> type, Function<E, ProblemKind> kind) {
        Optional<ProblemKind> match(Throwable thrown) {
            return type.isInstance(thrown) ? Optional.of(kind.apply(type.cast(thrown))) : Optional.empty();
        }
    }
}
