// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.sqlite.SqliteFile;

/** Amendments in an SQLite file. On disk before a method returns, power loss included: a person was told that it is done. */
final class SqliteAmendments implements Amendments {
    private final SqliteFile file;
    private final Clock clock;

    SqliteAmendments(SqliteFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public List<String> correct(
            String study, Correction.Scope scope, PatientIdentity corrected, String by, String reason) {
        return file.writeDurably(handle -> {
            List<String> done = new ArrayList<>();
            Optional<StudyTable.Row> named = StudyTable.find(handle, study);
            if (named.isEmpty()) {
                return done;
            }
            List<StudyTable.Row> rows = scope == Correction.Scope.STUDY
                    ? List.of(named.get())
                    : StudyTable.ofPatient(handle, named.get().patient());
            Instant now = clock.instant();
            for (StudyTable.Row row : rows) {
                if (!row.patient().equals(corrected)) {
                    Correction.Kind kind = Correction.kind(scope, row.patient(), corrected);
                    CorrectionTable.add(
                            handle, row.study(), new Correction(kind, row.patient(), corrected, by, now, reason));
                    put(handle, row, corrected, now);
                    done.add(row.study());
                }
            }
            return done;
        });
    }

    private static void put(Handle handle, StudyTable.Row row, PatientIdentity patient, Instant now) {
        StudyTable.identify(handle, row, patient);
        long cursor = ChangeTable.add(handle, now, Change.Op.CORRECTED, row.study(), null, null);
        StudyTable.changed(handle, row.id(), cursor, now);
    }

    @Override
    public List<Correction> corrections(String study) {
        return file.read(handle -> CorrectionTable.of(handle, study));
    }

    @Override
    public void adopt(String study, List<Correction> corrections) {
        if (corrections(study).equals(corrections)) {
            return;
        }
        file.writeDurably(handle -> {
            List<Correction> before = CorrectionTable.of(handle, study);
            CorrectionTable.replace(handle, study, corrections);
            StudyTable.find(handle, study).ifPresent(row -> {
                PatientIdentity stated =
                        before.isEmpty() ? row.patient() : before.get(0).original();
                put(handle, row, CorrectionTable.present(corrections, stated), clock.instant());
            });
            return true;
        });
    }

    @Override
    public List<PatientIdentity> identities(String study) {
        return file.read(handle -> StudyTable.find(handle, study)
                .map(row -> CorrectionTable.identities(CorrectionTable.of(handle, study), row.patient()))
                .orElse(List.of()));
    }

    @Override
    public int delete(Place place, String by, String reason, Deletion.Again again) {
        return file.writeDurably(handle -> {
            Instant now = clock.instant();
            Removal.Removed removed = Removal.at(handle, place, now);
            if (removed.objects() > 0) {
                DeletionTable.add(handle, new Deletion(place, by, now, reason, again));
                removed.blobs().forEach(blob -> DeletionTable.waste(handle, blob, place.study(), now));
            }
            return removed.objects();
        });
    }

    @Override
    public Optional<Deletion> deletion(String study) {
        return file.read(handle -> StudyTable.find(handle, study).isPresent()
                ? Optional.empty()
                : DeletionTable.of(handle, study).stream().findFirst());
    }

    @Override
    public List<Deletion> deletions(String study) {
        return file.read(handle -> DeletionTable.of(handle, study));
    }

    @Override
    public List<BlobHash> restore(String study) {
        return file.writeDurably(handle -> {
            if (DeletionTable.lift(handle, study) == 0) {
                return List.<BlobHash>of();
            }
            ChangeTable.add(handle, clock.instant(), Change.Op.RESTORED, study, null, null);
            return DeletionTable.wasteOf(handle, study);
        });
    }

    @Override
    public List<BlobHash> drop(Place place) {
        return file.writeDurably(
                handle -> Removal.at(handle, place, clock.instant()).blobs());
    }

    @Override
    public List<BlobHash> claimWaste(Instant before, int most) {
        return file.writeDurably(handle -> DeletionTable.claim(handle, before, most));
    }

    @Override
    public void removed(List<BlobHash> blobs) {
        file.write(handle -> {
            blobs.forEach(blob -> DeletionTable.unwaste(handle, blob));
            return true;
        });
    }
}
