// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.overlay.OverlayMask;
import org.wardlight.rendering.overlay.Overlays;
import org.wardlight.rendering.pixel.Shutters;

/**
 * The bitmaps of a presentation state over an image: its bitmap shutter (PS3.3 C.7.6.15) first, then the overlay planes, held in the state
 * or in the image, that it gives a graphic layer (C.11.7), lowest layer first. Pure.
 */
public final class StateBitmaps {
    private static final int OPAQUE = 0xFF000000;
    private static final int GREY = 0x010101;

    private StateBitmaps() {}

    /** One bitmap and its opaque colour: alpha, red, green, blue. */
    public record Bitmap(OverlayMask mask, int argb) {}

    /** Whether the state itself holds any that is drawn. */
    public static boolean any(DataSet state) {
        return Overlays.shutterGroup(state).isPresent()
                || Overlays.groups(state).anyMatch(group -> isActive(state, group));
    }

    /**
     * Those over a frame.
     *
     * @param own whether planes of the image are wanted too
     * @param frame from 1
     */
    public static List<Bitmap> of(
            DataSet data, PresentationState state, DataSet image, boolean own, int rows, int columns, int frame) {
        List<Bitmap> bitmaps = new ArrayList<>();
        OptionalInt shutter = Overlays.shutterGroup(data);
        if (shutter.isPresent()) {
            OverlayMask mask = Overlays.group(data, shutter.getAsInt(), rows, columns, 1);
            bitmaps.add(new Bitmap(mask, OPAQUE | GREY * Shutters.grey(data)));
        }
        List<Active> active = new ArrayList<>();
        Overlays.groups(data)
                .filter(group -> isActive(data, group) && group != shutter.orElse(0))
                .forEach(group -> active.add(
                        new Active(Overlays.group(data, group, rows, columns, 1), layer(data, state, group))));
        if (own) {
            Overlays.groups(image)
                    .filter(group -> isActive(data, group) && !data.contains(Tag.OVERLAY_ROWS + shift(group)))
                    .forEach(group -> active.add(
                            new Active(Overlays.group(image, group, rows, columns, frame), layer(data, state, group))));
        }
        active.sort(java.util.Comparator.comparingInt(one -> one.layer.order()));
        active.forEach(one -> bitmaps.add(new Bitmap(one.mask, colour(one.layer))));
        return List.copyOf(bitmaps);
    }

    private static boolean isActive(DataSet data, int group) {
        return data.string(Tag.OVERLAY_ACTIVATION_LAYER + shift(group))
                .filter(name -> !name.isBlank())
                .isPresent();
    }

    private static PresentationState.GraphicLayer layer(DataSet data, PresentationState state, int group) {
        return state.layer(
                data.string(Tag.OVERLAY_ACTIVATION_LAYER + shift(group)).orElse(""));
    }

    private static int colour(PresentationState.GraphicLayer layer) {
        return OPAQUE | Integer.parseInt(layer.color().substring(1), 16);
    }

    private static int shift(int group) {
        return group - 0x6000 << 16;
    }

    private record Active(OverlayMask mask, PresentationState.GraphicLayer layer) {}
}
