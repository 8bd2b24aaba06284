// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.finish.Finish;
import org.wardlight.server.http.Absent;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.server.http.dicomweb.PictureAsked.Region;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;

/**
 * WADO-URI (PS3.18 9): one object, named by query parameters, as itself, as a picture, as a document or as a video. What is not offered,
 * anonymisation above all, is refused rather than left out.
 */
final class WadoUri {
    static final List<String> PARAMETERS = List.of(
            "requestType",
            "studyUID",
            "seriesUID",
            "objectUID",
            "contentType",
            "transferSyntax",
            "frameNumber",
            "rows",
            "columns",
            "region",
            "windowCenter",
            "windowWidth",
            "imageQuality",
            "annotation",
            "presentationUID",
            "presentationSeriesUID");
    static final List<String> MEDIA_TYPES = MediaTypes.all();

    private final Catalog catalog;
    private final ObjectEndpoints objects;
    private final PictureAnswers answers;

    WadoUri(Catalog catalog, ObjectEndpoints objects, PictureAnswers answers) {
        this.catalog = catalog;
        this.objects = objects;
        this.answers = answers;
    }

    void object(Context context) throws IOException {
        if (!"WADO".equals(context.queryParam("requestType"))) {
            throw wrong("requestType");
        }
        String anonymize = context.queryParam("anonymize");
        if (anonymize != null && !anonymize.isBlank()) {
            throw new Refused(
                    ProblemKind.BAD_PARAMETER, "Objects are not given without their identity: leave anonymize out.");
        }
        LocatedInstance object = named(context);
        context.header("Cache-Control", "private, no-cache").header("Vary", "Accept");
        for (MediaType range : types(context)) {
            if (given(context, object, range)) {
                return;
            }
        }
        throw new Refused(
                ProblemKind.NOT_ACCEPTABLE, "It is given as " + String.join(", ", MEDIA_TYPES) + ", where that fits.");
    }

    private LocatedInstance named(Context context) {
        String study = uid(context, "studyUID");
        String series = uid(context, "seriesUID");
        return catalog.instance(uid(context, "objectUID"))
                .filter(found -> found.study().equals(study) && found.series().equals(series))
                .orElseThrow(() -> Absent.instance(catalog, study));
    }

    private static String uid(Context context, String name) {
        String value = context.queryParam(name);
        if (value == null || !value.matches("[0-9.]{1,64}")) {
            throw wrong(name);
        }
        return value;
    }

    private static Refused wrong(String name) {
        return new Refused(ProblemKind.BAD_PARAMETER, "It is the parameter " + name + ".");
    }

    /** By contentType, else by Accept; saying nothing is taking what suits the object best (PS3.18 9.1.2.1). */
    private static List<MediaType> types(Context context) {
        String type = context.queryParam("contentType");
        return type == null || type.isBlank()
                ? Accepted.ranges(context)
                : MediaType.parseAccept(type.replace("dicom json", "dicom+json"));
    }

    private boolean given(Context context, LocatedInstance object, MediaType range) throws IOException {
        boolean any = range.name().equals("*/*");
        boolean picture = object.instance().header() != null;
        if (range.name().equals(Accepted.DICOM)) {
            String syntax = context.queryParam("transferSyntax");
            ObjectForm form = new ObjectForm(
                    false, Set.of(syntax == null ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid() : syntax.strip()));
            objects.alone(context, object, form);
            return true;
        }
        if (!any && range.takes(PictureAnswers.VIDEO) && !range.name().startsWith("image")) {
            if (object.instance().header() != null && object.instance().header().video() != null) {
                answers.video(context, object);
                return true;
            }
            return false;
        }
        if (!picture && answers.document(context, object, any ? "*" : range.name())) {
            return true;
        }
        Optional<Finish.Type> type = picture ? MediaTypes.picture(range) : Optional.empty();
        if (type.isPresent()) {
            answers.picture(context, object, frame(context), asked(context, type.get()));
        } else if (any) {
            objects.alone(context, object, new ObjectForm(false, Set.of("*")));
        }
        return any || type.isPresent();
    }

    private static int frame(Context context) {
        String frame = context.queryParam("frameNumber");
        try {
            return frame == null ? 1 : Integer.parseUnsignedInt(frame.strip());
        } catch (NumberFormatException none) {
            throw wrong("frameNumber");
        }
    }

    private static PictureAsked asked(Context context, Finish.Type type) {
        PictureAsked asked = PictureAsked.plain(type, 0);
        asked = PictureParameters.with(context, "imageQuality", asked, asked::quality);
        asked = PictureParameters.with(context, "annotation", asked, asked::annotated);
        asked = PictureParameters.with(context, "region", asked, region(asked));
        asked = PictureParameters.with(context, "presentationUID", asked, asked::state);
        return windowed(context, sized(context, asked));
    }

    /** One of rows and columns alone bounds that edge (PS3.18 9.1.2.2.3). */
    private static PictureAsked sized(Context context, PictureAsked asked) {
        int rows = edge(context, "rows");
        int columns = edge(context, "columns");
        int most = org.wardlight.rendering.tile.Picture.MOST_PIXELS;
        return rows == 0 && columns == 0 ? asked : asked.within(columns == 0 ? most : columns, rows == 0 ? most : rows);
    }

    private static int edge(Context context, String name) {
        @Nullable String value = context.queryParam(name);
        if (value == null) {
            return 0;
        }
        try {
            int edge = Integer.parseInt(value.strip());
            if (edge >= 1 && edge <= org.wardlight.rendering.tile.Picture.MOST_PIXELS) {
                return edge;
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        throw wrong(name);
    }

    private static PictureAsked windowed(Context context, PictureAsked asked) {
        String center = context.queryParam("windowCenter");
        String width = context.queryParam("windowWidth");
        if (center == null && width == null) {
            return asked;
        }
        try {
            return asked.window(PictureAsked.window(String.valueOf(center), String.valueOf(width), "linear"));
        } catch (IllegalArgumentException oneAlone) {
            throw wrong("windowCenter or windowWidth: both go together, and without presentationUID");
        }
    }

    /** Left, top, right and lower edge in fractions of the frame. */
    private static java.util.function.Function<String, PictureAsked> region(PictureAsked asked) {
        return text -> {
            String[] edges = text.split(",", -1);
            if (edges.length != 4) {
                throw new IllegalArgumentException("left,top,right,bottom");
            }
            double left = Double.parseDouble(edges[0]);
            double top = Double.parseDouble(edges[1]);
            double right = Double.parseDouble(edges[2]);
            double bottom = Double.parseDouble(edges[3]);
            if (!(left >= 0 && top >= 0 && right <= 1 && bottom <= 1 && left < right && top < bottom)) {
                throw new IllegalArgumentException("fractions from 0 to 1");
            }
            return asked.part(new Region(left, top, right - left, bottom - top, true));
        };
    }
}
