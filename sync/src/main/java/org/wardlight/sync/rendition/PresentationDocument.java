// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.pixel.Shutter;
import org.wardlight.rendering.pixel.VoiTable;
import org.wardlight.rendering.present.PresentationState.Graphic;
import org.wardlight.rendering.present.PresentationState.Text;

/**
 * A presentation state as viewers get it: resolved for each image that it names. {@code contract/presentation.json} is an example.
 *
 * @param rotation 0, 90, 180 or 270 degrees clockwise, before {@code flip} left to right
 * @param tables from rescaled values to grey, by the names that looks use
 * @param bitmaps bitmap shutter and overlays that the state holds, as pictures ({@code data:image/png}) over the whole frame, by the
 *     names that images use
 * @param palette red, green and blue of each of 256 levels of grey in Base64, for pseudo-colour; null: it stays grey
 * @param notices what of it is not shown, in words
 */
public record PresentationDocument(
        String instance,
        String label,
        String description,
        String creator,
        String created,
        int rotation,
        boolean flip,
        List<Shutter> shutters,
        Map<String, VoiTable> tables,
        Map<String, String> bitmaps,
        @Nullable String palette,
        List<Image> images,
        List<String> notices) {

    /**
     * @param instance SOP Instance UID
     * @param frames its frames, from 1
     * @param look null: grey as stored, or colour
     * @param area null: the whole image
     * @param marks lowest layer first
     * @param bitmap name of what lies over the frame, under the marks; null: nothing
     */
    public record Image(
            String instance,
            List<Integer> frames,
            @Nullable Look look,
            @Nullable Area area,
            List<Mark> marks,
            @Nullable String bitmap) {}

    /**
     * @param window in the frame's rescaled units, null when there is a table
     * @param table name of a table with all steps in it, polarity too; null when there is a window
     * @param negative whether the frame's own polarity is turned round
     */
    public record Look(@Nullable Window window, @Nullable String table, boolean negative) {}

    /** Columns and rows from 1, both included; mode is SCALE TO FIT, TRUE SIZE or MAGNIFY. */
    public record Area(
            int left,
            int top,
            int right,
            int bottom,
            String mode,
            @Nullable List<Double> spacing,
            @Nullable Double magnification) {}

    /** What one graphic layer has over the image; {@code color} as #rrggbb. */
    public record Mark(String layer, String color, List<Graphic> graphics, List<Text> texts) {}
}
