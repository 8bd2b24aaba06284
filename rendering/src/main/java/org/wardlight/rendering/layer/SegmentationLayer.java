// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.io.IOException;
import java.util.List;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.pixel.FrameLayouts;
import org.wardlight.rendering.pixel.LookupTables;
import org.wardlight.rendering.tile.Frames;

/**
 * Segmentation and Label Map Segmentation (PS3.3 A.51): each segment in its colour; a fraction is the alpha of its pixel; later
 * segments over earlier ones. Where grids differ, a pixel takes the value of the nearest one of the segmentation.
 */
final class SegmentationLayer implements LayerObject {
    private enum Type {
        BINARY,
        FRACTIONAL,
        LABELMAP
    }

    private static final int BYTES_A_FRAME = 400;

    private final DicomObject object;
    private final SourceFrames frames;
    private final Segments segments;
    private final Type type;
    private final int most;
    private final LayerFacts facts;

    private SegmentationLayer(DicomObject object, SourceFrames frames, Segments segments, Type type, int most) {
        this.object = object;
        this.frames = frames;
        this.segments = segments;
        this.type = type;
        this.most = most;
        String label = object.data()
                .string(Tag.SERIES_DESCRIPTION)
                .or(() -> object.data().string(Tag.CONTENT_LABEL))
                .orElse("Segmentation");
        this.facts = new LayerFacts(LayerFacts.Kind.SEGMENTATION, label, null, segments.listed());
    }

    static SegmentationLayer open(DicomObject object, ByteSource source, Limits limits) {
        SourceFrames frames = FramesReader.of(object.data());
        Segments segments = Segments.of(
                object.data(),
                LookupTables.of(object.data(), FrameLayouts.of(object).within(limits), 0)
                        .palette());
        Type type = type(object);
        int most = Math.max(
                1, object.data().integer(LayerTag.MAXIMUM_FRACTIONAL_VALUE).orElse(255));
        DicomObject slim = new DicomObject(
                object.meta(),
                object.data().toBuilder()
                        .remove(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
                        .build(),
                object.syntax(),
                object.pixelData(),
                object.complete(),
                object.source());
        return new SegmentationLayer(slim, frames, segments, type, most);
    }

    private static Type type(DicomObject object) {
        String word = object.data().string(LayerTag.SEGMENTATION_TYPE).orElse("BINARY");
        return switch (word) {
            case "FRACTIONAL" -> Type.FRACTIONAL;
            case "LABELMAP" -> Type.LABELMAP;
            default -> Type.BINARY;
        };
    }

    @Override
    public LayerFacts facts() {
        return facts;
    }

    @Override
    public boolean liesOver(FramePlane plane) {
        return frames.over(plane).stream().anyMatch(match -> fits(match, plane));
    }

    /** Without a common geometry only frames of equal size can lie on each other. */
    private boolean fits(SourceFrames.Match match, FramePlane plane) {
        return match.under() != null
                || (object.data().integer(Tag.ROWS).orElse(0) == plane.rows()
                        && object.data().integer(Tag.COLUMNS).orElse(0) == plane.columns());
    }

    @Override
    public LayerImage draw(FramePlane plane, ByteSource source, Limits limits) throws IOException {
        Raster raster = Raster.of(plane, LayerImage.LONGEST_EDGE);
        int[] argb = new int[raster.width() * raster.height()];
        List<SourceFrames.Match> over = frames.over(plane);
        for (SourceFrames.Match match : over) {
            if (fits(match, plane)) {
                StoredFrame stored = Frames.decode(object, source, match.frame().index() + 1, limits);
                paint(stored, match, raster, argb);
            }
        }
        return new LayerImage(raster.width(), raster.height(), argb);
    }

    private void paint(StoredFrame stored, SourceFrames.Match match, Raster raster, int[] argb) {
        Raster.Sampling sampling = raster.onto(match.under(), match.frame().grid());
        int rows = stored.rows();
        int columns = stored.columns();
        for (int y = 0, at = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++, at++) {
                int column = sampling.column(x, y);
                int row = sampling.row(x, y);
                if (column >= 0 && row >= 0 && column < columns && row < rows) {
                    int value = stored.value(row * columns + column);
                    if (value != 0) {
                        argb[at] = Colours.over(colour(value, match.frame().group()), argb[at]);
                    }
                }
            }
        }
    }

    private int colour(int value, int segment) {
        return switch (type) {
            case BINARY -> 0xFF000000 | segments.colour(segment);
            case LABELMAP -> 0xFF000000 | segments.colour(value);
            case FRACTIONAL -> (int) Math.min(255, Math.round(255.0 * value / most)) << 24 | segments.colour(segment);
        };
    }

    @Override
    public long weight() {
        return 4096 + (long) BYTES_A_FRAME * frames.all().size();
    }
}
