// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** How a data set is really encoded, as its first element proves; the meta header is believed where nothing speaks against it. */
final class SyntaxProof {
    private SyntaxProof() {}

    /** The syntax at the cursor's position: the declared one, corrected where it is provably wrong, or the one that shows. */
    static TransferSyntax of(SourceCursor in, Optional<TransferSyntax> declared) throws IOException {
        if (declared.isEmpty()) {
            return sniff(in)
                    .orElseThrow(
                            () -> new MalformedDicom("no Transfer Syntax UID (0002,0010), and the data set at byte "
                                    + in.position() + " begins like none of the known ones"));
        }
        TransferSyntax stated = declared.get();
        Optional<TransferSyntax> shown = sniff(in);
        if (shown.isEmpty() || agrees(stated, shown.get())) {
            return stated;
        }
        TransferSyntax real = shown.get();
        return stated.encapsulated()
                ? new TransferSyntax(stated.uid(), stated.name(), true, real.bigEndian(), real.implicit(), false)
                : real;
    }

    /** Pixel data of a stated length that holds all its frames is not compressed, whatever the meta header says. */
    static TransferSyntax ofPixels(TransferSyntax syntax, NativePixelData pixels, DataSet data) {
        // Of a private syntax nobody knows how its native pixels are ordered: it stays what it says.
        if (!syntax.encapsulated() || !syntax.isKnown() || !holdsFrames(pixels, data)) {
            return syntax;
        }
        TransferSyntax little =
                syntax.implicit() ? TransferSyntax.IMPLICIT_LITTLE_ENDIAN : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
        return syntax.bigEndian() ? TransferSyntax.EXPLICIT_BIG_ENDIAN : little;
    }

    private static boolean holdsFrames(NativePixelData pixels, DataSet data) {
        try {
            FrameShape shape = FrameShape.of(data);
            return pixels.frames(shape) == shape.frames();
        } catch (MalformedDicom e) {
            return false; // without a size there is nothing to prove
        }
    }

    private static boolean agrees(TransferSyntax stated, TransferSyntax shown) {
        return !stated.deflated() && stated.implicit() == shown.implicit() && stated.bigEndian() == shown.bigEndian();
    }

    /** The encoding that the first element shows; empty when it looks like none. */
    static Optional<TransferSyntax> sniff(SourceCursor in) throws IOException {
        if (in.remaining() < 8) {
            return Optional.empty();
        }
        boolean bigEndian = Integer.compareUnsigned(in.peek16(0, true), in.peek16(0, false)) < 0;
        int tag = in.peekTag(0, bigEndian);
        Optional<Vr> vr = Vr.of(in.peek(4), in.peek(5));
        if (tag >>> 16 > 0x7FE0 || (tag >>> 16 == 0 && tag != 0)) {
            return Optional.empty();
        }
        // Two letters could also be a length: they are a VR when the dictionary has them, or when as a length they
        // reach too far.
        long implicitLength = in.peek32(4, bigEndian);
        boolean fits = implicitLength == DataSetParser.UNDEFINED || implicitLength <= in.remaining() - 8;
        if (vr.isPresent()
                && (!fits || Dictionary.vr(tag).filter(vr.get()::equals).isPresent())) {
            return Optional.of(bigEndian ? TransferSyntax.EXPLICIT_BIG_ENDIAN : TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        }
        boolean sequence =
                in.remaining() >= 12 && implicitLength == DataSetParser.UNDEFINED && in.peekTag(8, false) == Tag.ITEM;
        return !bigEndian && fits && (Dictionary.vr(tag).isPresent() || sequence)
                ? Optional.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)
                : Optional.empty();
    }
}
