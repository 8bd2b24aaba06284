// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;
import org.wardlight.sync.dimse.scu.Commitment;
import org.wardlight.sync.sqlite.SqliteFile;

/** Requests in an SQLite file: a command asks, and the answer may come days later to the server. */
public final class SqliteCommitments implements Commitments {
    private final SqliteFile file;
    private final Clock clock;

    public SqliteCommitments(SqliteFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public void asked(String transaction, String peer, String study, int objects) {
        file.writeDurably(handle -> handle.createUpdate(
                        "INSERT INTO commitment (transaction_uid, peer, study, objects, committed, failed, asked_at)"
                                + " VALUES (:transaction, :peer, :study, :objects, 0, '', :at)")
                .bind("transaction", transaction)
                .bind("peer", peer)
                .bind("study", study)
                .bind("objects", objects)
                .bind("at", clock.instant().toString())
                .execute());
    }

    @Override
    public boolean answered(Commitment answer) {
        String failed = answer.failed().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
        return file.writeDurably(handle -> handle.createUpdate("UPDATE commitment SET committed = :committed,"
                                + " failed = :failed, answered_at = :at WHERE transaction_uid = :transaction")
                        .bind("committed", answer.committed().size())
                        .bind("failed", failed)
                        .bind("at", clock.instant().toString())
                        .bind("transaction", answer.transaction())
                        .execute()
                > 0);
    }

    @Override
    public List<Asked> newest(int limit) {
        return file.read(
                handle -> handle.createQuery("SELECT * FROM commitment ORDER BY asked_at DESC, rowid DESC LIMIT :limit")
                        .bind("limit", limit)
                        .map(SqliteCommitments::row)
                        .list());
    }

    private static Asked row(ResultSet row, StatementContext context) throws SQLException {
        String answered = row.getString("answered_at");
        return new Asked(
                row.getString("transaction_uid"),
                row.getString("peer"),
                row.getString("study"),
                row.getInt("objects"),
                row.getInt("committed"),
                failed(row.getString("failed")),
                Instant.parse(row.getString("asked_at")),
                answered == null ? null : Instant.parse(answered));
    }

    private static Map<String, Integer> failed(String words) {
        Map<String, Integer> failed = new LinkedHashMap<>();
        for (String word : words.split(" ")) {
            int at = word.indexOf('=');
            if (at > 0) {
                failed.put(word.substring(0, at), Integer.parseInt(word.substring(at + 1)));
            }
        }
        return failed;
    }
}
