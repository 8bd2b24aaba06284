// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.finish.Finish;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.server.http.dicomweb.PictureAsked.Region;

/**
 * Query parameters of rendered resources (PS3.18 8.3.5.1): {@code viewport=width,height[,x,y[,width,height]]},
 * {@code window=centre,width,function}, {@code quality}, {@code annotation=patient,technique}, {@code iccprofile=no|yes|srgb}, and
 * {@code presentationUID} for a presentation state of the same study.
 */
final class PictureParameters {
    private PictureParameters() {}

    /** @param edge of the square that it fits unless the viewport says otherwise; 0: its own size */
    static PictureAsked of(Context context, Finish.Type type, int edge) {
        PictureAsked asked = PictureAsked.plain(type, edge);
        asked = with(context, "quality", asked, asked::quality);
        asked = with(context, "viewport", asked, viewport(asked));
        asked = with(context, "window", asked, window(asked));
        asked = with(context, "annotation", asked, asked::annotated);
        asked = with(context, "iccprofile", asked, asked::profile);
        return with(context, "presentationUID", asked, asked::state);
    }

    static PictureAsked with(Context context, String name, PictureAsked asked, Function<String, PictureAsked> parse) {
        @Nullable String value = context.queryParam(name);
        if (value == null) {
            return asked;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException notOfThatForm) {
            throw new Refused(ProblemKind.BAD_PARAMETER, "It is the parameter " + name + ".");
        }
    }

    private static Function<String, PictureAsked> window(PictureAsked asked) {
        return text -> {
            String[] parts = text.split(",", -1);
            if (parts.length != 2 && parts.length != 3) {
                throw new IllegalArgumentException("centre,width,function");
            }
            return asked.window(PictureAsked.window(parts[0], parts[1], parts.length == 3 ? parts[2] : "linear"));
        };
    }

    private static Function<String, PictureAsked> viewport(PictureAsked asked) {
        return text -> {
            String[] parts = text.split(",", -1);
            if (parts.length != 2 && parts.length != 4 && parts.length != 6) {
                throw new IllegalArgumentException("width,height,x,y,width,height");
            }
            PictureAsked sized = asked.within(
                    Integer.parseUnsignedInt(parts[0].strip()), Integer.parseUnsignedInt(parts[1].strip()));
            if (parts.length == 2) {
                return sized;
            }
            Region region = new Region(number(parts, 2), number(parts, 3), number(parts, 4), number(parts, 5), false);
            return sized.part(region);
        };
    }

    private static double number(String[] parts, int at) {
        return at >= parts.length || parts[at].isBlank() ? 0 : Double.parseDouble(parts[at]);
    }
}
