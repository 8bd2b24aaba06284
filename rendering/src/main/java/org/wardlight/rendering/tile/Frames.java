// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.Codecs;
import org.wardlight.rendering.codec.FrameCodec;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.NativeWords;
import org.wardlight.rendering.codec.PassThrough;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.FrameShape;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.NativePixelData;
import org.wardlight.rendering.dicom.PixelData;
import org.wardlight.rendering.overlay.Overlays;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameLayouts;
import org.wardlight.rendering.pixel.LookupTables;
import org.wardlight.rendering.pixel.Miscalled;
import org.wardlight.rendering.video.VideoFrames;

/** Reads and decodes single frames of an object. Pure but for the reads from the source; thread-safe. */
public final class Frames {
    private static final String JPEG_BASELINE = "1.2.840.10008.1.2.4.50";

    private Frames() {}

    /**
     * The stored values of one frame, with the lookup tables that it needs.
     *
     * @param source the bytes that the object was read from
     * @param frame number of the frame, from 1
     * @throws org.wardlight.rendering.RenderingException when the frame is broken, of a kind that is not decoded, or too large
     * @throws IOException when the source fails
     */
    public static StoredFrame decode(DicomObject object, ByteSource source, int frame, Limits limits)
            throws IOException {
        if (object.pixelData().isEmpty() && Overlays.blank(object).isPresent()) {
            FrameLayout blank = Overlays.blank(object).orElseThrow().within(limits);
            return StoredFrame.of(blank, new byte[Math.toIntExact(blank.values())]);
        }
        PixelData pixels = pixels(object);
        if (object.syntax().isVideo()) {
            FrameLayout layout = FrameLayouts.of(object).within(limits);
            shape(object, frame);
            return VideoFrames.shared().decode(object, source, layout, frame);
        }
        Miscalled.refuse(object);
        FrameCodec codec = Codecs.standard().forSyntax(object.syntax().uid());
        FrameLayout layout = FrameLayouts.of(object).within(limits);
        if (object.syntax().bigEndian() && layout.bitsAllocated() == 32 && !layout.floating()) {
            // PS3.5 Annex D turns 16-bit words round, some writers all four bytes: the file cannot tell which.
            throw new Unsupported(
                    "32-bit samples in big-endian order: not shown, since writers disagree on their byte order");
        }
        return values(object, pixels, source, frame, limits, codec, layout)
                .with(LookupTables.of(object.data(), layout, frame - 1));
    }

    private static StoredFrame values(
            DicomObject object,
            PixelData pixels,
            ByteSource source,
            int frame,
            Limits limits,
            FrameCodec codec,
            FrameLayout layout)
            throws IOException {
        FrameShape shape = shape(object, frame);
        if (pixels instanceof NativePixelData plain && plain.readable(shape) && NativeWords.takes(layout)) {
            return NativeWords.read(
                    layout, (from, target, count) -> plain.read(source, frame - 1, shape, limits, from, target, count));
        }
        byte[] bytes = pixels.frame(source, frame - 1, shape, limits);
        Optional<FrameLayout> cut = EdgeFrames.cut(object, frame, layout, bytes);
        return cut.isPresent()
                ? EdgeFrames.filled(codec.decode(bytes, cut.get()), layout)
                : codec.decode(bytes, layout);
    }

    /**
     * The codestream of a frame as a preview tile, when it is one already: baseline JPEG of eight bits that fits one tile and that any
     * browser shows as this program would.
     */
    public static Optional<byte[]> passThrough(
            DicomObject object, ByteSource source, int frame, FrameKind kind, Limits limits) throws IOException {
        if (!JPEG_BASELINE.equals(object.syntax().uid()) || kind.levels() > 1 || kind.colour() != null) {
            return Optional.empty();
        }
        FrameLayout layout = FrameLayouts.of(object.data()).within(limits);
        if (layout.photometric().samples() == 1 && !PreviewTiles.isIdentity(kind)) {
            return Optional.empty();
        }
        byte[] bytes = bytes(object, pixels(object), source, frame, limits);
        return PassThrough.allows(bytes, layout) ? Optional.of(bytes) : Optional.empty();
    }

    private static PixelData pixels(DicomObject object) {
        return object.pixelData().orElseThrow(() -> new Unsupported("no image: the object has no Pixel Data"));
    }

    private static byte[] bytes(DicomObject object, PixelData pixels, ByteSource source, int frame, Limits limits)
            throws IOException {
        return pixels.frame(source, frame - 1, shape(object, frame), limits);
    }

    private static FrameShape shape(DicomObject object, int frame) {
        FrameShape shape = FrameShape.of(object.data());
        if (frame < 1 || frame > shape.frames()) {
            throw new MalformedDicom("there is no frame " + frame + ", the object has " + shape.frames());
        }
        return shape;
    }
}
