// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wardlight.rendering.dicom.TransferSyntax;

/** What can be had, in words for who asked for something else (PS3.18 8.7.8: a 406 says what there is). */
final class Offers {
    private static final String PLAIN = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
    private static final int NAMED = 6;

    private Offers() {}

    /** @param stored syntaxes of the objects that were asked for */
    static String objects(List<String> stored) {
        Set<String> syntaxes =
                new LinkedHashSet<>(stored.stream().distinct().limit(NAMED).toList());
        if (stored.stream().map(TransferSyntax::of).allMatch(ObjectForm::decodes)) {
            syntaxes.add(PLAIN);
        }
        String single = stored.size() == 1 ? " or application/dicom" : "";
        return "It is given as multipart/related; type=\"application/dicom\"" + single
                + ", with transfer-syntax=* for as stored"
                + (stored.size() == 1 ? ", or one of " : ", or where it fits one of ")
                + String.join(", ", syntaxes) + ".";
    }

    /** @param frames how many were asked for */
    static String frames(TransferSyntax stored, int frames) {
        Set<String> types = new LinkedHashSet<>();
        if (stored.encapsulated()) {
            types.add(Codestreams.type(stored) + " with transfer-syntax " + stored.uid());
        }
        if (ObjectForm.decodes(stored)) {
            types.add(Accepted.OCTETS + " with transfer-syntax " + PLAIN);
        }
        return (frames == 1 ? "A frame is given alone or" : "Several frames are given") + " in multipart/related, as "
                + String.join(", or as ", types) + ".";
    }
}
