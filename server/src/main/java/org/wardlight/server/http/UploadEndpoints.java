// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.upload.Upload;
import org.wardlight.sync.upload.UploadException;
import org.wardlight.sync.upload.Uploads;

/**
 * Files from a browser, in pieces of at most {@link Uploads#LARGEST_PIECE} bytes. A piece carries its SHA-256 (Content-Digest, RFC 9530) and where it
 * begins; one that begins elsewhere than where the bytes end is answered with 409, and the sender asks how far it got.
 */
final class UploadEndpoints {
    /** Pieces that are held in memory at once: 64 MiB. */
    private static final int AT_ONCE = 8;

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_KEY = 128;
    private static final Pattern DIGEST = Pattern.compile("\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*");
    private static final String BYTES = "application/octet-stream";

    private final Uploads uploads;
    private final boolean isCopy;
    private final Semaphore room = new Semaphore(AT_ONCE);

    UploadEndpoints(Uploads uploads, boolean isCopy) {
        this.uploads = uploads;
        this.isCopy = isCopy;
    }

    void list(Context context) {
        Answers.json(
                context,
                new UploadList(uploads.of(owner(context)).stream().map(Line::of).toList()));
    }

    void one(Context context) {
        Answers.json(
                context,
                Line.of(uploads.of(owner(context), id(context))
                        .orElseThrow(() -> new Refused(ProblemKind.UPLOAD_NOT_FOUND))));
    }

    void begin(Context context) throws IOException {
        if (isCopy) {
            throw new Refused(ProblemKind.NOT_AT_A_COPY);
        }
        // A file is read after its sender has gone, and nobody knows whose images are in it before.
        if (Within.of(context).isPresent()) {
            throw new Refused(ProblemKind.NOT_ALLOWED);
        }
        Answers.requireJson(context);
        Announced announced = Answers.read(context, Announced.class);
        String name = text(announced.name(), LONGEST_NAME);
        String key = text(announced.key(), LONGEST_KEY);
        if (announced.bytes() < 1) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        try {
            Upload begun = uploads.begin(owner(context), name, key, announced.bytes());
            Answers.json(context, 201, Answers.JSON, Line.of(begun));
        } catch (UploadException refused) {
            throw new Refused(kind(refused));
        }
    }

    void append(Context context) throws IOException {
        BlobHash sha256 = digest(context);
        long at = Parameters.of(String.valueOf(context.queryParam("at")), Long::parseLong);
        if (!BYTES.equals(context.contentType())) {
            throw new Refused(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
        }
        if (!room.tryAcquire()) {
            throw new Refused(ProblemKind.BUSY);
        }
        try {
            byte[] piece = context.req().getInputStream().readNBytes(Uploads.LARGEST_PIECE + 1);
            if (piece.length > Uploads.LARGEST_PIECE) {
                throw new Refused(ProblemKind.TOO_LARGE);
            }
            Answers.json(context, Line.of(uploads.append(owner(context), id(context), at, piece, sha256)));
        } catch (UploadException refused) {
            throw new Refused(kind(refused));
        } finally {
            room.release();
        }
    }

    void again(Context context) throws IOException {
        try {
            Answers.json(context, 202, Answers.JSON, Line.of(uploads.again(owner(context), id(context))));
        } catch (UploadException refused) {
            throw new Refused(kind(refused));
        }
    }

    void discard(Context context) throws IOException {
        try {
            uploads.discard(owner(context), id(context));
            context.status(204);
        } catch (UploadException refused) {
            throw new Refused(kind(refused));
        }
    }

    private static ProblemKind kind(UploadException refused) {
        return switch (refused.why()) {
            case UNKNOWN -> ProblemKind.UPLOAD_NOT_FOUND;
            case ELSEWHERE -> ProblemKind.UPLOAD_ELSEWHERE;
            case DAMAGED -> ProblemKind.PIECE_DAMAGED;
            case TOO_MUCH -> ProblemKind.TOO_LARGE;
            case NO_ROOM -> ProblemKind.NO_ROOM;
        };
    }

    private static BlobHash digest(Context context) {
        @Nullable String header = context.header("Content-Digest");
        Matcher digest = DIGEST.matcher(header == null ? "" : header);
        if (!digest.matches()) {
            throw new Refused(ProblemKind.BAD_PARAMETER);
        }
        return BlobHash.of(Base64.getDecoder().decode(digest.group(1)));
    }

    private static String text(@Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        return text;
    }

    private static String owner(Context context) {
        return Guard.caller(context).id();
    }

    private static String id(Context context) {
        return context.pathParam("upload");
    }

    /** @param key the same for the same choice of files, so that an upload can go on after the page was left */
    record Announced(@Nullable String name, @Nullable String key, long bytes) {}

    record UploadList(List<Line> uploads) {}

    record Line(
            String upload,
            String name,
            String key,
            long bytes,
            long received,
            String begun,
            String state,
            Upload.Result result) {
        static Line of(Upload upload) {
            return new Line(
                    upload.id(),
                    upload.name(),
                    upload.key(),
                    upload.bytes(),
                    upload.received(),
                    upload.begun().toString(),
                    upload.state().name().toLowerCase(Locale.ROOT),
                    upload.result());
        }
    }
}
