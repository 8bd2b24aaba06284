// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did something, or was refused it.
 *
 * @param id grows by one from entry to entry
 * @param actor {@link Caller#id}, or {@code nobody}
 * @param origin network address that it came from
 * @param study Study Instance UID that it was about; null when it was about none
 * @param detail what was searched for, or which object; the audit is patient data
 * @param hash SHA-256 over the entry before and this one, in hexadecimal
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String origin,
        Action action,
        Outcome outcome,
        @Nullable String study,
        @Nullable String detail,
        String hash) {

    /** What was done. */
    public enum Action {
        SIGN_IN,
        SIGN_OUT,
        VIEW,
        SEARCH,
        STORE,
        EXPORT,
        CHANGE,
        DELETE,
        ADMINISTER,
        /** A program opened a DICOM association, or was turned away. */
        ASSOCIATE
    }

    /** Whether it was done. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    /** The same entry, hashed after another. */
    AuditEntry hashedAfter(String before) {
        return new AuditEntry(id, at, actor, origin, action, outcome, study, detail, expectedHash(before));
    }

    /** What its hash must be after that of the entry before. */
    String expectedHash(String before) {
        String fields = String.join(
                "\n",
                before,
                Long.toString(id),
                at.toString(),
                escaped(actor),
                escaped(origin),
                action.name(),
                outcome.name(),
                escaped(study),
                escaped(detail));
        return Secrets.sha256(fields);
    }

    /** One line a field, and absent is not empty. */
    private static String escaped(@Nullable String text) {
        return text == null ? "\\-" : text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
