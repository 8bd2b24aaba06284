// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.transcode;

import java.io.IOException;
import java.util.Set;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.FrameShape;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.tile.Frames;

/**
 * An object with native pixel data, for receivers that do not take the syntax it is kept in: stored values as its own codestreams
 * decode to, frame by frame while they are written. The data set says what the values are by then (PS3.5 8.2, A.4).
 */
public final class NativeCopy {
    private static final long LONGEST = 0xFFFF_FFFEL;

    /** Syntaxes whose decoders may differ in the last digit; an object says so already, or is made to. */
    private static final Set<String> LOSSY = Set.of(
            "1.2.840.10008.1.2.4.50",
            "1.2.840.10008.1.2.4.51",
            "1.2.840.10008.1.2.4.53",
            "1.2.840.10008.1.2.4.55",
            "1.2.840.10008.1.2.4.81",
            "1.2.840.10008.1.2.4.91",
            "1.2.840.10008.1.2.4.93",
            "1.2.840.10008.1.2.4.203");

    private NativeCopy() {}

    /**
     * The whole data set with native pixel data; to be written in Implicit or Explicit VR Little Endian while the object's source is open.
     *
     * @throws Unsupported when the object cannot be decoded here, with the reason
     * @throws MalformedDicom when it lacks frames that it states
     * @throws LimitExceeded when it would be longer than a native value can be
     */
    public static DataSet of(DicomObject object, Limits limits) throws IOException {
        if (!object.syntax().encapsulated() || object.pixelData().isEmpty()) {
            return object.whole();
        }
        FrameShape shape = FrameShape.of(object.data());
        int whole = object.pixelData().get().frames(shape);
        if (whole != shape.frames()) {
            throw new MalformedDicom("states " + shape.frames() + " frames, but has " + whole);
        }
        FrameLayout layout = Frames.decode(object, object.source(), 1, limits).layout();
        if (layout.bitsAllocated() < 8) {
            throw new Unsupported(
                    "pixels of 1 bit are not unpacked from " + object.syntax().name());
        }
        long frame = layout.decodedBytes();
        long length = Math.multiplyExact(frame, (long) shape.frames());
        if (length > LONGEST) {
            throw new LimitExceeded("uncompressed it would have " + length + " bytes, more than a native value can");
        }
        Value.Streamed pixels =
                new Value.Streamed(length, () -> new DecodedFrames(object, layout, shape.frames(), limits));
        DataSetBuilder data = described(object, layout);
        Vr vr = layout.bitsAllocated() > 8 ? Vr.OW : Vr.OB;
        return data.put(new Element(Tag.PIXEL_DATA, vr, pixels)).build();
    }

    private static DataSetBuilder described(DicomObject object, FrameLayout layout) {
        DataSetBuilder data = object.data().toBuilder()
                .remove(Tag.EXTENDED_OFFSET_TABLE)
                .remove(Tag.EXTENDED_OFFSET_TABLE_LENGTHS)
                .string(Tag.PHOTOMETRIC_INTERPRETATION, layout.photometric().term())
                .integer(Tag.BITS_ALLOCATED, layout.bitsAllocated())
                .integer(Tag.BITS_STORED, layout.bitsStored())
                .integer(Tag.HIGH_BIT, layout.bitsStored() - 1)
                .integer(Tag.PIXEL_REPRESENTATION, layout.signed() ? 1 : 0);
        if (layout.photometric().samples() > 1) {
            data.integer(Tag.PLANAR_CONFIGURATION, 0);
        }
        if (LOSSY.contains(object.syntax().uid())) {
            data.string(Tag.LOSSY_IMAGE_COMPRESSION, "01");
        }
        return data;
    }
}
