// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.measure.Measures;

/**
 * What a frame's pixels are and mean, so that a viewer can draw, window and measure from exact tiles without the server.
 * Frames of an object that share all of this share one kind. Serialised as it stands into the study descriptor.
 *
 * @param rows rows of the frame, in pixels
 * @param columns columns of the frame, in pixels
 * @param format what an exact tile holds
 * @param bitsStored bits of a stored value, 1 to 16 (colour: 8); more only until {@link Reductions#settle} gave it a {@code reduction}
 * @param signed whether stored values are signed; then an exact tile holds value + {@code offset}
 * @param offset what was added to each stored value in an exact tile: 2^(bits-1) of the tile's 8 or 16 bits when signed, else 0
 * @param inverted whether the lowest output of the VOI step is white: exactly one inversion, from MONOCHROME1
 *     or Presentation LUT Shape INVERSE (PS3.3 C.7.6.3.1.2, C.11.6)
 * @param slope Rescale Slope, 1 when absent (PS3.3 C.11.1)
 * @param intercept Rescale Intercept, 0 when absent
 * @param reduction how values of more than 16 bits or of floating point became those of the tile, which {@code slope} and
 *     {@code intercept} take to rescaled ones; null when a tile holds the stored values themselves
 * @param unit unit of rescaled values (Rescale Type, HU for CT), null when not stated
 * @param luts VOI LUTs in the order of the file; the first is what the frame is shown with at first
 * @param windows VOI windows in rescaled units; without {@code luts} the first is the default; neither: minimum to maximum of the
 *     frame without padding
 * @param padding stored values that are no image (Pixel Padding Value and Range Limit, PS3.3 C.7.5.1.1.2), null when none
 * @param spacing millimetres between pixel centres and where that comes from, null when unknown: no spacing, no millimetres
 * @param pixelAspect height of a pixel over its width, 1 when square
 * @param orientation Image Orientation (Patient), six direction cosines, null when absent
 * @param patientOrientation Patient Orientation (0020,0020) row and column letters, null when absent
 * @param frameOfReference Frame of Reference UID, null when absent
 * @param laterality L, R or B, null when not stated
 * @param view View Position or the code meaning of the view, null when not stated
 * @param lossy the lossy history of the source (0028,2110), null when it was never compressed with loss
 * @param tile edge of a square tile in pixels: 512, or for frames of at most 1024 x 1024 one tile of the whole frame (then 1024)
 * @param levels levels of the pyramid; level 0 is full resolution, each next one half, the last fits one tile
 * @param colour how colour was changed on the way to RGB beyond its photometric interpretation, in words
 *     ("ICC profile converted to sRGB", "16 bits a sample reduced to 8"); null when it was not
 * @param notices what a reader of these frames has to know, in words: missing tiles, a profile that could not be used; mostly none
 * @param shutters what is covered when the frame is shown as it was meant to be (PS3.3 C.7.6.11); tiles hold what is under them
 * @param overlay whether overlay planes lie over the frame (PS3.3 C.9.2): the layer named {@code overlay}
 * @param quadruped whether Patient Orientation is in the words for animals on four feet (Anatomical Orientation Type, PS3.3 C.7.6.1.1.1)
 * @param measures what may be measured beside lengths
 */
