// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** How many objects a study has elsewhere, beside how many are here. */
final class ArrivalTable {
    private static final String ROWS =
            "SELECT study.uid, study.instances, study.arrived_at, expected.objects FROM study"
                    + " LEFT JOIN expected ON expected.study = study.uid WHERE study.held = 1 AND study.uid ";

    private ArrivalTable() {}

    static List<Arrival> of(Handle handle, Collection<String> studies) {
        return studies.isEmpty()
                ? List.of()
                : handle.createQuery(ROWS + "IN (<studies>)")
                        .bindList("studies", List.copyOf(studies))
                        .map(ArrivalTable::row)
                        .list();
    }

    static Optional<Arrival> of(Handle handle, String study) {
        return handle.createQuery(ROWS + "= :study")
                .bind("study", study)
                .map(ArrivalTable::row)
                .findOne();
    }

    private static Arrival row(ResultSet rows, StatementContext context) throws SQLException {
        int objects = rows.getInt("objects");
        boolean isSaid = !rows.wasNull();
        String at = rows.getString("arrived_at");
        return new Arrival(
                rows.getString("uid"),
                rows.getInt("instances"),
                isSaid ? objects : null,
                at == null ? null : Instant.parse(at));
    }

    static void put(Handle handle, String study, int objects) {
        handle.createUpdate("INSERT INTO expected (study, objects) VALUES (:study, :objects)"
                        + " ON CONFLICT (study) DO UPDATE SET objects = excluded.objects")
                .bind("study", study)
                .bind("objects", objects)
                .execute();
    }

    /** What a person deleted is not awaited. */
    static void expectLess(Handle handle, String study, int objects) {
        handle.createUpdate("UPDATE expected SET objects = max(objects - :objects, 0) WHERE study = :study")
                .bind("study", study)
                .bind("objects", objects)
                .execute();
    }

    static void remove(Handle handle, String study) {
        handle.createUpdate("DELETE FROM expected WHERE study = :study")
                .bind("study", study)
                .execute();
    }
}
