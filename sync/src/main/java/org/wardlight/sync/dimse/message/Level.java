// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.message;

import java.util.Locale;
import java.util.Optional;

/** Query/Retrieve Level (0008,0052) (PS3.4 C.3), from the top. */
public enum Level {
    PATIENT,
    STUDY,
    SERIES,
    IMAGE;

    public static Optional<Level> of(String term) {
        try {
            return Optional.of(valueOf(term.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
