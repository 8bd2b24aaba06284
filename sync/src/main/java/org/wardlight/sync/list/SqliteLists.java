// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.Json;
import org.wardlight.sync.sqlite.SqliteFile;

/** Lists in an SQLite file; several processes may use it. */
public final class SqliteLists implements Lists {
    private final SqliteFile file;

    public SqliteLists(SqliteFile file) {
        this.file = file;
    }

    @Override
    public List<WardList> all() {
        return file.read(
                handle -> handle.createQuery("SELECT * FROM list ORDER BY name").map(SqliteLists::row).list().stream()
                        .map(row -> row.with(handle))
                        .toList());
    }

    @Override
    public Optional<WardList> named(String name) {
        return file.read(handle -> handle.createQuery("SELECT * FROM list WHERE name = :name")
                .bind("name", name.strip())
                .map(SqliteLists::row)
                .findOne()
                .map(row -> row.with(handle)));
    }

    @Override
    public void put(WardList list) {
        file.writeDurably(handle -> {
            delete(handle, list.name());
            long id = handle.createQuery(
                            "INSERT INTO list (name, changed_at, rule) VALUES (:name, :at, :rule) RETURNING id")
                    .bind("name", list.name())
                    .bind("at", list.changedAt().toString())
                    .bind("rule", json(list.rule()))
                    .mapTo(Long.class)
                    .one();
            insert(handle, id, list.entries());
            return id;
        });
    }

    private static void insert(Handle handle, long list, List<ListEntry> entries) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO list_entry (list_id, position, kind, value, issuer)"
                + " VALUES (:list, :position, :kind, :value, :issuer)");
        for (int i = 0; i < entries.size(); i++) {
            ListEntry entry = entries.get(i);
            batch.bind("list", list)
                    .bind("position", i)
                    .bind("kind", entry.kind().name())
                    .bind("value", entry.value())
                    .bind("issuer", entry.issuer())
                    .add();
        }
        if (!entries.isEmpty()) {
            batch.execute();
        }
    }

    @Override
    public boolean remove(String name) {
        return file.writeDurably(handle -> {
            handle.createUpdate("DELETE FROM list_departure WHERE list = :name")
                    .bind("name", name.strip())
                    .execute();
            return delete(handle, name.strip());
        });
    }

    @Override
    public void left(Departure departure) {
        file.writeDurably(
                handle -> handle.createUpdate("INSERT INTO list_departure (list, study, patient, why, by_whom, at)"
                                + " VALUES (:list, :study, :patient, :why, :by, :at)")
                        .bind("list", departure.list())
                        .bind("study", departure.study())
                        .bind("patient", departure.patient())
                        .bind("why", departure.why().name())
                        .bind("by", departure.by())
                        .bind("at", departure.at().toString())
                        .execute());
    }

    @Override
    public List<Departure> departures(String name) {
        return file.read(handle -> handle.createQuery(
                        "SELECT * FROM list_departure WHERE list = :list ORDER BY rowid DESC LIMIT :most")
                .bind("list", name.strip())
                .bind("most", DEPARTURES)
                .map((rows, context) -> new Departure(
                        rows.getString("list"),
                        rows.getString("study"),
                        rows.getString("patient"),
                        Departure.Why.valueOf(rows.getString("why")),
                        rows.getString("by_whom"),
                        Instant.parse(rows.getString("at"))))
                .list());
    }

    private static @Nullable String json(@Nullable ListRule rule) {
        return rule == null ? null : new String(Json.bytes(rule), StandardCharsets.UTF_8);
    }

    private static @Nullable ListRule rule(@Nullable String json) throws SQLException {
        try {
            return json == null ? null : Json.read(json.getBytes(StandardCharsets.UTF_8), ListRule.class);
        } catch (IOException broken) {
            throw new SQLException("the rule of a list is not JSON of its form", broken);
        }
    }

    private static boolean delete(Handle handle, String name) {
        handle.createUpdate("DELETE FROM list_entry WHERE list_id IN (SELECT id FROM list WHERE name = :name)")
                .bind("name", name)
                .execute();
        return handle.createUpdate("DELETE FROM list WHERE name = :name")
                        .bind("name", name)
                        .execute()
                > 0;
    }

    private static Row row(ResultSet rows, StatementContext context) throws SQLException {
        return new Row(
                rows.getLong("id"),
                rows.getString("name"),
                Instant.parse(rows.getString("changed_at")),
                rule(rows.getString("rule")));
    }

    /** A list's row, without its entries. */
    private record Row(
            long id,
            String name,
            Instant changedAt,
            @Nullable ListRule rule) {
        WardList with(Handle handle) {
            List<ListEntry> entries = handle.createQuery(
                            "SELECT * FROM list_entry WHERE list_id = :id ORDER BY position")
                    .bind("id", id)
                    .map((rows, context) -> new ListEntry(
                            ListEntry.Kind.valueOf(rows.getString("kind")),
                            rows.getString("value"),
                            rows.getString("issuer")))
                    .list();
            return new WardList(name, changedAt, entries, rule);
        }
    }
}
