// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Corrections of identity. */
final class CorrectionTable {
    private CorrectionTable() {}

    static List<Correction> of(Handle handle, String study) {
        return handle.createQuery("SELECT * FROM correction WHERE study = :study ORDER BY id")
                .bind("study", study)
                .map((rows, context) -> new Correction(
                        Correction.Kind.valueOf(rows.getString("kind")),
                        IdentityJson.read(rows.getString("original")),
                        IdentityJson.read(rows.getString("corrected")),
                        rows.getString("by_whom"),
                        Instant.parse(rows.getString("at")),
                        rows.getString("reason")))
                .list();
    }

    static void add(Handle handle, String study, Correction correction) {
        handle.createUpdate("INSERT INTO correction (study, kind, original, corrected, by_whom, at, reason)"
                        + " VALUES (:study, :kind, :original, :corrected, :by, :at, :reason)")
                .bind("study", study)
                .bind("kind", correction.kind().name())
                .bind("original", IdentityJson.write(correction.original()))
                .bind("corrected", IdentityJson.write(correction.corrected()))
                .bind("by", correction.by())
                .bind("at", correction.at().toString())
                .bind("reason", correction.reason())
                .execute();
    }

    static void replace(Handle handle, String study, List<Correction> corrections) {
        handle.createUpdate("DELETE FROM correction WHERE study = :study")
                .bind("study", study)
                .execute();
        corrections.forEach(correction -> add(handle, study, correction));
    }

    /** Whom a study is under after its corrections. */
    static PatientIdentity present(List<Correction> corrections, PatientIdentity stated) {
        return corrections.isEmpty()
                ? stated
                : corrections.get(corrections.size() - 1).corrected();
    }

    /** Everybody whom an object of a study may name. */
    static List<PatientIdentity> identities(List<Correction> corrections, PatientIdentity present) {
        return Stream.concat(
                        Stream.of(present),
                        corrections.stream().flatMap(one -> Stream.of(one.original(), one.corrected())))
                .distinct()
                .toList();
    }
}
