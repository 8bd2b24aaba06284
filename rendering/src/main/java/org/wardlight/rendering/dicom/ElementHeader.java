// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** VR and length of one element as read (PS3.5 7.1.2, 7.1.3). One instance is read into again and again; one thread. */
final class ElementHeader {
    Vr vr = Vr.UN;
    /** In bytes, or {@link DataSetParser#UNDEFINED}. */
    long length;
    /** Byte order of the value: what came as UN is little endian always (PS3.5 6.2.2). */
    boolean bigEndian;
    /** Whether the VR was written as UN, so that a sequence in it is implicit little endian. */
    boolean fromUnknown;

    /** Reads the header and moves to the value. */
    void read(SourceCursor in, Level level, int tag, long end) throws IOException {
        bigEndian = level.bigEndian;
        fromUnknown = false;
        if (level.implicit) {
            readImplicit(in, level, tag);
            return;
        }
        Optional<Vr> written = Vr.of(in.peek(4), in.peek(5));
        if (written.isEmpty() && !(isLetter(in.peek(4)) && isLetter(in.peek(5)))) {
            readMissingVr(in, level, tag, end);
            return;
        }
        vr = written.orElse(Vr.UN);
        if (written.isEmpty() && shortForm(in, end)) {
            fromUnknown = true;
            length = in.peek16(6, bigEndian);
            vr = dictionary(level, tag);
            in.seek(in.position() + 8);
            return;
        }
        if (vr.headerLength() == 8) {
            length = in.peek16(6, bigEndian);
            in.seek(in.position() + 8);
            return;
        }
        if (end - in.position() < 12) {
            throw new MalformedDicom(TagPath.of(level.path, tag) + " at byte " + in.position()
                    + ": the file ends within the header of the element");
        }
        length = in.peek32(8, bigEndian);
        in.seek(in.position() + 12);
        if (vr == Vr.UN) {
            fromUnknown = true;
            bigEndian = false;
            vr = dictionary(level, tag);
        }
    }

    /** A VR of the future has a length of 32 bits (PS3.5 7.1.2), a damaged one that of its neighbours: what leads on is right. */
    private boolean shortForm(SourceCursor in, long end) throws IOException {
        long start = in.position();
        boolean longForm = end - start >= 12 && leadsOn(in, start + 12 + in.peek32(8, bigEndian), end);
        return !longForm && leadsOn(in, start + 8 + in.peek16(6, bigEndian), end);
    }

    private void readImplicit(SourceCursor in, Level level, int tag) throws IOException {
        length = in.peek32(4, bigEndian);
        vr = dictionary(level, tag);
        in.seek(in.position() + 8);
    }

    /**
     * Where no VR stands in explicit VR, some writers left it out for this element, and others wrote blanks for it. What the length
     * leads to decides.
     */
    private void readMissingVr(SourceCursor in, Level level, int tag, long end) throws IOException {
        long start = in.position();
        int shortLength = in.peek16(6, bigEndian);
        if (leadsOn(in, start + 8 + in.peek32(4, bigEndian), end)) {
            fromUnknown = true;
            readImplicit(in, level, tag);
        } else if (leadsOn(in, start + 8 + shortLength, end)) {
            length = shortLength;
            vr = dictionary(level, tag);
            in.seek(start + 8);
        } else {
            throw new MalformedDicom(
                    TagPath.of(level.path, tag) + " at byte " + start + ": no value representation where one must be");
        }
    }

    /** Whether what encloses the element ends at an offset, or another element with a VR, or a delimiter, begins there. */
    private static boolean leadsOn(SourceCursor in, long offset, long end) throws IOException {
        long start = in.position();
        if (offset == end || offset > end - 8) {
            return offset == end;
        }
        in.seek(offset);
        boolean leads = Vr.of(in.peek(4), in.peek(5)).isPresent() || in.peek16(0, false) == 0xFFFE;
        in.seek(start);
        return leads;
    }

    private static Vr dictionary(Level level, int tag) {
        Vr known = Dictionary.vr(tag).orElse(Vr.UN);
        return known == Vr.US && level.signedPixels && Dictionary.isUnsignedOrSigned(tag) ? Vr.SS : known;
    }

    private static boolean isLetter(int value) {
        return value >= 'A' && value <= 'Z';
    }
}
