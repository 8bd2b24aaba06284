// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.Codecs;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;

/**
 * How objects are given (PS3.18 8.7.3): in one multipart body or alone, and in which transfer syntaxes. What asks for no syntax gets
 * Explicit VR Little Endian, what takes anything gets objects as they are stored.
 *
 * @param syntaxes UIDs, or {@code *} for as stored
 */
record ObjectForm(boolean multipart, Set<String> syntaxes) {
    private static final String PLAIN = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();

    /** @param stored syntaxes of the objects that are asked for */
    static ObjectForm choose(List<MediaType> ranges, List<String> stored) {
        Accepted.refuseMixture(ranges);
        boolean single = stored.size() == 1;
        Set<String> inParts = new LinkedHashSet<>();
        Set<String> alone = new LinkedHashSet<>();
        Boolean parts = null;
        for (MediaType range : ranges) {
            boolean related = Accepted.isAnything(range) || Accepted.isRelated(range, Accepted.DICOM);
            boolean plain = single && range.takes(Accepted.DICOM);
            if (related || plain) {
                parts = parts == null ? related : parts;
                String none = range.name().endsWith("*") ? "*" : PLAIN;
                (related ? inParts : alone)
                        .add(range.parameter("transfer-syntax").orElse(none));
            }
        }
        for (boolean multipart : parts == null ? new boolean[] {} : new boolean[] {parts, !parts}) {
            ObjectForm form = new ObjectForm(multipart, multipart ? inParts : alone);
            if (stored.stream().allMatch(form::gives)) {
                return form;
            }
        }
        throw new Refused(ProblemKind.NOT_ACCEPTABLE, Offers.objects(stored));
    }

    private boolean gives(String stored) {
        return asStored(stored) || (syntaxes.contains(PLAIN) && decodes(TransferSyntax.of(stored)));
    }

    boolean asStored(String stored) {
        return syntaxes.contains("*") || syntaxes.contains(stored);
    }

    /** Whether this program reads the pixels of a syntax frame by frame. */
    static boolean decodes(TransferSyntax syntax) {
        if (!syntax.encapsulated()) {
            return true;
        }
        try {
            Codecs.standard().forSyntax(syntax.uid());
            return true;
        } catch (Unsupported none) {
            return false;
        }
    }
}
