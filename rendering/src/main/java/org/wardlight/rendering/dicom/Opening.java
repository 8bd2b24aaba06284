// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Finds where a file's first element is, past preamble and prefix (PS3.10 7.1), or says what the file is instead. */
final class Opening {
    private static final int PREAMBLE = 128;

    private Opening() {}

    /** Offset of the first element: of the meta group, or of the data set when there is none. */
    static long start(SourceCursor in) throws IOException {
        if (in.size() == 0) {
            throw new MalformedDicom("the file is empty");
        }
        if (hasPrefix(in, PREAMBLE)) {
            if (in.size() == PREAMBLE + 4) {
                throw new MalformedDicom("the file ends after its preamble: no data set follows");
            }
            if (isElement(in, PREAMBLE + 4)) {
                return PREAMBLE + 4;
            }
        }
        boolean prefixed = hasPrefix(in, PREAMBLE);
        if (hasPrefix(in, 0) && isElement(in, 4)) {
            return 4;
        }
        if (isElement(in, 0)) {
            return 0;
        }
        throw new MalformedDicom(
                prefixed ? "DICM stands at byte 128, but no data element follows it" : FileKind.describe(in));
    }

    /** Whether it is DICOM beyond doubt. */
    static boolean proves(SourceCursor in) throws IOException {
        if (hasPrefix(in, PREAMBLE)) {
            return true;
        }
        in.seek(0);
        Optional<TransferSyntax> shown = SyntaxProof.sniff(in);
        if (shown.isEmpty()) {
            return false;
        }
        boolean bigEndian = shown.get().bigEndian();
        int first = in.peekTag(0, bigEndian);
        long length = shown.get().implicit() ? in.peek32(4, bigEndian) : in.peek16(6, bigEndian);
        if ((first >>> 16 != 0x0002 && first >>> 16 != 0x0008) || length % 2 != 0 || 16 + length > in.size()) {
            return false;
        }
        in.seek(8 + length);
        return Integer.compareUnsigned(in.peekTag(0, bigEndian), first) > 0
                && SyntaxProof.sniff(in).filter(shown.get()::equals).isPresent();
    }

    private static boolean hasPrefix(SourceCursor in, int at) throws IOException {
        in.seek(0);
        return in.size() >= at + 4
                && in.peek(at) == 'D'
                && in.peek(at + 1) == 'I'
                && in.peek(at + 2) == 'C'
                && in.peek(at + 3) == 'M';
    }

    /** Whether the bytes read as an element that a file may begin with, in any of the encodings. */
    private static boolean isElement(SourceCursor in, int at) throws IOException {
        in.seek(at);
        return in.remaining() >= 8
                && (in.peek16(0, false) == 0x0002 || SyntaxProof.sniff(in).isPresent());
    }
}
