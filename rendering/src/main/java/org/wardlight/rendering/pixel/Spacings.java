// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.pixel.FrameKind.Spacing;
import org.wardlight.rendering.pixel.FrameKind.Spacing.Source;

/**
 * How far apart pixels are, and in which plane (PS3.3 10.7). A length at the detector is said to be one; it is taken into the patient only by a
 * factor that the file states, and then that is said.
 */
final class Spacings {
    private static final int TWO_DIMENSIONAL = 1;
    private static final int CENTIMETRES = 3;
    private static final double WIDEST_ASPECT = 100;
    private static final double MOST_MAGNIFIED = 20;
    private static final Set<String> PROJECTIONS = Set.of("CR", "DX", "MG", "IO", "PX", "XA", "RF", "DF", "XF", "RG");

    private Spacings() {}

    static Optional<Spacing> of(FrameAttributes frame) {
        DataSet top = frame.top();
        Optional<Spacing> imager = pair(
                frame.macro(Tag.FRAME_PIXEL_DATA_PROPERTIES_SEQUENCE),
                Tag.IMAGER_PIXEL_SPACING,
                Source.IMAGER_PIXEL_SPACING);
        return pixelSpacing(frame, imager)
                .or(() -> pair(
                        frame.macro(Tag.PROJECTION_PIXEL_CALIBRATION_SEQUENCE),
                        Tag.OBJECT_PIXEL_SPACING_IN_CENTER_OF_BEAM,
                        Source.BEAM_CENTER))
                .or(() -> imager.map(spacing -> inPatient(spacing, top)))
                .or(() -> pair(top, Tag.NOMINAL_SCANNED_PIXEL_SPACING, Source.NOMINAL_SCANNED_PIXEL_SPACING))
                .or(() -> ultrasound(top));
    }

    /** Empty when there is none, or one that only repeats the detector's: then nobody calibrated (10.7.1.3). */
    private static Optional<Spacing> pixelSpacing(FrameAttributes frame, Optional<Spacing> imager) {
        DataSet top = frame.top();
        Optional<String> type = top.string(Tag.PIXEL_SPACING_CALIBRATION_TYPE);
        Optional<Spacing> stated =
                pair(frame.macro(Tag.PIXEL_MEASURES_SEQUENCE), Tag.PIXEL_SPACING, Source.PIXEL_SPACING);
        if (stated.isEmpty()
                || (type.isEmpty() && imager.filter(same(stated.get())).isPresent())) {
            return Optional.empty();
        }
        boolean projection = imager.isPresent()
                || (PROJECTIONS.contains(top.string(Tag.MODALITY).orElse(""))
                        && !frame.macro(Tag.PLANE_ORIENTATION_SEQUENCE).contains(Tag.IMAGE_ORIENTATION_PATIENT));
        Source source = type.isPresent() || imager.isPresent()
                ? Source.CALIBRATED
                : projection ? Source.UNEXPLAINED : Source.PIXEL_SPACING;
        return stated.map(spacing -> new Spacing(
                spacing.row(),
                spacing.column(),
                source,
                null,
                type.orElse(null),
                top.string(Tag.PIXEL_SPACING_CALIBRATION_DESCRIPTION).orElse(null)));
    }

    private static java.util.function.Predicate<Spacing> same(Spacing one) {
        return other -> one.row() == other.row() && one.column() == other.column();
    }

    /** By the factor that is stated, else by the distances that define it; at the detector without either. */
    private static Spacing inPatient(Spacing detector, DataSet top) {
        OptionalDouble factor = magnification(
                top.decimal(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR).orElse(0));
        if (factor.isPresent()) {
            return divided(detector, factor.getAsDouble(), Source.MAGNIFICATION_FACTOR);
        }
        double toPatient = top.decimal(Tag.DISTANCE_SOURCE_TO_PATIENT).orElse(0);
        double toDetector = top.decimal(Tag.DISTANCE_SOURCE_TO_DETECTOR).orElse(0);
        OptionalDouble ratio = toPatient > 0 ? magnification(toDetector / toPatient) : OptionalDouble.empty();
        return ratio.isPresent() ? divided(detector, ratio.getAsDouble(), Source.DISTANCES) : detector;
    }

    private static OptionalDouble magnification(double factor) {
        return factor >= 1 && factor <= MOST_MAGNIFIED ? OptionalDouble.of(factor) : OptionalDouble.empty();
    }

    private static Spacing divided(Spacing detector, double factor, Source source) {
        return new Spacing(detector.row() / factor, detector.column() / factor, source, factor, null, null);
    }

    private static Optional<Spacing> pair(DataSet data, int tag, Source source) {
        double[] values = data.decimals(tag);
        return values.length == 2 && values[0] > 0 && values[1] > 0
                ? Optional.of(new Spacing(values[0], values[1], source))
                : Optional.empty();
    }

    /** Of the only region, when it is a two-dimensional picture in centimetres; of several, none holds for the whole frame (C.8.5.5). */
    private static Optional<Spacing> ultrasound(DataSet top) {
        List<DataSet> regions = top.items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS);
        if (regions.size() != 1) {
            return Optional.empty();
        }
        DataSet region = regions.get(0);
        double x = Math.abs(region.decimal(Tag.PHYSICAL_DELTA_X).orElse(0)) * 10;
        double y = Math.abs(region.decimal(Tag.PHYSICAL_DELTA_Y).orElse(0)) * 10;
        boolean sound = region.integer(Tag.REGION_SPATIAL_FORMAT).orElse(0) == TWO_DIMENSIONAL
                && region.integer(Tag.PHYSICAL_UNITS_X_DIRECTION).orElse(0) == CENTIMETRES
                && region.integer(Tag.PHYSICAL_UNITS_Y_DIRECTION).orElse(0) == CENTIMETRES;
        return sound && x > 0 && y > 0 ? Optional.of(new Spacing(y, x, Source.ULTRASOUND_REGION)) : Optional.empty();
    }

    /** Height over width of a pixel: by the spacing, else by Pixel Aspect Ratio (C.7.6.3.1.7), else 1. */
    static double aspect(FrameAttributes frame, Optional<Spacing> spacing) {
        if (spacing.isPresent()) {
            return sane(spacing.get().row() / spacing.get().column());
        }
        double[] ratio = frame.top().decimals(Tag.PIXEL_ASPECT_RATIO);
        return ratio.length == 2 && ratio[0] > 0 && ratio[1] > 0 ? sane(ratio[0] / ratio[1]) : 1;
    }

    private static double sane(double aspect) {
        return aspect >= 1 / WIDEST_ASPECT && aspect <= WIDEST_ASPECT ? aspect : 1;
    }
}
