// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A person put a study under another patient, or that patient's facts right. The objects stay as they were received; the study is
 * shown, found and given out under {@code corrected}.
 *
 * @param original whom the study was under before
 * @param corrected whom it is under since
 * @param by who did it, by name
 * @param reason in words; may be empty
 */
public record Correction(
        Kind kind, PatientIdentity original, PatientIdentity corrected, String by, Instant at, String reason) {
    /** What was wrong; lower case on the wire. */
    public enum Kind {
        /** The patient was right, a name, date or sex was not. */
        @JsonProperty("demographics")
        DEMOGRAPHICS,
        /** The study is another patient's. */
        @JsonProperty("moved")
        MOVED,
        /** Two numbers are one patient: this study came with the others of its old number. */
        @JsonProperty("merged")
        MERGED
    }

    /** How far a correction reaches. */
    public enum Scope {
        /** One study. */
        STUDY,
        /** All studies here of the patient that the study is under. */
        PATIENT
    }

    static Kind kind(Scope scope, PatientIdentity original, PatientIdentity corrected) {
        if (original.isSameNumberAs(corrected)) {
            return Kind.DEMOGRAPHICS;
        }
        return scope == Scope.STUDY ? Kind.MOVED : Kind.MERGED;
    }
}
