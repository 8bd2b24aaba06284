// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Spacing.Source;
import org.wardlight.rendering.pixel.ImageHeader.Place;

/**
 * Where the pixels of a plane lie in the patient (PS3.3 C.7.6.2.1.1), in millimetres.
 *
 * @param origin centre of the first pixel
 * @param across unit vector along a row, towards higher columns
 * @param down unit vector along a column, towards higher rows
 * @param columnStep from a column to the next
 * @param rowStep from a row to the next
 */
public record PlaneGrid(Vector origin, Vector across, Vector down, double columnStep, double rowStep) {
    private static final double UNIT = 1e-2;
    /** Cosine of about two degrees: rounding of direction cosines is below, tilts on purpose are above. */
    private static final double PARALLEL = 0.9994;

    /** The grid of a frame; empty unless position, orientation and a spacing in the patient are stated and sound. */
    public static Optional<PlaneGrid> of(FrameKind kind, Place place) {
        FrameKind.Spacing spacing = kind.spacing();
        return spacing == null || spacing.source() != Source.PIXEL_SPACING
                ? Optional.empty()
                : of(place.position(), kind.orientation(), spacing.column(), spacing.row());
    }

    /** A grid of stated position, orientation and spacing; empty when these are absent or unsound. */
    public static Optional<PlaneGrid> of(
            @Nullable List<Double> position, @Nullable List<Double> orientation, double columnStep, double rowStep) {
        if (position == null || orientation == null || position.size() != 3 || orientation.size() != 6) {
            return Optional.empty();
        }
        Vector across = Vector.of(orientation.subList(0, 3));
        Vector down = Vector.of(orientation.subList(3, 6));
        Vector origin = Vector.of(position);
        boolean sound = Math.abs(across.length() - 1) < UNIT
                && Math.abs(down.length() - 1) < UNIT
                && Math.abs(across.dot(down)) < UNIT
                && Double.isFinite(origin.length())
                && columnStep > 0
                && rowStep > 0;
        return sound
                ? Optional.of(new PlaneGrid(
                        origin,
                        across.scaled(1 / across.length()),
                        down.scaled(1 / down.length()),
                        columnStep,
                        rowStep))
                : Optional.empty();
    }

    /** Across times down. */
    public Vector normal() {
        return across.cross(down);
    }

    /** Where the centre of a pixel lies; fractions are between centres. */
    public Vector point(double column, double row) {
        return origin.plus(across.scaled(column * columnStep)).plus(down.scaled(row * rowStep));
    }

    /** Column of the foot of a point on this plane. */
    public double column(Vector point) {
        return point.minus(origin).dot(across) / columnStep;
    }

    /** Row of the foot of a point on this plane. */
    public double row(Vector point) {
        return point.minus(origin).dot(down) / rowStep;
    }

    /** How far a point is from this plane along its normal; negative behind it. */
    public double height(Vector point) {
        return point.minus(origin).dot(normal());
    }

    /** Whether both planes face the same way or opposite ways. */
    public boolean isParallel(PlaneGrid other) {
        return Math.abs(normal().dot(other.normal())) >= PARALLEL;
    }
}
