// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.tile.Frames;

/**
 * Radiotherapy dose (PS3.3 A.18) as a colour wash: the dose at each pixel's centre, interpolated between the eight nearest points of
 * the grid, in the colour of the highest level that it reaches. Levels are percent of the highest dose of the grid. Drawn in
 * the same Frame of Reference only; below the lowest level and outside the grid nothing is drawn.
 */
final class DoseLayer implements LayerObject {
    private static final int[] PERCENT = {95, 90, 80, 70, 50, 30, 10};
    private static final int[] COLOURS = {0xFF2D2D, 0xFF8C1A, 0xFFE119, 0x9BE22D, 0x1FBF5B, 0x22C7E0, 0x4C6FFF};
    private static final int LONGEST_EDGE = 1024;
    private static final int SMALL = 8192;

    private final DicomObject object;
    private final DoseGrid grid;
    private final double highest;
    private final double scaling;
    private final LayerFacts facts;

    private DoseLayer(DicomObject object, DoseGrid grid, double scaling, double highest) {
        this.object = object;
        this.grid = grid;
        this.scaling = scaling;
        this.highest = highest;
        DataSet data = object.data();
        String unit = data.string(LayerTag.DOSE_UNITS).filter("GY"::equals).isPresent() ? "Gy" : null;
        this.facts = new LayerFacts(LayerFacts.Kind.DOSE, label(data, unit, highest), unit, levels(unit, highest));
    }

    static DoseLayer open(DicomObject object, ByteSource source, Limits limits) throws IOException {
        double scaling = object.data()
                .decimal(LayerTag.DOSE_GRID_SCALING)
                .orElseThrow(() -> new Unsupported("the dose has no Dose Grid Scaling (3004,000E): no Gy can be told"));
        DoseGrid grid = DoseGrid.of(object.data());
        double highest = 0;
        for (int frame : grid.frames()) {
            StoredFrame stored = Frames.decode(object, source, frame, limits);
            for (int i = 0; i < stored.layout().pixels(); i++) {
                highest = Math.max(highest, stored.number(i) * scaling);
            }
        }
        return new DoseLayer(object, grid, scaling, highest);
    }

    private static String label(DataSet data, @org.jspecify.annotations.Nullable String unit, double highest) {
        String sum = data.string(LayerTag.DOSE_SUMMATION_TYPE).orElse("").toLowerCase(Locale.ROOT);
        String type = data.string(LayerTag.DOSE_TYPE).orElse("").toLowerCase(Locale.ROOT);
        String words = String.join(" ", List.of(type, sum)).strip();
        return "Dose" + (words.isEmpty() ? "" : " (" + words + ")") + ", highest " + number(highest)
                + (unit == null ? "" : " " + unit);
    }

    private static List<LayerFacts.Part> levels(@org.jspecify.annotations.Nullable String unit, double highest) {
        List<LayerFacts.Part> parts = new ArrayList<>();
        for (int i = 0; i < PERCENT.length; i++) {
            String dose = number(highest * PERCENT[i] / 100) + (unit == null ? "" : " " + unit);
            parts.add(new LayerFacts.Part(i + 1, "from " + PERCENT[i] + " %, " + dose, Colours.hex(COLOURS[i])));
        }
        return parts;
    }

    private static String number(double dose) {
        return String.format(Locale.ROOT, dose >= 1 ? "%.1f" : "%.3f", dose);
    }

    @Override
    public LayerFacts facts() {
        return facts;
    }

    /** Whether a corner or the middle of the frame, or of the dose seen from it, is within reach of both. */
    @Override
    public boolean liesOver(FramePlane plane) {
        return highest > 0
                && plane.gridIn(object.data().string(Tag.FRAME_OF_REFERENCE_UID).orElse(null))
                        .filter(under -> meets(under, plane))
                        .isPresent();
    }

    private boolean meets(PlaneGrid under, FramePlane plane) {
        int steps = 16;
        for (int i = 0; i <= steps; i++) {
            for (int j = 0; j <= steps; j++) {
                double column = (plane.columns() - 1) * i / (double) steps;
                double row = (plane.rows() - 1) * j / (double) steps;
                if (isInside(under.point(column, row), plane)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isInside(Vector point, FramePlane plane) {
        double column = grid.first().column(point);
        double row = grid.first().row(point);
        return column >= 0
                && row >= 0
                && column <= columns() - 1
                && row <= rows() - 1
                && below(grid.first().height(point), plane) >= 0;
    }

    /** A dose of one plane stands for half a slice to each side. */
    private int below(double height, FramePlane plane) {
        boolean single = grid.heights().length == 1;
        return single ? (Math.abs(height) <= Math.max(plane.slice(), 1) / 2 ? 0 : -1) : grid.below(height);
    }

    private int rows() {
        return object.data().integer(Tag.ROWS).orElse(0);
    }

    private int columns() {
        return object.data().integer(Tag.COLUMNS).orElse(0);
    }

    @Override
    public LayerImage draw(FramePlane plane, ByteSource source, Limits limits) throws IOException {
        Raster raster = Raster.of(plane, LONGEST_EDGE);
        double[] dose = doses(raster, source, limits);
        int[] argb = new int[dose.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = colour(dose[i]);
        }
        return new LayerImage(raster.width(), raster.height(), argb);
    }

    /** The dose at each pixel of a picture, 0 outside of the grid. */
    double[] doses(Raster raster, ByteSource source, Limits limits) throws IOException {
        PlaneGrid under = plane(raster.plane());
        int[] below = new int[raster.width() * raster.height()];
        boolean[] wanted = new boolean[grid.heights().length];
        for (int y = 0, at = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++, at++) {
                Vector point = under.point(raster.column(x), raster.row(y));
                below[at] = below(grid.first().height(point), raster.plane());
                if (below[at] >= 0) {
                    wanted[below[at]] = true;
                }
            }
        }
        double[] dose = new double[below.length];
        DoseSlab slab = new DoseSlab(object, grid, scaling, source, limits);
        for (int k = 0; k < wanted.length; k++) {
            if (wanted[k]) {
                slab.fill(k, raster, under, below, dose);
            }
        }
        return dose;
    }

    private PlaneGrid plane(FramePlane plane) {
        return plane.gridIn(object.data().string(Tag.FRAME_OF_REFERENCE_UID).orElse(null))
                .orElseThrow(() -> new Unsupported("the dose is in another frame of reference: not drawn"));
    }

    private int colour(double dose) {
        for (int i = 0; i < PERCENT.length; i++) {
            if (dose >= highest * PERCENT[i] / 100) {
                return 0xFF000000 | COLOURS[i];
            }
        }
        return 0;
    }

    @Override
    public long weight() {
        return SMALL + 16L * grid.heights().length;
    }
}
