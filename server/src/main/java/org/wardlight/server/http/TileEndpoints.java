// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.wardlight.rendering.tile.PlaneTiles;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.rendition.Rendered;
import org.wardlight.sync.rendition.RenditionCache;

/** Tiles, strips and layers. An address with its version ({@code v}) never changes; one without is revalidated. */
final class TileEndpoints {
    /** Twice as many as render at one time: half of them read and write while the others are rendered. */
    private static final int PER_THREAD = 2;

    private static final int LONGEST_QUEUE = 40;
    private static final long PATIENCE_MS = 30_000;
    private static final Map<String, Rendition> RENDITIONS =
            Map.of("preview", Rendition.PREVIEW, "exact", Rendition.EXACT);

    private final RenditionCache renditions;
    private final NewestFirst turns;

    TileEndpoints(RenditionCache renditions) {
        this.renditions = renditions;
        this.turns = new NewestFirst(renditions.threads() * PER_THREAD, LONGEST_QUEUE, PATIENCE_MS);
    }

    void tile(Context context) throws IOException {
        Rendition rendition = RENDITIONS.get(context.pathParam("rendition").toLowerCase(Locale.ROOT));
        if (rendition == null) {
            throw new Refused(ProblemKind.BAD_PARAMETER);
        }
        int frame = Parameters.pathNumber(context, "frame");
        TileAddress address = Parameters.of(
                "",
                unused -> new TileAddress(
                        Parameters.pathNumber(context, "level"),
                        Parameters.pathNumber(context, "row"),
                        Parameters.pathNumber(context, "column")));
        String instance = context.pathParam("instance");
        Rendition form = rendition == Rendition.EXACT ? exactForm(context) : rendition;
        answer(context, turns.run(() -> renditions.tile(instance, frame, form, address, context.queryParam("v"))));
    }

    /** PNG unless the other form is named, and named before it. */
    private static Rendition exactForm(Context context) {
        context.header("Vary", "Accept");
        String accept = context.header("Accept");
        for (MediaType range : MediaType.parseAccept(accept == null ? "*/*" : accept)) {
            if (range.name().equals(PlaneTiles.MEDIA_TYPE)) {
                return Rendition.PLANES;
            }
            if (range.takes("image/png")) {
                return Rendition.EXACT;
            }
        }
        return Rendition.EXACT;
    }

    void strip(Context context) throws IOException {
        int sheet = Parameters.pathNumber(context, "sheet");
        String series = context.pathParam("series");
        answer(context, turns.run(() -> renditions.strip(series, sheet, context.queryParam("v"))));
    }

    void presentation(Context context) throws IOException {
        answer(context, renditions.marks().presentation(context.pathParam("instance"), context.queryParam("v")));
    }

    void layer(Context context) throws IOException {
        int frame = Parameters.pathNumber(context, "frame");
        String instance = context.pathParam("instance");
        String layer = context.pathParam("layer");
        answer(context, turns.run(() -> renditions.layers().layer(instance, frame, layer, context.queryParam("v"))));
    }

    private static void answer(Context context, Rendered rendered) throws IOException {
        String etag = '"' + rendered.etag() + '"';
        if (context.queryParam("v") == null) {
            context.header("Cache-Control", "private, no-cache");
        } else {
            context.header("Cache-Control", "private, max-age=31536000, immutable");
        }
        if (!Etags.unchanged(context, etag)) {
            context.status(200).contentType(rendered.mediaType());
            Answers.whole(context, rendered.bytes());
        }
    }
}
