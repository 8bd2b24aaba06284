// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom an object says it belongs to.
 *
 * @param id Patient ID as stored; empty when absent
 * @param issuer Issuer of Patient ID
 * @param birthDate yyyy-mm-dd
 * @param sex M, F or O
 */
public record PatientIdentity(
        PatientName name,
        String id,
        @Nullable String issuer,
        @Nullable String birthDate,
        @Nullable String sex) {

    /** The NHS number without spaces, when the Patient ID is a valid one. */
    public Optional<String> nhsNumber() {
        return NhsNumber.find(id);
    }

    /**
     * Whether both can be the same person: same Patient ID, and no other issuer or birth date where both state one. Names do not
     * count, since they are spelt in many ways.
     */
    public boolean agreesWith(PatientIdentity other) {
        return id.equals(other.id) && agree(issuer, other.issuer) && agree(birthDate, other.birthDate);
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }
}
