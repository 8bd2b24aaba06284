// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.NhsNumber;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.StudySummary;

/**
 * One line of a list.
 *
 * @param value a Patient ID, an NHS number without spaces being one, or a Study Instance UID; 1 to {@value #LONGEST} characters
 * @param issuer Issuer of Patient ID; null where the number alone counts
 */
public record ListEntry(Kind kind, String value, @Nullable String issuer) {
    /** LO of PS3.5 6.2 has 64 characters, and so has UI. */
    public static final int LONGEST = 64;

    /** What an entry names. */
    public enum Kind {
        /** All studies of a patient, also those that come later. */
        PATIENT,
        /** One study. */
        STUDY
    }

    public static ListEntry patient(String id) {
        return new ListEntry(Kind.PATIENT, id, null);
    }

    public static ListEntry study(String uid) {
        return new ListEntry(Kind.STUDY, uid, null);
    }

    /** Whether a study is meant. */
    public boolean holds(StudySummary study) {
        PatientIdentity patient = study.patient();
        return names(study.study().study(), patient.id(), patient.issuer());
    }

    /** The same for a study of which no more is known. */
    boolean names(String study, String patientId, @Nullable String ofIssuer) {
        if (kind == Kind.STUDY) {
            return value.equals(study);
        }
        boolean sameId = value.equals(patientId)
                || NhsNumber.find(patientId).filter(value::equals).isPresent();
        return sameId && (issuer == null || issuer.equals(ofIssuer));
    }

    /** As it was typed, and as {@link ListText} reads it again. */
    public String text() {
        return issuer == null ? value : value + "^^^" + issuer;
    }
}
