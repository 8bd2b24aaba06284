// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.account.AuditEntry.Outcome;
import org.wardlight.sync.sqlite.SqliteFile;

/** The audit in an SQLite file, whose own triggers refuse to change or shorten it. */
public final class SqliteAuditLog implements AuditLog {
    private final SqliteFile file;
    private final Clock clock;

    public SqliteAuditLog(SqliteFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public AuditEntry add(Event event) {
        return file.writeDurably(handle -> {
            Optional<AuditEntry> last = handle.createQuery("SELECT * FROM audit ORDER BY id DESC LIMIT 1")
                    .map(SqliteAuditLog::entry)
                    .findOne();
            AuditEntry entry = AuditChain.next(
                    event,
                    last.map(AuditEntry::id).orElse(0L) + 1,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    last.map(AuditEntry::hash).orElse(FIRST));
            insert(handle, entry);
            return entry;
        });
    }

    private static void insert(Handle handle, AuditEntry entry) {
        handle.createUpdate("INSERT INTO audit (id, at, actor, origin, action, outcome, study, detail, hash)"
                        + " VALUES (:id, :at, :actor, :origin, :action, :outcome, :study, :detail, :hash)")
                .bind("id", entry.id())
                .bind("at", entry.at().toString())
                .bind("actor", entry.actor())
                .bind("origin", entry.origin())
                .bind("action", entry.action().name())
                .bind("outcome", entry.outcome().name())
                .bind("study", entry.study())
                .bind("detail", entry.detail())
                .bind("hash", entry.hash())
                .execute();
    }

    @Override
    public List<AuditEntry> page(long before, int limit, @Nullable String study) {
        String which = study == null ? "" : " AND study = :study";
        return file.read(handle -> {
            var query = handle.createQuery(
                            "SELECT * FROM audit WHERE id < :before" + which + " ORDER BY id DESC LIMIT :limit")
                    .bind("before", before)
                    .bind("limit", limit);
            return (study == null ? query : query.bind("study", study))
                    .map(SqliteAuditLog::entry)
                    .list();
        });
    }

    @Override
    public OptionalLong broken() {
        return file.read(handle -> {
            try (var entries = handle.createQuery("SELECT * FROM audit ORDER BY id")
                    .map(SqliteAuditLog::entry)
                    .iterator()) {
                return AuditChain.broken(entries);
            }
        });
    }

    private static AuditEntry entry(ResultSet rows, StatementContext context) throws SQLException {
        return new AuditEntry(
                rows.getLong("id"),
                Instant.parse(rows.getString("at")),
                rows.getString("actor"),
                rows.getString("origin"),
                Action.valueOf(rows.getString("action")),
                Outcome.valueOf(rows.getString("outcome")),
                rows.getString("study"),
                rows.getString("detail"),
                rows.getString("hash"));
    }
}
