// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;

/**
 * How frames are given (PS3.18 8.7.3.4): decoded as little endian values, which is what a client gets that names no syntax, or the
 * codestream as stored.
 *
 * @param decoded whether frames are decoded first
 * @param contentType of a part, with its transfer syntax
 */
record FrameForm(boolean multipart, boolean decoded, String mediaType, String contentType) {
    private static final String PLAIN = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
    private static final String SYNTAX = "transfer-syntax";

    /** @param frames how many are asked for: only one can be given alone */
    static FrameForm choose(List<MediaType> ranges, TransferSyntax stored, int frames) {
        for (MediaType range : ranges) {
            boolean multipart =
                    range.name().equals(Accepted.RELATED) || range.name().endsWith("*/*");
            if (multipart || frames == 1) {
                Optional<FrameForm> form = of(range, multipart, stored);
                if (form.isPresent()) {
                    return form.get();
                }
            }
        }
        throw new Refused(ProblemKind.NOT_ACCEPTABLE, Offers.frames(stored, frames));
    }

    private static Optional<FrameForm> of(MediaType range, boolean multipart, TransferSyntax stored) {
        String type = multipart ? range.parameter("type").orElse("*/*") : range.name();
        MediaType wanted = new MediaType(type.toLowerCase(java.util.Locale.ROOT), java.util.Map.of());
        Optional<String> syntax = range.parameter(SYNTAX);
        String own = Codestreams.type(stored);
        boolean octets = wanted.takes(Accepted.OCTETS);
        boolean uncompressed = !stored.encapsulated();
        boolean plain = syntax.map(PLAIN::equals).orElse(true);
        if (octets
                && (plain
                        || (uncompressed
                                && (syntax.get().equals("*") || syntax.get().equals(stored.uid()))))) {
            if (ObjectForm.decodes(stored)) {
                return Optional.of(new FrameForm(
                        multipart, true, Accepted.OCTETS, Accepted.OCTETS + "; transfer-syntax=" + PLAIN));
            }
            return wanted.name().equals("*/*") ? Optional.of(asStored(multipart, own, stored)) : Optional.empty();
        }
        boolean same =
                syntax.map(uid -> uid.equals("*") || uid.equals(stored.uid())).orElse(true);
        // Octets with any syntax is how viewers ask for whatever is stored.
        boolean fits = wanted.takes(own) || (octets && syntax.isPresent());
        return !uncompressed && same && fits ? Optional.of(asStored(multipart, own, stored)) : Optional.empty();
    }

    private static FrameForm asStored(boolean multipart, String own, TransferSyntax stored) {
        return new FrameForm(multipart, false, own, own + "; transfer-syntax=" + stored.uid());
    }
}
