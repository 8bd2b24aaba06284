// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.mark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.Json;
import org.wardlight.sync.account.Caller;
import org.wardlight.sync.sqlite.SqliteFile;

/** Marks in an SQLite file, one row a version. */
public final class SqliteMarkBook implements MarkBook {
    private final SqliteFile file;
    private final Clock clock;

    public SqliteMarkBook(SqliteFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public List<KeptMark> of(String study) {
        return file.read(handle -> handle.createQuery("SELECT * FROM mark AS newest WHERE study = :study"
                        + " AND shape IS NOT NULL AND version = (SELECT max(version) FROM mark WHERE id = newest.id)"
                        + " ORDER BY (SELECT min(rowid) FROM mark WHERE id = newest.id)")
                .bind("study", study)
                .map(SqliteMarkBook::mark)
                .list());
    }

    @Override
    public Outcome put(String study, MarkChange change, Caller by) {
        return file.writeDurably(handle -> {
            Optional<KeptMark> same = one(handle, "change = :key", change.change());
            Optional<KeptMark> newest = one(handle, "id = :key ORDER BY version DESC LIMIT 1", change.id());
            Outcome outcome = Outcome.of(same, newest, study, change);
            if (!outcome.isKept() || same.isPresent()) {
                return outcome;
            }
            KeptMark kept = KeptMark.after(change, study, by, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            insert(handle, kept);
            return new Outcome(true, kept);
        });
    }

    private static Optional<KeptMark> one(Handle handle, String which, String key) {
        return handle.createQuery("SELECT * FROM mark WHERE " + which)
                .bind("key", key)
                .map(SqliteMarkBook::mark)
                .findOne();
    }

    private static void insert(Handle handle, KeptMark mark) {
        MarkShape shape = mark.shape();
        handle.createUpdate("INSERT INTO mark (change, id, version, study, shape, author, author_name, at)"
                        + " VALUES (:change, :id, :version, :study, :shape, :author, :authorName, :at)")
                .bind("change", mark.change())
                .bind("id", mark.id())
                .bind("version", mark.version())
                .bind("study", mark.study())
                .bind("shape", shape == null ? null : new String(Json.bytes(shape), StandardCharsets.UTF_8))
                .bind("author", mark.author())
                .bind("authorName", mark.authorName())
                .bind("at", mark.at().toString())
                .execute();
    }

    private static KeptMark mark(ResultSet row, StatementContext context) throws SQLException {
        return new KeptMark(
                row.getString("id"),
                row.getInt("version"),
                row.getString("change"),
                row.getString("study"),
                shape(row.getString("shape")),
                row.getString("author"),
                row.getString("author_name"),
                Instant.parse(row.getString("at")));
    }

    private static @Nullable MarkShape shape(@Nullable String json) throws SQLException {
        if (json == null) {
            return null;
        }
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8), MarkShape.class);
        } catch (IOException broken) {
            throw new SQLException("a mark in the store is not JSON of its form", broken);
        }
    }
}
