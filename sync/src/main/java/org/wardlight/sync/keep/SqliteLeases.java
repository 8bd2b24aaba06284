// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.keep;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.sqlite.SqliteFile;

/** Leases in an SQLite file, with the latest time that was ever seen; several processes may use it. */
public final class SqliteLeases implements Leases {
    private final SqliteFile file;
    private final Clock clock;

    public SqliteLeases(SqliteFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public Map<String, Instant> all() {
        return file.read(handle -> {
            Map<String, Instant> leases = new TreeMap<>();
            handle.createQuery("SELECT study, until FROM lease")
                    .mapToMap()
                    .forEach(row -> leases.put((String) row.get("study"), Instant.ofEpochMilli(number(row, "until"))));
            return leases;
        });
    }

    private static long number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public void put(String study, @Nullable Instant until) {
        file.writeDurably(handle -> until == null
                ? handle.createUpdate("DELETE FROM lease WHERE study = :study")
                        .bind("study", study)
                        .execute()
                : handle.createUpdate("INSERT OR REPLACE INTO lease (study, until) VALUES (:study, :until)")
                        .bind("study", study)
                        .bind("until", until.toEpochMilli())
                        .execute());
    }

    @Override
    public List<String> ended() {
        long now = clock.millis();
        long latest = file.read(SqliteLeases::latest);
        if (now > latest) {
            file.write(handle -> handle.createUpdate("INSERT INTO lease_clock (one, latest) VALUES (1, :now)"
                            + " ON CONFLICT (one) DO UPDATE SET latest = max(latest, :now)")
                    .bind("now", now)
                    .execute());
        }
        return file.read(handle -> handle.createQuery("SELECT study FROM lease WHERE until <= :now ORDER BY study")
                .bind("now", Math.max(now, latest))
                .mapTo(String.class)
                .list());
    }

    private static long latest(Handle handle) {
        return handle.createQuery("SELECT latest FROM lease_clock")
                .mapTo(Long.class)
                .findOne()
                .orElse(Long.MIN_VALUE);
    }
}
