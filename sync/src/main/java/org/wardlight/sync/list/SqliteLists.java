// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
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
            long id = handle.createQuery("INSERT INTO list (name, changed_at) VALUES (:name, :at) RETURNING id")
                    .bind("name", list.name())
                    .bind("at", list.changedAt().toString())
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
        return file.writeDurably(handle -> delete(handle, name.strip()));
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
        return new Row(rows.getLong("id"), rows.getString("name"), Instant.parse(rows.getString("changed_at")));
    }

    /** A list's row, without its entries. */
    private record Row(long id, String name, Instant changedAt) {
        WardList with(Handle handle) {
            List<ListEntry> entries = handle.createQuery(
                            "SELECT * FROM list_entry WHERE list_id = :id ORDER BY position")
                    .bind("id", id)
                    .map((rows, context) -> new ListEntry(
                            ListEntry.Kind.valueOf(rows.getString("kind")),
                            rows.getString("value"),
                            rows.getString("issuer")))
                    .list();
            return new WardList(name, changedAt, entries);
        }
    }
}
