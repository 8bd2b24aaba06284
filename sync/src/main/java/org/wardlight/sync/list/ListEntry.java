// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.NhsNumber;
import org.wardlight.sync.catalog.StudySummary;

/**
 * One line of a list.
 *
 * @param value a Patient ID, an NHS number without spaces being one, a Study Instance UID or an Accession Number; 1 to {@value #LONGEST}
 *     characters
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
        STUDY,
        /** The studies of one request. */
        ACCESSION
    }

    /** What is known of a study that may not be here. */
    public record Named(
            String study,
            String patientId,
            @Nullable String issuer,
            @Nullable String accession) {}

    public static ListEntry patient(String id) {
        return new ListEntry(Kind.PATIENT, id, null);
    }

    public static ListEntry study(String uid) {
        return new ListEntry(Kind.STUDY, uid, null);
    }

    public static ListEntry accession(String number) {
        return new ListEntry(Kind.ACCESSION, number, null);
    }

    /** Whether a study is meant. */
    public boolean holds(StudySummary study) {
        return names(new Named(
                study.study().study(),
                study.patient().id(),
                study.patient().issuer(),
                study.study().accession()));
    }

    boolean names(Named study) {
        return switch (kind) {
            case STUDY -> value.equals(study.study());
            case ACCESSION -> value.equals(study.accession());
            case PATIENT -> isId(study.patientId()) && (issuer == null || issuer.equals(study.issuer()));
        };
    }

    private boolean isId(String patientId) {
        return value.equals(patientId)
                || NhsNumber.find(patientId).filter(value::equals).isPresent();
    }

    /** As it was typed, and as {@link ListText} reads it again. */
    public String text() {
        if (kind == Kind.ACCESSION) {
            return "acc:" + value;
        }
        return issuer == null ? value : value + "^^^" + issuer;
    }
}
