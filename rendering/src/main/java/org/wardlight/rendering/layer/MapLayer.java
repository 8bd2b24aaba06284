// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.Lookups.NoValue;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.tile.Frames;

/**
 * A parametric map (PS3.3 A.75) in colours between its lowest and highest value; what is no number or padding is not drawn. The
 * value of a pixel is that of the nearest one of the map.
 */
final class MapLayer implements LayerObject {
    private static final int STEPS = 4;
    private static final int COLOURS = 200;
    private static final int BYTES_A_FRAME = 400;

    private final DicomObject object;
    private final SourceFrames frames;
    private final double lowest;
    private final double highest;
    private final LayerFacts facts;

    private MapLayer(DicomObject object, SourceFrames frames, double lowest, double highest) {
        this.object = object;
        this.frames = frames;
        this.lowest = lowest;
        this.highest = highest;
        RealWorld world = RealWorld.of(object.data());
        String label = object.data()
                .string(Tag.SERIES_DESCRIPTION)
                .or(() -> object.data().string(Tag.CONTENT_LABEL))
                .orElse("Parametric map");
        this.facts = new LayerFacts(
                LayerFacts.Kind.MAP, label + " (" + ColourMap.NAME + ")", world.unit(), levels(world, lowest, highest));
    }

    static MapLayer open(DicomObject object, ByteSource source, Limits limits) throws IOException {
        SourceFrames frames = FramesReader.of(object.data());
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (SourceFrame frame : frames.all()) {
            StoredFrame stored = Frames.decode(object, source, frame.index() + 1, limits);
            for (int i = 0; i < stored.layout().pixels(); i++) {
                double value = value(stored, i);
                if (!Double.isNaN(value)) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                }
            }
        }
        return new MapLayer(object, frames, lowest, highest);
    }

    private static List<LayerFacts.Part> levels(RealWorld world, double lowest, double highest) {
        List<LayerFacts.Part> parts = new ArrayList<>();
        for (int i = STEPS; i >= 0; i--) {
            double part = (double) i / STEPS;
            double value = world.value(lowest + (highest - lowest) * part);
            String label = String.format(Locale.ROOT, "%.4g", value) + (world.unit() == null ? "" : " " + world.unit());
            parts.add(new LayerFacts.Part(STEPS - i + 1, label, Colours.hex(ColourMap.rgb(part))));
        }
        return parts;
    }

    /** NaN for what is no value. */
    private static double value(StoredFrame stored, int index) {
        double value = stored.number(index);
        NoValue none = stored.lookups().noValue();
        boolean padding = none != null && value >= none.from() && value <= none.to();
        return padding || !Double.isFinite(value) ? Double.NaN : value;
    }

    @Override
    public LayerFacts facts() {
        return facts;
    }

    @Override
    public boolean liesOver(FramePlane plane) {
        return highest >= lowest && frames.over(plane).stream().anyMatch(match -> fits(match, plane));
    }

    private boolean fits(SourceFrames.Match match, FramePlane plane) {
        DataSet data = object.data();
        return match.under() != null
                || (data.integer(Tag.ROWS).orElse(0) == plane.rows()
                        && data.integer(Tag.COLUMNS).orElse(0) == plane.columns());
    }

    @Override
    public LayerImage draw(FramePlane plane, ByteSource source, Limits limits) throws IOException {
        Raster raster = Raster.of(plane, LayerImage.LONGEST_EDGE);
        int[] argb = new int[raster.width() * raster.height()];
        for (SourceFrames.Match match : frames.over(plane)) {
            if (fits(match, plane)) {
                StoredFrame stored = Frames.decode(object, source, match.frame().index() + 1, limits);
                paint(stored, raster.onto(match.under(), match.frame().grid()), raster, argb);
            }
        }
        return new LayerImage(raster.width(), raster.height(), argb);
    }

    private void paint(StoredFrame stored, Raster.Sampling sampling, Raster raster, int[] argb) {
        for (int y = 0, at = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++, at++) {
                int column = sampling.column(x, y);
                int row = sampling.row(x, y);
                if (column >= 0 && row >= 0 && column < stored.columns() && row < stored.rows()) {
                    double value = value(stored, row * stored.columns() + column);
                    if (!Double.isNaN(value)) {
                        argb[at] = 0xFF000000 | colour(value);
                    }
                }
            }
        }
    }

    /** In steps, so that the picture has a palette. */
    private int colour(double value) {
        double part = highest > lowest ? (value - lowest) / (highest - lowest) : 0;
        return ColourMap.rgb(Math.round(part * COLOURS) / (double) COLOURS);
    }

    @Override
    public long weight() {
        return 8192 + (long) BYTES_A_FRAME * frames.all().size();
    }

    /** Real World Value Mapping of the whole map (PS3.3 C.7.6.16.2.11); null unit when none is stated. */
    private record RealWorld(
            double slope, double intercept, @Nullable String unit) {
        static RealWorld of(DataSet data) {
            DataSet shared = data.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DataSet.EMPTY);
            DataSet own = data.item(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DataSet.EMPTY);
            DataSet item = FramesReader.macro(shared, own, Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE);
            String unit = item.item(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE)
                    .flatMap(code -> code.string(Tag.CODE_VALUE))
                    .filter(code -> !code.equals("1"))
                    .orElse(null);
            return new RealWorld(
                    item.decimal(Tag.REAL_WORLD_VALUE_SLOPE).orElse(1),
                    item.decimal(Tag.REAL_WORLD_VALUE_INTERCEPT).orElse(0),
                    unit);
        }

        double value(double stored) {
            return slope * stored + intercept;
        }
    }
}
