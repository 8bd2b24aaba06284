// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.sync.rendition.VideoSource;

/** A video for a browser's own player: by byte range, never held whole. */
final class VideoEndpoint {
    private static final int BUFFER = 64 << 10;
    private final VideoSource videos;

    VideoEndpoint(VideoSource videos) {
        this.videos = videos;
    }

    void video(Context context) throws IOException {
        String version = context.queryParam("v");
        try (VideoSource.Video video = videos.open(context.pathParam("instance"), version)) {
            String etag = '"' + video.etag() + '"';
            context.header(
                            "Cache-Control",
                            version == null ? "private, no-cache" : "private, max-age=31536000, immutable")
                    .header("Accept-Ranges", "bytes");
            if (Etags.unchanged(context, etag)) {
                return;
            }
            long size = video.bytes().size();
            Optional<ByteRange> range = range(context, etag, size);
            ByteRange part = range.orElse(new ByteRange(0, size));
            if (range.isPresent()) {
                context.header(
                        "Content-Range", "bytes " + part.from() + "-" + (part.from() + part.length() - 1) + "/" + size);
            }
            context.status(range.isPresent() ? 206 : 200).contentType(video.mediaType());
            context.res().setContentLengthLong(part.length());
            if (context.method() == HandlerType.HEAD) {
                // Sent before anybody takes the missing body for its length.
                context.res().flushBuffer();
            } else {
                copy(video.bytes(), part, context.outputStream());
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

    private static void copy(ByteSource source, ByteRange part, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long end = part.from() + part.length();
        for (long at = part.from(); at < end; at += buffer.length) {
            int count = (int) Math.min(buffer.length, end - at);
            source.read(at, buffer, 0, count);
            out.write(buffer, 0, count);
        }
    }
}
