// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.pixel.Shutter;

/**
 * A softcopy presentation state (PS3.3 A.33), as far as it is applied. It says nothing of images that it does not refer to.
 *
 * @param label Content Label; description, creator may be empty
 * @param created ISO 8601 date or date and time, empty when not stated
 * @param references the images and frames it is for (C.11.11)
 * @param modality null: stored values as they are, whatever the image says (PS3.4 N.2.1)
 * @param vois Softcopy VOI LUT Sequence (C.11.8)
 * @param inverse Presentation LUT Shape INVERSE (C.11.6)
 * @param table Presentation LUT Sequence, null when there is only a shape
 * @param levels red, green and blue of each of 256 levels of grey ({@link PseudoColour}); null: it stays grey
 * @param rotation degrees clockwise, before {@code flip} left to right (C.10.6)
 * @param notices what of it is not shown, in words
 */
@SuppressWarnings("ArrayRecordComponent") // 768 bytes that nobody compares; never changed after construction
public record PresentationState(
        String instance,
        String label,
        String description,
        String creator,
        String created,
        List<Reference> references,
        @Nullable Modality modality,
        List<VoiStep> vois,
        boolean inverse,
        @Nullable LookupTable table,
        boolean colour,
        byte @Nullable [] levels,
        List<Shutter> shutters,
        List<Area> areas,
        int rotation,
        boolean flip,
        List<GraphicLayer> layers,
        List<Annotation> annotations,
        List<String> notices) {

    /** Slope and intercept, or a table (C.11.1). */
    public record Modality(
            double slope, double intercept, @Nullable LookupTable table) {}

    /** One item: window or table, for some images; {@code references} empty: for all. */
    public record VoiStep(
            List<Reference> references,
            @Nullable Window window,
            @Nullable LookupTable table) {}

    /**
     * Displayed area (C.10.4): columns and rows from 1, both included.
     *
     * @param mode SCALE TO FIT, TRUE SIZE or MAGNIFY
     * @param spacing millimetres of a row and a column, null when not stated
     * @param magnification screen pixels a column, for MAGNIFY
     */
    public record Area(
            List<Reference> references,
            int left,
            int top,
            int right,
            int bottom,
            String mode,
            @Nullable List<Double> spacing,
            @Nullable Double magnification) {}

    /** A graphic layer (C.10.7); {@code color} as #rrggbb. Drawn by ascending order. */
    public record GraphicLayer(String name, int order, String color, String description) {}

    /** Graphics and texts of one layer over some images (C.10.5); {@code references} empty: over all. */
    public record Annotation(List<Reference> references, String layer, List<Graphic> graphics, List<Text> texts) {}

    /**
     * @param type POINT, POLYLINE, INTERPOLATED, CIRCLE or ELLIPSE
     * @param units PIXEL: column and row of the image, 1\1 the centre of the first pixel; DISPLAY: parts of the displayed area
     * @param points column and row of each
     */
    public record Graphic(String type, String units, boolean filled, List<List<Double>> points) {}

    /**
     * @param text lines are parted by a line feed
     * @param box left, top, right, bottom in {@code boxUnits}; null when there is only an anchor
     * @param justification LEFT, CENTER or RIGHT
     * @param anchor column and row in {@code anchorUnits}; null when there is none
     */
    public record Text(
            String text,
            @Nullable List<Double> box,
            String boxUnits,
            String justification,
            @Nullable List<Double> anchor,
            String anchorUnits,
            boolean anchorVisible) {}

    /** Whether it is for a frame; {@code frame} from 1. */
    public boolean isFor(String image, int frame) {
        return Reference.any(references, image, frame);
    }

    /** The VOI step for a frame; empty: the whole range of modality values. */
    public Optional<VoiStep> voi(String image, int frame) {
        return vois.stream()
                .filter(one -> applies(one.references(), image, frame))
                .findFirst();
    }

    public Optional<Area> area(String image, int frame) {
        return areas.stream()
                .filter(one -> applies(one.references(), image, frame))
                .findFirst();
    }

    /** What is drawn over a frame, lowest layer first. */
    public List<Annotation> annotations(String image, int frame) {
        return annotations.stream()
                .filter(one -> applies(one.references(), image, frame))
                .sorted(java.util.Comparator.comparingInt(
                        one -> layer(one.layer()).order()))
                .toList();
    }

    /** The layer of that name; one that is not described is drawn in white, above the others. */
    public GraphicLayer layer(String name) {
        return layers.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(new GraphicLayer(name, Integer.MAX_VALUE, "#ffffff", ""));
    }

    private static boolean applies(List<Reference> some, String image, int frame) {
        return some.isEmpty() || Reference.any(some, image, frame);
    }
}
