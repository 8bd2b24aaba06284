// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.overlay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.wardlight.rendering.codec.Codecs;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.FrameShape;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;

/**
 * The overlay planes of an object, all sixteen groups (PS3.3 C.9.2). Sizes and origins are believed only as far as the image reaches; a
 * plane that is cut short is drawn as far as it goes. Pure but for the reads from the source; thread-safe.
 */
public final class Overlays {
    private static final String PRESENTATION_STATES = "1.2.840.10008.5.1.4.1.1.11.";
    private static final int LARGEST_BLANK = 8192;
    /** Syntaxes that keep the bits above High Bit. */
    private static final Set<String> WHOLE_WORDS = Set.of(
            "1.2.840.10008.1.2",
            "1.2.840.10008.1.2.1",
            "1.2.840.10008.1.2.1.98",
            "1.2.840.10008.1.2.1.99",
            "1.2.840.10008.1.2.2",
            "1.2.840.10008.1.2.5");

    private Overlays() {}

    /**
     * Whether overlay planes lie over a frame.
     *
     * @param frame from 1
     */
    public static boolean over(DataSet data, String syntax, int rows, int columns, int frame) {
        return planes(data).stream()
                .anyMatch(plane -> plane.frameOver(frame) >= 0
                        && plane.touches(rows, columns)
                        && (plane.bit() < 0 || inWords(plane, data, syntax)));
    }

    /**
     * All planes over a frame, together.
     *
     * @param frame from 1
     * @throws org.wardlight.rendering.RenderingException when planes are in pixels that are broken
     */
    public static OverlayMask draw(DicomObject object, ByteSource source, FrameLayout layout, int frame, Limits limits)
            throws IOException {
        layout.within(limits);
        OverlayMask mask = new OverlayMask(layout.rows(), layout.columns());
        String syntax = object.syntax().uid();
        List<OverlayPlane> embedded = new ArrayList<>();
        for (OverlayPlane plane : planes(object.data())) {
            int own = plane.frameOver(frame);
            if (own >= 0 && plane.bit() < 0) {
                plane.draw(own, mask);
            } else if (own >= 0 && inWords(plane, object.data(), syntax)) {
                embedded.add(plane);
            }
        }
        if (!embedded.isEmpty() && object.pixelData().isPresent()) {
            drawEmbedded(words(object, source, layout, frame, limits), embedded, mask);
        }
        return mask;
    }

    /** The overlay group whose plane is a bitmap shutter and so no overlay (C.7.6.15); empty when there is none, or no plane for it. */
    public static OptionalInt shutterGroup(DataSet data) {
        if (!data.strings(Tag.SHUTTER_SHAPE).contains("BITMAP")) {
            return OptionalInt.empty();
        }
        OptionalInt group = data.integer(Tag.SHUTTER_OVERLAY_GROUP);
        return groups(data).anyMatch(one -> one == group.orElse(0)) ? group : OptionalInt.empty();
    }

    /** Groups of the planes that an object holds beside its pixels, in ascending order. */
    public static IntStream groups(DataSet data) {
        return all(data).stream().filter(plane -> plane.bit() < 0).mapToInt(OverlayPlane::group);
    }

    /** The bits of one overlay group over one frame, for a bitmap shutter (C.7.6.15). */
    public static OverlayMask group(DataSet data, int group, int rows, int columns, int frame) {
        OverlayMask mask = new OverlayMask(rows, columns);
        for (OverlayPlane plane : all(data)) {
            int own = plane.frameOver(frame);
            if (plane.group() == group && own >= 0) {
                plane.draw(own, mask);
            }
        }
        return mask;
    }

    /**
     * The blank frame that an object without pixels is drawn on when it has overlay planes: as large as Rows and Columns say, else as its
     * planes reach. Empty when it has none, or when they belong to other images (presentation states).
     */
    public static Optional<FrameLayout> blank(DicomObject object) {
        if (object.pixelData().isPresent() || object.sopClassUid().orElse("").startsWith(PRESENTATION_STATES)) {
            return Optional.empty();
        }
        int rows = 0;
        int columns = 0;
        for (OverlayPlane plane : planes(object.data())) {
            if (plane.bit() < 0) {
                rows = (int) Math.max(rows, Math.min(LARGEST_BLANK, plane.top() - 1L + plane.rows()));
                columns = (int) Math.max(columns, Math.min(LARGEST_BLANK, plane.left() - 1L + plane.columns()));
            }
        }
        if (rows < 1 || columns < 1) {
            return Optional.empty();
        }
        int height = object.data().integer(Tag.ROWS).orElse(rows);
        int width = object.data().integer(Tag.COLUMNS).orElse(columns);
        return Optional.of(FrameLayout.grey(within(height), within(width), 8, 8, false));
    }

    private static int within(int edge) {
        return Math.max(1, Math.min(LARGEST_BLANK, edge));
    }

    private static List<OverlayPlane> planes(DataSet data) {
        int shutter = shutterGroup(data).orElse(0);
        return all(data).stream().filter(plane -> plane.group() != shutter).toList();
    }

    private static List<OverlayPlane> all(DataSet data) {
        List<OverlayPlane> planes = new ArrayList<>();
        for (int i = 0; i < OverlayPlane.GROUPS; i++) {
            OverlayPlane plane = OverlayPlane.of(data, i);
            if (plane != null) {
                planes.add(plane);
            }
        }
        return planes;
    }

    /** Retired in 2004, and possible only where a pixel is one word whose bits the overlay does not share with the image. */
    private static boolean inWords(OverlayPlane plane, DataSet data, String syntax) {
        int allocated = data.integer(Tag.BITS_ALLOCATED).orElse(0);
        int stored = data.integer(Tag.BITS_STORED).orElse(allocated);
        int high = data.integer(Tag.HIGH_BIT).orElse(stored - 1);
        boolean besides = plane.bit() > high || plane.bit() <= high - stored;
        return WHOLE_WORDS.contains(syntax)
                && data.integer(Tag.SAMPLES_PER_PIXEL).orElse(1) == 1
                && (allocated == 8 || allocated == 16)
                && plane.bit() < allocated
                && besides;
    }

    private static StoredFrame words(
            DicomObject object, ByteSource source, FrameLayout layout, int frame, Limits limits) throws IOException {
        FrameLayout whole = new FrameLayout(
                layout.rows(),
                layout.columns(),
                1,
                layout.bitsAllocated(),
                layout.bitsAllocated(),
                layout.bitsAllocated() - 1,
                false,
                Photometric.MONOCHROME2,
                false);
        byte[] bytes = object.pixelData().orElseThrow().frame(source, frame - 1, FrameShape.of(object.data()), limits);
        return Codecs.standard().forSyntax(object.syntax().uid()).decode(bytes, whole);
    }

    /** An embedded plane is as large as the image and lies at its origin (PS3.3 2003, C.9.2). */
    private static void drawEmbedded(StoredFrame words, List<OverlayPlane> planes, OverlayMask mask) {
        int bits = 0;
        for (OverlayPlane plane : planes) {
            bits |= 1 << plane.bit();
        }
        int[] row = new int[words.columns()];
        for (int y = 0; y < words.rows(); y++) {
            words.copy(y * row.length, row.length, row);
            for (int x = 0; x < row.length; x++) {
                if ((row[x] & bits) != 0) {
                    mask.set(y, x);
                }
            }
        }
    }
}
