// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.keep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.Json;
import org.wardlight.sync.sqlite.SqliteFile;

/** Copies in an SQLite file. */
public final class SqliteCopies implements Copies {
    private final SqliteFile file;
    private final Clock clock;

    public SqliteCopies(SqliteFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public void put(Copy copy) {
        file.write(handle -> {
            handle.createUpdate("DELETE FROM device_copy WHERE at < :before")
                    .bind("before", clock.instant().minus(FORGOTTEN).toEpochMilli())
                    .execute();
            return handle.createUpdate("INSERT OR REPLACE INTO device_copy (owner, id, name, at, studies)"
                            + " VALUES (:owner, :id, :name, :at, :studies)")
                    .bind("owner", copy.owner())
                    .bind("id", copy.id())
                    .bind("name", copy.name())
                    .bind("at", copy.at().toEpochMilli())
                    .bind("studies", new String(Json.bytes(Studies.of(copy)), StandardCharsets.UTF_8))
                    .execute();
        });
    }

    @Override
    public List<Copy> all() {
        return file.read(
                handle -> handle.createQuery("SELECT * FROM device_copy WHERE at >= :after ORDER BY name, owner")
                        .bind("after", clock.instant().minus(FORGOTTEN).toEpochMilli())
                        .map(SqliteCopies::row)
                        .list());
    }

    private static Copy row(ResultSet row, StatementContext context) throws SQLException {
        try {
            Studies studies = Json.read(row.getString("studies").getBytes(StandardCharsets.UTF_8), Studies.class);
            return new Copy(
                    row.getString("owner"),
                    row.getString("id"),
                    row.getString("name"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    studies.studies().stream().map(Studies.One::kept).toList());
        } catch (IOException broken) {
            throw new SQLException("what a device keeps is not JSON of its form", broken);
        }
    }

    /** The form on disk. */
    record Studies(List<One> studies) {
        record One(String study, boolean ready, @Nullable Long until) {
            Copy.Kept kept() {
                return new Copy.Kept(study, ready, until == null ? null : Instant.ofEpochMilli(until));
            }
        }

        static Studies of(Copy copy) {
            return new Studies(copy.studies().stream()
                    .map(one -> new One(
                            one.study(),
                            one.isReady(),
                            one.until() == null ? null : one.until().toEpochMilli()))
                    .toList());
        }
    }
}
