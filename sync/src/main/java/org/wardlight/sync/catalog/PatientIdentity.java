// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.Objects;
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
     * Whether both can be the same person: same Patient ID, and no other issuer or birth date where both state one. Names are spelt
     * in many ways and change with marriage, so they do not count as long as the same birth date confirms the number; without that, names that
     * have no word in common are two people's: a number alone may have been given twice, or be absent.
     */
    public boolean agreesWith(PatientIdentity other) {
        return id.equals(other.id)
                && agree(issuer, other.issuer)
                && agree(birthDate, other.birthDate)
                && (isConfirmedBy(other) || !name.contradicts(other.name));
    }

    /** Whether both name one person's file: same Patient ID and issuer. */
    public boolean isSameNumberAs(PatientIdentity other) {
        return id.equals(other.id) && Objects.equals(issuer, other.issuer);
    }

    private boolean isConfirmedBy(PatientIdentity other) {
        return !id.isEmpty() && birthDate != null && birthDate.equals(other.birthDate);
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }
}