public record FrameKind(
        int rows,
        int columns,
        Format format,
        int bitsStored,
        boolean signed,
        int offset,
        boolean inverted,
        double slope,
        double intercept,
        @Nullable Reduction reduction,
        @Nullable String unit,
        List<VoiLut> luts,
        List<Window> windows,
        @Nullable Padding padding,
        @Nullable Spacing spacing,
        double pixelAspect,
        @Nullable List<Double> orientation,
        @Nullable List<String> patientOrientation,
        @Nullable String frameOfReference,
        @Nullable String laterality,
        @Nullable String view,
        @Nullable Lossy lossy,
        int tile,
        int levels,
        @Nullable String colour,
        List<String> notices,
        List<Shutter> shutters,
        boolean overlay,
        boolean quadruped,
        Measures measures) {

    /** A catalog that was written before there were tables, notices, shutters or measures has none. */
    public FrameKind {
        luts = luts == null ? List.of() : luts;
        notices = notices == null ? List.of() : notices;
        shutters = shutters == null ? List.of() : shutters;
        measures = measures == null ? Measures.NONE : measures;
    }

    /** The same frames with more to say of them. */
    public FrameKind noted(List<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(notices);
        all.addAll(more);
        return sized(rows, columns, tile, levels, view, all);
    }

    /** The same frames, shown through a window at first. */
    public FrameKind windowed(Window first) {
        return changed(rows, columns, tile, levels, List.of(first), view, notices);
    }

    /** The same kind of pixels in a picture of another size. */
    public FrameKind sized(
            int newRows,
            int newColumns,
            int newTile,
            int newLevels,
            @Nullable String newView,
            List<String> newNotices) {
        return changed(newRows, newColumns, newTile, newLevels, windows, newView, newNotices);
    }

    private FrameKind changed(
            int newRows,
            int newColumns,
            int newTile,
            int newLevels,
            List<Window> newWindows,
            @Nullable String newView,
            List<String> newNotices) {
        return new FrameKind(
                newRows,
                newColumns,
                format,
                bitsStored,
                signed,
                offset,
                inverted,
                slope,
                intercept,
                reduction,
                unit,
                luts,
                newWindows,
                padding,
                spacing,
                pixelAspect,
                orientation,
                patientOrientation,
                frameOfReference,
                laterality,
                newView,
                lossy,
                newTile,
                newLevels,
                colour,
                List.copyOf(newNotices),
                shutters,
                overlay,
                quadruped,
                measures);
    }

    /** The same frames behind a reduction. */
    FrameKind reduced(Reduction line, double newSlope, double newIntercept, @Nullable Padding newPadding) {
        return new FrameKind(
                rows,
                columns,
                Format.GREY16,
                16,
                false,
                0,
                inverted,
                newSlope,
                newIntercept,
                line,
                unit,
                luts,
                windows,
                newPadding,
                spacing,
                pixelAspect,
                orientation,
                patientOrientation,
                frameOfReference,
                laterality,
                view,
                lossy,
                tile,
                levels,
                colour,
                notices,
                shutters,
                overlay,
                quadruped,
                measures);
    }

    /**
     * Stored value = {@code base + step * tile value}.
     *
     * @param exact whether every value of the frame comes back so; false: the tile holds the nearest of 65,536, and nobody may call
     *     it exact or measure by it without saying so
     */
    public record Reduction(double base, double step, boolean exact) {}

    /** What an exact tile's PNG holds: stored values in 8 or 16 bits of grey, or colour after conversion to RGB. */
    public enum Format {
        GREY8,
        GREY16,
        RGB8
    }

    /** One VOI LUT (PS3.3 C.11.2): its explanation, null when it has none, and which of {@link ImageHeader#tables} it is. */
    public record VoiLut(@Nullable String explanation, String table) {}

    /** One VOI window (PS3.3 C.11.2); centre and width in rescaled units, width above 0. */
    public record Window(
            double center,
            double width,
            Function function,
            @Nullable String explanation) {}

    /** VOI LUT Function (PS3.3 C.11.2.1.3). */
    public enum Function {
        LINEAR,
        LINEAR_EXACT,
        SIGMOID
    }

    /** Stored values from {@code from} to {@code to}, both included, are padding. */
    public record Padding(int from, int to) {}

    /**
     * Distance between pixel centres: {@code row} is vertical, {@code column} horizontal, in millimetres; magnification is taken out already.
     *
     * @param magnification by which spacing at the detector was divided; null when it was not
     * @param calibration Pixel Spacing Calibration Type (GEOMETRY, FIDUCIAL) as stated, null when not stated
     * @param description Pixel Spacing Calibration Description, null when not stated
     */
    public record Spacing(
            double row,
            double column,
            Source source,
            @Nullable Double magnification,
            @Nullable String calibration,
            @Nullable String description) {
        /** As an attribute states it. */
        public Spacing(double row, double column, Source source) {
            this(row, column, source, null, null, null);
        }

        /** Where the spacing comes from, and so where it holds (PS3.3 10.7). */
        public enum Source {
            /** Pixel Spacing of a slice, from the Pixel Measures functional group or the top level: in the patient. */
            PIXEL_SPACING,
            /** Pixel Spacing of a projection that was calibrated: its type is stated, or it differs from the detector's. */
            CALIBRATED,
            /** Pixel Spacing of a projection that says neither: in the patient or at the detector, nobody knows. */
            UNEXPLAINED,
            /** Object Pixel Spacing in Center of Beam: in a plane of the object that the device assumes. */
            BEAM_CENTER,
            /** Imager Pixel Spacing over the Estimated Radiographic Magnification Factor. */
            MAGNIFICATION_FACTOR,
            /** Imager Pixel Spacing over (Distance Source to Detector / Distance Source to Patient). */
            DISTANCES,
            /** At the detector, not in the body. */
            IMAGER_PIXEL_SPACING,
            /** On the film that was scanned. */
            NOMINAL_SCANNED_PIXEL_SPACING,
            /** Of the only two-dimensional region of an ultrasound picture. */
            ULTRASOUND_REGION
        }
    }

    /** Ratios (0028,2112) and methods (0028,2114) as stated, oldest first; either may be empty. */
    public record Lossy(List<Double> ratios, List<String> methods) {}
}
