// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.Correction;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.PatientName;

/**
 * Body of a correction: the whole identity that a study is to be under.
 *
 * @param scope {@code study}, or {@code patient} for all studies of the study's patient
 */
record CorrectionRequest(
        @Nullable String scope,
        @Nullable Patient patient,
        @Nullable String reason) {
    private static final int LONGEST = 64;

    /**
     * @param name as DICOM has it: components parted by {@code ^}, groups by {@code =}
     * @param id Patient ID
     * @param birthDate yyyy-mm-dd
     * @param sex M, F or O
     */
    record Patient(
            @Nullable String name,
            @Nullable String id,
            @Nullable String issuer,
            @Nullable String birthDate,
            @Nullable String sex) {}

    Correction.Scope scoped() {
        return switch (scope == null ? "study" : scope.toLowerCase(Locale.ROOT)) {
            case "study" -> Correction.Scope.STUDY;
            case "patient" -> Correction.Scope.PATIENT;
            default -> throw new Refused(ProblemKind.BAD_BODY);
        };
    }

    String why() {
        return Objects.requireNonNullElse(reason, "");
    }

    /** Somebody is named, by a number and a name that DICOM can hold (PS3.5 6.2). */
    PatientIdentity identity() {
        if (patient == null) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        String id = text(patient.id());
        PatientName name = PatientName.parse(text(patient.name(), 3 * LONGEST + 2));
        String issuer = text(patient.issuer());
        String birthDate = text(patient.birthDate());
        String sex = text(patient.sex());
        if (id.isEmpty() || name.display().isEmpty() || !isDate(birthDate) || !sex.matches("[MFO]?")) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        return new PatientIdentity(name, id, orNull(issuer), orNull(birthDate), orNull(sex));
    }

    private static boolean isDate(String text) {
        try {
            return text.isEmpty() || LocalDate.parse(text).getYear() >= 1800;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static String text(@Nullable String value) {
        return text(value, LONGEST);
    }

    private static String text(@Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.length() > longest || text.chars().anyMatch(c -> c < ' ' || c == '\\')) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        return text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
