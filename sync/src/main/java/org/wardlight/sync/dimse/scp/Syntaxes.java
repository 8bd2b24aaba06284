// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wardlight.rendering.dicom.TransferSyntax;

/** Which transfer syntaxes are taken. */
final class Syntaxes {
    private static final String EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
    private static final String IMPLICIT = TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid();

    /** All but those that leave the pixels with somebody else (JPIP). */
    private static final Set<String> STORED = TransferSyntax.known().stream()
            .filter(syntax -> !syntax.name().contains("JPIP"))
            .map(TransferSyntax::uid)
            .collect(Collectors.toUnmodifiableSet());

    private Syntaxes() {}

    /** For services without pixel data: what says its VRs, if it is proposed. */
    static Optional<String> plain(List<String> proposed) {
        if (proposed.contains(EXPLICIT)) {
            return Optional.of(EXPLICIT);
        }
        return proposed.contains(IMPLICIT) ? Optional.of(IMPLICIT) : Optional.empty();
    }

    /** For objects: the first that is known; but what says its VRs before what does not, and big endian last. */
    static Optional<String> stored(List<String> proposed) {
        Optional<String> first = proposed.stream()
                .filter(STORED::contains)
                .filter(uid -> !uid.equals(TransferSyntax.EXPLICIT_BIG_ENDIAN.uid()))
                .findFirst();
        if (first.filter(IMPLICIT::equals).isPresent() && proposed.contains(EXPLICIT)) {
            return Optional.of(EXPLICIT);
        }
        return first.or(() -> proposed.stream().filter(STORED::contains).findFirst());
    }
}
