// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The SQL of {@link SqliteBlobs}. A part's key is {@code blob id << 24 | number}: the parts of a blob lie together, and a blob may
 * be 1 TiB long.
 */
final class SqliteParts {
    static final int PART = 64 << 10;
    private static final int NUMBER_BITS = 24;
    private static final long MOST_BYTES = (long) PART << NUMBER_BITS;
    private static final String ROW = "SELECT id, hash, bytes, state, coalesce(owner, '') AS owner FROM blob WHERE ";

    private SqliteParts() {}

    /** A row of table {@code blob}; see the migration for its states. */
    record Row(long id, String hex, long bytes, String state, String owner) {
        boolean isWhole() {
            return state.equals("whole");
        }

        BlobHash hash() {
            return new BlobHash(hex);
        }
    }

    private static Row row(ResultSet rows, StatementContext context) throws SQLException {
        String hash = rows.getString("hash");
        return new Row(
                rows.getLong("id"),
                hash == null ? "" : hash,
                rows.getLong("bytes"),
                rows.getString("state"),
                rows.getString("owner"));
    }

    static Optional<Row> find(Handle handle, BlobHash hash) {
        return handle.createQuery(ROW + "hash = :hash")
                .bind("hash", hash.hex())
                .map(SqliteParts::row)
                .findOne();
    }

    static Optional<Row> whole(Handle handle, BlobHash hash) {
        return find(handle, hash).filter(Row::isWhole);
    }

    static List<Row> allWhole(Handle handle) {
        return handle.createQuery(ROW + "state = 'whole'").map(SqliteParts::row).list();
    }

    static List<Row> unfinished(Handle handle) {
        return handle.createQuery(ROW + "state IN ('staged', 'dropped')")
                .map(SqliteParts::row)
                .list();
    }

    static long begin(Handle handle, String owner) {
        return insert(handle, null, "staged", owner);
    }

    static long beginPartial(Handle handle, BlobHash hash) {
        return insert(handle, hash.hex(), "partial", null);
    }

    private static long insert(
            Handle handle,
            @org.jspecify.annotations.Nullable String hash,
            String state,
            @org.jspecify.annotations.Nullable String owner) {
        return handle.createQuery(
                        "INSERT INTO blob (hash, bytes, state, owner) VALUES (:hash, 0, :state, :owner) RETURNING id")
                .bind("hash", hash)
                .bind("state", state)
                .bind("owner", owner)
                .mapTo(Long.class)
                .one();
    }

    /** Adds bytes at the end of a row's parts, filling up the last one first; returns the new size. */
    static long append(Handle handle, long id, long size, byte[] bytes) {
        if (size + bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("a blob may have " + MOST_BYTES + " bytes, this one has more");
        }
        int room = (int) (PART - size % PART) % PART;
        int head = Math.min(room, bytes.length);
        if (head > 0) {
            handle.createUpdate("UPDATE part SET bytes = CAST(bytes || :more AS BLOB) WHERE id = :id")
                    .bind("more", Arrays.copyOf(bytes, head))
                    .bind("id", key(id, size / PART))
                    .execute();
        }
        insertParts(handle, id, (size + head) / PART, bytes, head);
        handle.createUpdate("UPDATE blob SET bytes = :bytes WHERE id = :id")
                .bind("bytes", size + bytes.length)
                .bind("id", id)
                .execute();
        return size + bytes.length;
    }

    private static void insertParts(Handle handle, long id, long number, byte[] bytes, int from) {
        if (from == bytes.length) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO part (id, bytes) VALUES (:id, :bytes)");
        for (int at = from; at < bytes.length; at += PART) {
            batch.bind("id", key(id, number++))
                    .bind("bytes", Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PART)))
                    .add();
        }
        batch.execute();
    }

    static int finish(Handle handle, long id, BlobHash hash) {
        return handle.createUpdate("UPDATE blob SET hash = :hash, state = 'whole', owner = NULL WHERE id = :id")
                .bind("hash", hash.hex())
                .bind("id", id)
                .execute();
    }

    static Optional<Long> releaseWhole(Handle handle, BlobHash hash) {
        return find(handle, hash).filter(Row::isWhole).map(row -> release(handle, row));
    }

    static Optional<Long> releasePartial(Handle handle, BlobHash hash) {
        return find(handle, hash).filter(row -> !row.isWhole()).map(row -> release(handle, row));
    }

    /** Takes the hash off whatever row has it, so that its parts can be dropped at leisure. */
    static Optional<Long> release(Handle handle, BlobHash hash) {
        return find(handle, hash).map(row -> release(handle, row));
    }

    private static long release(Handle handle, Row row) {
        handle.createUpdate("UPDATE blob SET hash = NULL, state = 'dropped' WHERE id = :id")
                .bind("id", row.id())
                .execute();
        return row.id();
    }

    /** Removes some parts of a row, at last the row itself; true when there is more to remove. */
    static boolean removeSome(Handle handle, long id, int parts) {
        int removed = handle.createUpdate(
                        "DELETE FROM part WHERE id IN (SELECT id FROM part WHERE id BETWEEN :first AND :last"
                                + " ORDER BY id DESC LIMIT :parts)")
                .bind("first", key(id, 0))
                .bind("last", key(id + 1, 0) - 1)
                .bind("parts", parts)
                .execute();
        if (removed == parts) {
            return true;
        }
        handle.createUpdate("DELETE FROM blob WHERE id = :id").bind("id", id).execute();
        return false;
    }

    static Optional<byte[]> part(Handle handle, long id, long number) {
        return handle.createQuery("SELECT bytes FROM part WHERE id = :id")
                .bind("id", key(id, number))
                .mapTo(byte[].class)
                .findOne();
    }

    private static long key(long id, long number) {
        return id << NUMBER_BITS | number;
    }
}
