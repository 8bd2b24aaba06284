// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.wardlight.sync.peer.PullJob.State;
import org.wardlight.sync.sqlite.SqliteFile;

/** Jobs in an SQLite file, so that a restart goes on with them. */
public final class SqlitePullJobs implements PullJobs {
    private static final String OPEN = "state IN ('WAITING', 'RUNNING')";

    private final SqliteFile file;
    private final Clock clock;

    public SqlitePullJobs(SqliteFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    private static PullJob job(ResultSet row, StatementContext context) throws SQLException {
        return new PullJob(
                row.getLong("id"),
                row.getString("peer"),
                row.getString("study"),
                row.getString("about"),
                State.valueOf(row.getString("state")),
                row.getInt("have"),
                row.getInt("of"),
                row.getString("message"),
                row.getString("by"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("changed_at")));
    }

    @Override
    public PullJob add(PullJob.Wanted wanted) {
        String now = clock.instant().toString();
        return file.writeDurably(handle -> handle.createQuery(
                        "SELECT * FROM pull_job WHERE study = :study AND peer = :peer AND " + OPEN)
                .bind("study", wanted.study())
                .bind("peer", wanted.peer())
                .map(SqlitePullJobs::job)
                .findFirst()
                .orElseGet(() -> handle.createQuery(
                                "INSERT INTO pull_job (peer, study, about, state, have, of, message, by, created_at,"
                                        + " changed_at) VALUES (:peer, :study, :about, 'WAITING', 0, 0, '', :by, :now, :now)"
                                        + " RETURNING *")
                        .bind("peer", wanted.peer())
                        .bind("study", wanted.study())
                        .bind("about", wanted.about())
                        .bind("by", wanted.by())
                        .bind("now", now)
                        .map(SqlitePullJobs::job)
                        .one()));
    }

    @Override
    public List<PullJob> newest(int limit) {
        return file.read(handle -> handle.createQuery("SELECT * FROM pull_job ORDER BY id DESC LIMIT :limit")
                .bind("limit", limit)
                .map(SqlitePullJobs::job)
                .list());
    }

    @Override
    public List<PullJob> open() {
        return file.read(handle -> handle.createQuery("SELECT * FROM pull_job WHERE " + OPEN + " ORDER BY id")
                .map(SqlitePullJobs::job)
                .list());
    }

    @Override
    public Optional<PullJob> find(long id) {
        return file.read(handle -> handle.createQuery("SELECT * FROM pull_job WHERE id = :id")
                .bind("id", id)
                .map(SqlitePullJobs::job)
                .findOne());
    }

    @Override
    public boolean update(PullJob job) {
        return file.write(handle -> handle.createUpdate("UPDATE pull_job SET state = :state, have = :have, of = :of,"
                                + " message = :message, changed_at = :at WHERE id = :id AND " + OPEN)
                        .bind("state", job.state().name())
                        .bind("have", job.have())
                        .bind("of", job.of())
                        .bind("message", job.message())
                        .bind("at", job.changedAt().toString())
                        .bind("id", job.id())
                        .execute()
                > 0);
    }

    @Override
    public boolean stop(long id) {
        return file.writeDurably(handle -> handle.createUpdate(
                                "UPDATE pull_job SET state = 'STOPPED', changed_at = :at WHERE id = :id AND " + OPEN)
                        .bind("id", id)
                        .bind("at", clock.instant().toString())
                        .execute()
                > 0);
    }
}
