// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wardlight.rendering.finish.Finish;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.Parameters;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.rendition.FinishedPictures.Subject;
import org.wardlight.sync.rendition.Rendered;

/**
 * WADO-RS rendered resources (PS3.18 10.4.1.1.3) and thumbnails (10.4.1.1.4), by the parameters that {@link PictureParameters} reads. Alone
 * a study or series is its middle image and an instance its first frame; in a multipart body all images and frames come. A presentation
 * state is the first image that it names, as it says; a document and a video are themselves.
 */
final class RenderedEndpoint {
    private static final int THUMBNAIL = 128;

    private final Selection selection;
    private final PictureAnswers answers;

    RenderedEndpoint(Catalog catalog, PictureAnswers answers) {
        this.selection = new Selection(catalog);
        this.answers = answers;
    }

    void rendered(Context context) throws IOException {
        answer(context, 0);
    }

    void thumbnail(Context context) throws IOException {
        answer(context, THUMBNAIL);
    }

    private void answer(Context context, int edge) throws IOException {
        context.header("Cache-Control", "private, no-cache").header("Vary", "Accept");
        List<LocatedInstance> objects = selection.of(context);
        List<Integer> frames = context.pathParamMap().containsKey("frame")
                ? Parameters.of(context.pathParam("frame"), FrameEndpoints::numbers)
                : List.of();
        boolean one = objects.size() == 1;
        for (MediaType range : Accepted.ranges(context)) {
            Optional<Finish.Type> parts = parts(range);
            if (parts.isPresent()) {
                all(context, objects, frames, PictureParameters.of(context, parts.get(), edge));
                return;
            }
            boolean object = one && frames.isEmpty() && edge == 0;
            if (object && range.takes(PictureAnswers.VIDEO) && !range.takes("image/jpeg") && isVideo(objects.get(0))) {
                answers.video(context, objects.get(0));
                return;
            }
            if (object && answers.document(context, objects.get(0), wanted(range))) {
                return;
            }
            Optional<Finish.Type> type = MediaTypes.picture(range);
            if (type.isPresent() && frames.size() <= 1) {
                alone(context, objects, frames, PictureParameters.of(context, type.get(), edge));
                return;
            }
        }
        throw new Refused(ProblemKind.NOT_A_PICTURE);
    }

    private void alone(Context context, List<LocatedInstance> objects, List<Integer> frames, PictureAsked asked)
            throws IOException {
        LocatedInstance image = representative(objects);
        Optional<Subject> subject = image.instance().header() == null ? answers.subjectOf(image) : Optional.empty();
        if (subject.isPresent()) {
            PictureAsked stated = Parameters.of(image.instance().instance(), asked::state);
            answers.picture(context, subject.get().image(), subject.get().frame(), stated);
        } else {
            answers.picture(context, image, frames.isEmpty() ? 1 : frames.get(0), asked);
        }
    }

    /** What has no picture is left out among others; asked for alone, it says why. */
    private void all(Context context, List<LocatedInstance> objects, List<Integer> frames, PictureAsked asked)
            throws IOException {
        List<LocatedInstance> images = objects.size() == 1
                ? objects
                : objects.stream()
                        .filter(one -> one.instance().header() != null)
                        .toList();
        if (images.isEmpty()) {
            throw new Refused(ProblemKind.NOT_SHOWN);
        }
        Address address = Address.of(context);
        Related body = null;
        for (LocatedInstance image : images) {
            for (int frame : frames.isEmpty() ? everyFrame(image) : frames) {
                // The first is made before the answer begins, so that it can still be a problem.
                Rendered rendered = answers.rendered(image, frame, asked);
                body = body == null ? new Related(context, rendered.mediaType()) : body;
                body.part(rendered.mediaType(), address.instance(image) + "/frames/" + frame + "/rendered")
                        .write(rendered.bytes());
                body.endPart();
            }
        }
        if (body != null) {
            body.end();
        }
    }

    private static List<Integer> everyFrame(LocatedInstance image) {
        ImageHeader header = image.instance().header();
        int frames = header == null ? 1 : Math.max(1, header.frames().size());
        return IntStream.rangeClosed(1, frames).boxed().toList();
    }

    /** Of a study or series the object in the middle of those that have a picture. */
    private static LocatedInstance representative(List<LocatedInstance> objects) {
        List<LocatedInstance> pictures = objects;
        if (pictures.size() > 1) {
            pictures = pictures.stream()
                    .filter(one -> one.instance().header() != null)
                    .toList();
        }
        if (pictures.isEmpty()) {
            throw new Refused(ProblemKind.NOT_SHOWN);
        }
        String first = pictures.get(0).series();
        List<LocatedInstance> series =
                pictures.stream().filter(one -> one.series().equals(first)).toList();
        return series.get(series.size() / 2);
    }

    private static boolean isVideo(LocatedInstance object) {
        ImageHeader header = object.instance().header();
        return header != null && header.video() != null;
    }

    private static Optional<Finish.Type> parts(MediaType range) {
        boolean related = range.name().equals(Accepted.RELATED) || range.name().equals("multipart/*");
        return related
                ? MediaTypes.picture(MediaType.parse(range.parameter("type").orElse("image/jpeg")))
                : Optional.empty();
    }

    /** Which documents a range takes. */
    private static String wanted(MediaType range) {
        if (range.name().equals("*/*")) {
            return "*";
        }
        return range.name().equals("text/*") ? "text/html" : range.name();
    }
}
