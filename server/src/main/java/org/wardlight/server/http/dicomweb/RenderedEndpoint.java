// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.tile.Picture;
import org.wardlight.server.http.Etags;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.NewestFirst;
import org.wardlight.server.http.Parameters;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.rendition.Rendered;
import org.wardlight.sync.rendition.RenditionCache;

/**
 * WADO-RS rendered resources (PS3.18 10.4.1.1.3) and thumbnails (10.4.1.1.4) of one frame, as JPEG or PNG, with the query parameters
 * {@code viewport=width,height}, {@code window=centre,width,function}, {@code quality} and {@code accept} (8.3.5.1, 8.3.3.1). An
 * instance without a frame number gives its first frame, a study or series its middle image.
 */
final class RenderedEndpoint {
    private static final int QUALITY = 90;
    private static final int THUMBNAIL = 128;
    private static final int PER_THREAD = 2;
    private static final int LONGEST_QUEUE = 40;
    private static final long PATIENCE_MS = 30_000;

    private final Selection selection;
    private final RenditionCache renditions;
    private final NewestFirst turns;

    RenderedEndpoint(Catalog catalog, RenditionCache renditions) {
        this.selection = new Selection(catalog);
        this.renditions = renditions;
        this.turns = new NewestFirst(renditions.threads() * PER_THREAD, LONGEST_QUEUE, PATIENCE_MS);
    }

    void rendered(Context context) throws IOException {
        answer(context, 0);
    }

    void thumbnail(Context context) throws IOException {
        answer(context, THUMBNAIL);
    }

    private void answer(Context context, int edge) throws IOException {
        context.header("Cache-Control", "private, no-cache").header("Vary", "Accept");
        Picture asked = asked(context, edge);
        LocatedInstance located = representative(context);
        int frame = context.pathParamMap().containsKey("frame") ? Parameters.pathNumber(context, "frame") : 1;
        Rendered rendered = turns.run(() -> renditions.picture(located, frame, asked));
        if (!Etags.unchanged(context, '"' + rendered.etag() + '"')) {
            context.status(200).contentType(rendered.mediaType());
            context.res().setContentLength(rendered.bytes().length);
            context.result(rendered.bytes());
        }
    }

    /** Of a study or series the object in the middle of those that have a picture. */
    private LocatedInstance representative(Context context) {
        List<LocatedInstance> pictures = selection.of(context);
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

    private static Picture asked(Context context, int edge) {
        Picture.Type type = type(context);
        int quality = Parameters.of(Parameters.text(context, "quality", String.valueOf(QUALITY)), Integer::parseInt);
        int[] viewport =
                Parameters.of(Parameters.text(context, "viewport", edge + "," + edge), RenderedEndpoint::viewport);
        Window window = window(context.queryParam("window"));
        return Parameters.of("", unused -> new Picture(type, quality, window, viewport[0], viewport[1]));
    }

    /** Width and height; the source rectangle that PS3.18 8.3.5.1.3 has too is not taken. */
    private static int[] viewport(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("width,height");
        }
        return new int[] {Integer.parseUnsignedInt(parts[0]), Integer.parseUnsignedInt(parts[1])};
    }

    private static @Nullable Window window(@Nullable String text) {
        return text == null ? null : Parameters.of(text, RenderedEndpoint::parseWindow);
    }

    private static Window parseWindow(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2 && parts.length != 3) {
            throw new IllegalArgumentException("centre,width,function");
        }
        double center = Double.parseDouble(parts[0]);
        double width = Double.parseDouble(parts[1]);
        if (!Double.isFinite(center) || !Double.isFinite(width) || width <= 0) {
            throw new IllegalArgumentException("width above 0");
        }
        return new Window(center, width, function(parts.length == 3 ? parts[2] : "linear"), null);
    }

    private static Function function(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "linear" -> Function.LINEAR;
            case "linear-exact" -> Function.LINEAR_EXACT;
            case "sigmoid" -> Function.SIGMOID;
            default -> throw new IllegalArgumentException("no such function");
        };
    }

    private static Picture.Type type(Context context) {
        String accept = context.queryParam("accept") == null ? context.header("Accept") : context.queryParam("accept");
        for (MediaType range : MediaType.parseAccept(accept == null ? "*/*" : accept)) {
            for (Picture.Type type : Picture.Type.values()) {
                if (range.takes(type.mediaType())) {
                    return type;
                }
            }
        }
        throw new Refused(ProblemKind.NOT_A_PICTURE);
    }
}
