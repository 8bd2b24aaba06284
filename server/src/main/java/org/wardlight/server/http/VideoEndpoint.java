// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import org.wardlight.rendering.dicom.RawInput;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.rendition.VideoSource;

/** A video for a browser's own player: by byte range, never held whole. */
public final class VideoEndpoint {
    private final VideoSource videos;

    VideoEndpoint(VideoSource videos) {
        this.videos = videos;
    }

    void video(Context context) throws IOException {
        String version = context.queryParam("v");
        try (VideoSource.Video video = videos.open(context.pathParam("instance"), version)) {
            context.header(
                    "Cache-Control", version == null ? "private, no-cache" : "private, max-age=31536000, immutable");
            send(context, video);
        }
    }

    /** The video, or the part of it that is asked for. */
    public static void send(Context context, VideoSource.Video video) throws IOException {
        long size = video.bytes().size();
        RangedAnswer.send(
                context,
                video.mediaType(),
                '"' + video.etag() + '"',
                size,
                from -> RawInput.open(new Value.InFile(video.bytes(), from, size - from, false), Vr.OB));
    }
}
