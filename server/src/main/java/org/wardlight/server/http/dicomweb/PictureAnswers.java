// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wardlight.server.http.Answers;
import org.wardlight.server.http.Etags;
import org.wardlight.server.http.NewestFirst;
import org.wardlight.server.http.Parameters;
import org.wardlight.server.http.VideoEndpoint;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.rendition.FinishedPictures.Subject;
import org.wardlight.sync.rendition.FinishedPictures.Wanted;
import org.wardlight.sync.rendition.Rendered;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.rendition.VideoSource;

/** Gives pictures, videos and documents of objects (PS3.18 8.7.4), by turns, so that one client does not take all the threads. */
final class PictureAnswers {
    static final String VIDEO = "video/mp4";
    static final List<String> TYPES =
            List.of("image/jpeg", "image/png", "image/gif", VIDEO, "text/html", "application/pdf");
    private static final String LOCKED =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
    private static final int PER_THREAD = 2;
    private static final int LONGEST_QUEUE = 40;
    private static final long PATIENCE_MS = 30_000;

    private final RenditionCache renditions;
    private final NewestFirst turns;

    PictureAnswers(RenditionCache renditions) {
        this.renditions = renditions;
        this.turns = new NewestFirst(renditions.threads() * PER_THREAD, LONGEST_QUEUE, PATIENCE_MS);
    }

    /** One picture alone. */
    void picture(Context context, LocatedInstance image, int frame, PictureAsked asked) throws IOException {
        answer(context, rendered(image, frame, asked));
    }

    Rendered rendered(LocatedInstance image, int frame, PictureAsked asked) throws IOException {
        if (asked.isSimple()) {
            return turns.run(() -> renditions.picture(image, frame, asked.simple()));
        }
        Wanted wanted = Parameters.of("", unused -> asked.wanted(image, frame));
        return turns.run(() -> renditions.finished().picture(image, frame, wanted));
    }

    /** The image that a presentation state is for, to be drawn as it says; empty when the object is none. */
    Optional<Subject> subjectOf(LocatedInstance object) throws IOException {
        return renditions.finished().subjectOf(object);
    }

    /** The document that an object is, when it is one of that media type; {@code *} stands for any. */
    boolean document(Context context, LocatedInstance object, String mediaType) throws IOException {
        Optional<String> own = renditions.documents().mediaTypeOf(object);
        if (own.filter(type -> mediaType.equals("*") || mediaType.equals(type)).isEmpty()) {
            return false;
        }
        boolean pdf = own.get().equals("application/pdf");
        context.header("Content-Security-Policy", pdf ? LOCKED.replace("sandbox; ", "") : LOCKED);
        answer(context, renditions.documents().document(object.instance().instance(), 1, null));
        return true;
    }

    /** The video that an object is, by byte ranges. */
    void video(Context context, LocatedInstance object) throws IOException {
        try (VideoSource.Video video =
                renditions.videos().open(object.instance().instance(), null)) {
            VideoEndpoint.send(context, video);
        }
    }

    private static void answer(Context context, Rendered rendered) throws IOException {
        if (!Etags.unchanged(context, '"' + rendered.etag() + '"')) {
            context.status(200).contentType(rendered.mediaType());
            Answers.whole(context, rendered.bytes());
        }
    }
}
