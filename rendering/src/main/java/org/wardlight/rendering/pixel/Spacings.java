// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.pixel.FrameKind.Spacing;
import org.wardlight.rendering.pixel.FrameKind.Spacing.Source;

/**
 * How far apart pixels are, and in which plane (PS3.3 10.7). The Estimated Radiographic Magnification Factor is never applied: a length
 * at the detector is said to be one.
 */
final class Spacings {
    private static final int TWO_DIMENSIONAL = 1;
    private static final int CENTIMETRES = 3;
    private static final double WIDEST_ASPECT = 100;

    private Spacings() {}

    static Optional<Spacing> of(FrameAttributes frame) {
        DataSet top = frame.top();
        Optional<Spacing> pixel =
                pair(frame.macro(Tag.PIXEL_MEASURES_SEQUENCE), Tag.PIXEL_SPACING, Source.PIXEL_SPACING);
        Optional<Spacing> imager = pair(top, Tag.IMAGER_PIXEL_SPACING, Source.IMAGER_PIXEL_SPACING);
        if (pixel.isPresent() && imager.isPresent() && sameLengths(pixel.get(), imager.get())) {
            // Equal values say that nobody calibrated: the spacing is at the detector (10.7.1.3).
            return imager;
        }
        return pixel.or(() -> imager)
                .or(() -> pair(top, Tag.NOMINAL_SCANNED_PIXEL_SPACING, Source.NOMINAL_SCANNED_PIXEL_SPACING))
                .or(() -> ultrasound(top));
    }

    private static boolean sameLengths(Spacing a, Spacing b) {
        return a.row() == b.row() && a.column() == b.column();
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
