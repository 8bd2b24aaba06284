// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.NativePixelData;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.overlay.Overlays;

/** The Image Pixel Module (PS3.3 C.7.6.3) as a {@link FrameLayout}. */
public final class FrameLayouts {
    /** PS3.3 C.7.6.3.1.2 of before 2001; nothing is known to have written them. */
    private static final Set<String> RETIRED = Set.of("HSV", "ARGB", "CMYK");

    private FrameLayouts() {}

    /** The layout of an object's frames: floating-point numbers when its pixel data are, blank when it has overlay planes alone. */
    public static FrameLayout of(DicomObject object) {
        Optional<FrameLayout> blank = Overlays.blank(object);
        if (blank.isPresent()) {
            return blank.get();
        }
        boolean plain = object.pixelData()
                .filter(pixels -> pixels instanceof NativePixelData natives && natives.tag() != Tag.PIXEL_DATA)
                .isEmpty();
        return plain ? of(object.data()) : floats(object.data());
    }

    private static FrameLayout floats(DataSet data) {
        int samples = data.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        if (samples != 1) {
            throw new MalformedDicom("Samples per Pixel (0028,0002) is " + samples + ", expected 1 of floating point");
        }
        return FrameLayout.floats(
                required(data, Tag.ROWS, "Rows"),
                required(data, Tag.COLUMNS, "Columns"),
                required(data, Tag.BITS_ALLOCATED, "Bits Allocated"),
                photometric(data, samples));
    }

    /**
     * Reads the layout of integers; what may be left out takes the value that follows from the rest.
     *
     * @throws MalformedDicom when the attributes contradict each other or are missing
     * @throws Unsupported when the photometric interpretation is none that is known
     */
    public static FrameLayout of(DataSet data) {
        int frames = data.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        if (frames < 0) {
            throw new MalformedDicom("Number of Frames " + Tag.format(Tag.NUMBER_OF_FRAMES) + " is " + frames);
        }
        int samples = data.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        int allocated = required(data, Tag.BITS_ALLOCATED, "Bits Allocated");
        int stored = data.integer(Tag.BITS_STORED).orElse(allocated);
        return new FrameLayout(
                required(data, Tag.ROWS, "Rows"),
                required(data, Tag.COLUMNS, "Columns"),
                samples,
                allocated,
                stored,
                data.integer(Tag.HIGH_BIT).orElse(stored - 1),
                data.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1,
                photometric(data, samples),
                samples > 1 && data.integer(Tag.PLANAR_CONFIGURATION).orElse(0) == 1);
    }

    private static Photometric photometric(DataSet data, int samples) {
        String term = data.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse("");
        if (term.isEmpty()) {
            return samples == 1 ? Photometric.MONOCHROME2 : Photometric.RGB;
        }
        return Photometric.of(term)
                .orElseThrow(() -> new Unsupported(
                        RETIRED.contains(term)
                                ? "the Photometric Interpretation (0028,0004) is " + term
                                        + ", which DICOM has retired: not shown"
                                : "the Photometric Interpretation (0028,0004) is none of those that are shown"));
    }

    private static int required(DataSet data, int tag, String name) {
        OptionalInt value = data.integer(tag);
        if (value.isEmpty()) {
            throw new MalformedDicom(name + " " + Tag.format(tag) + " is missing or no whole number");
        }
        return value.getAsInt();
    }
}
