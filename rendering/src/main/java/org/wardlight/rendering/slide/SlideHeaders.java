// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Format;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeader.Place;
import org.wardlight.rendering.pixel.ModalityTable;
import org.wardlight.rendering.pixel.SlidePart;
import org.wardlight.rendering.pixel.ValueRange;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.rendering.tile.Headers;

/** Headers as the catalog keeps them: one entry for all tiles of a slide. */
public final class SlideHeaders {
    /** Tiles of a grey slide that are looked at for its first window. */
    private static final int SAMPLED = 16;

    private SlideHeaders() {}

    /** As {@link Headers#of}; of a part of a slide, the kind is that of one tile and stands for all. */
    public static ImageHeader of(DicomObject object, ByteSource source, Limits limits) throws IOException {
        ImageHeader header = Headers.of(object, source, limits);
        Optional<SlidePart> part = SlideParts.of(object);
        if (part.isEmpty() || !part.get().levelOfSlide() && isPlain(part.get())) {
            return header;
        }
        FrameKind kind = header.kinds().get(header.frames().get(0).kind());
        FrameKind tile = windowed(kind, header, object, source, limits);
        return new ImageHeader(
                List.of(tile),
                List.of(new Place(0, null)),
                header.tables(),
                header.valueTables(),
                null,
                List.of(),
                part.get(),
                header.concatenation(),
                null);
    }

    /** A label or overview in one frame is a picture like any other. */
    private static boolean isPlain(SlidePart part) {
        return part.frames() == 1 && part.rows() == part.tileRows() && part.columns() == part.tileColumns();
    }

    /** Without a window each tile would be drawn from its own minimum to maximum: all need one. */
    private static FrameKind windowed(
            FrameKind kind, ImageHeader header, DicomObject object, ByteSource source, Limits limits)
            throws IOException {
        if (kind.format() == Format.RGB8
                || !kind.windows().isEmpty()
                || !kind.luts().isEmpty()) {
            return kind;
        }
        int frames = header.frames().size();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < Math.min(SAMPLED, frames); i++) {
            int frame = 1 + (int) ((long) i * frames / Math.min(SAMPLED, frames));
            try {
                StoredFrame values = ModalityTable.apply(Frames.decode(object, source, frame, limits));
                ValueRange range = ValueRange.of(values, kind.padding());
                least = Math.min(least, range.minimum());
                most = Math.max(most, range.maximum());
            } catch (RenderingException broken) {
                // Its own tile will be crossed out.
            }
        }
        return least > most ? kind : kind.windowed(window(kind, least, most));
    }

    private static Window window(FrameKind kind, double least, double most) {
        double one = least * kind.slope() + kind.intercept();
        double other = most * kind.slope() + kind.intercept();
        double width = Math.max(Math.abs(other - one), Math.abs(kind.slope()));
        return new Window((one + other) / 2, width, Function.LINEAR_EXACT, "Range of the slide");
    }
}
