// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The change log. */
final class ChangeTable {
    private ChangeTable() {}

    /** Adds an entry and returns its cursor. */
    static long add(
            Handle handle, Instant at, Change.Op op, String study, @Nullable String series, @Nullable String instance) {
        return handle.createQuery("INSERT INTO change (at, op, study, series, instance)"
                        + " VALUES (:at, :op, :study, :series, :instance) RETURNING cursor")
                .bind("at", at.toString())
                .bind("op", op.name())
                .bind("study", study)
                .bind("series", series)
                .bind("instance", instance)
                .mapTo(Long.class)
                .one();
    }

    static List<Change> after(Handle handle, long since, int limit) {
        return handle.createQuery("SELECT * FROM change WHERE cursor > :since ORDER BY cursor LIMIT :limit")
                .bind("since", since)
                .bind("limit", limit)
                .map((rows, context) -> new Change(
                        rows.getLong("cursor"),
                        Instant.parse(rows.getString("at")),
                        Change.Op.valueOf(rows.getString("op")),
                        rows.getString("study"),
                        rows.getString("series"),
                        rows.getString("instance")))
                .list();
    }
}
