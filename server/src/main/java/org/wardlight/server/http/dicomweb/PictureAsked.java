// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.finish.Finish;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.tile.Picture;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.rendition.FinishedPictures.Wanted;

/**
 * How a picture is asked for, whatever the form of the request (PS3.18 8.3.5.1, 9.1.2.2); what has no valid form is an
 * IllegalArgumentException.
 *
 * @param part in pixels of the frame, or null for all of it
 * @param width of the rectangle that it fits; with {@code height} 0: its own size
 * @param state SOP Instance UID of a presentation state
 */
record PictureAsked(
        Finish.Type type,
        int quality,
        @Nullable Window window,
        @Nullable Region part,
        int width,
        int height,
        boolean patient,
        boolean technique,
        boolean profile,
        @Nullable String state) {
    private static final int QUALITY = 90;

    PictureAsked {
        if (window != null && state != null) {
            throw new IllegalArgumentException("a window or a presentation state");
        }
        // Checks quality and size.
        new Picture(Picture.Type.JPEG, quality, null, width, height);
    }

    /**
     * A rectangle of the frame.
     *
     * @param width negative: mirrored; 0: to the edge
     * @param height negative: upended; 0: to the edge
     * @param fractions whether it is in fractions of the frame, not in pixels
     */
    record Region(double left, double top, double width, double height, boolean fractions) {}

    /** The frame as it is shown at first, within a square. */
    static PictureAsked plain(Finish.Type type, int edge) {
        return new PictureAsked(type, QUALITY, null, null, edge, edge, false, false, false, null);
    }

    PictureAsked quality(String text) {
        return new PictureAsked(
                type, Integer.parseInt(text), window, part, width, height, patient, technique, profile, state);
    }

    PictureAsked window(Window asked) {
        return new PictureAsked(type, quality, asked, part, width, height, patient, technique, profile, state);
    }

    PictureAsked within(int columns, int rows) {
        return new PictureAsked(type, quality, window, part, columns, rows, patient, technique, profile, state);
    }

    PictureAsked part(Region region) {
        return new PictureAsked(type, quality, window, region, width, height, patient, technique, profile, state);
    }

    PictureAsked state(String uid) {
        return new PictureAsked(type, quality, window, part, width, height, patient, technique, profile, uid);
    }

    PictureAsked annotated(String words) {
        List<String> asked = List.of(words.split(",", -1));
        if (!List.of("patient", "technique").containsAll(asked)) {
            throw new IllegalArgumentException("patient, technique");
        }
        boolean who = asked.contains("patient");
        return new PictureAsked(
                type, quality, window, part, width, height, who, asked.contains("technique"), profile, state);
    }

    /** The profile is that of the pixels, which are sRGB here. */
    PictureAsked profile(String word) {
        boolean wanted = switch (word.toLowerCase(Locale.ROOT)) {
            case "no" -> false;
            case "yes", "srgb" -> true;
            default -> throw new IllegalArgumentException("no, yes or srgb");
        };
        return new PictureAsked(type, quality, window, part, width, height, patient, technique, wanted, state);
    }

    static Window window(String center, String width, String function) {
        double middle = Double.parseDouble(center.strip());
        double wide = Double.parseDouble(width.strip());
        if (!Double.isFinite(middle) || !Double.isFinite(wide) || wide <= 0) {
            throw new IllegalArgumentException("width above 0");
        }
        return new Window(middle, wide, function(function), null);
    }

    private static Function function(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "linear" -> Function.LINEAR;
            case "linear-exact" -> Function.LINEAR_EXACT;
            case "sigmoid" -> Function.SIGMOID;
            default -> throw new IllegalArgumentException("linear, linear-exact or sigmoid");
        };
    }

    /** Whether it is but the frame in a window and a size, which is drawn and kept as tiles are. */
    boolean isSimple() {
        return type != Finish.Type.GIF && part == null && !patient && !technique && !profile && state == null;
    }

    Picture simple() {
        return new Picture(
                type == Finish.Type.PNG ? Picture.Type.PNG : Picture.Type.JPEG, quality, window, width, height);
    }

    Wanted wanted(LocatedInstance image, int frame) {
        Finish finish = new Finish(type, quality, fraction(image, frame), width, height, List.of(), List.of());
        return new Wanted(finish, window, state, patient, technique, profile);
    }

    private Finish.@Nullable Part fraction(LocatedInstance image, int frame) {
        ImageHeader header = image.instance().header();
        if (part == null || header == null) {
            return null;
        }
        int at = Math.max(1, Math.min(header.frames().size(), frame)) - 1;
        FrameKind kind = header.kinds().get(header.frames().get(at).kind());
        double across = part.fractions() ? 1 : kind.columns();
        double down = part.fractions() ? 1 : kind.rows();
        double left = part.left() / across;
        double top = part.top() / down;
        double wide = part.width() == 0 ? 1 - left : Math.abs(part.width()) / across;
        double high = part.height() == 0 ? 1 - top : Math.abs(part.height()) / down;
        return new Finish.Part(left, top, wide, high, part.width() < 0, part.height() < 0);
    }
}
