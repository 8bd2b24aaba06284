// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/**
 * What happens a thousand times in a row while a study arrives, in four statements that are prepared once: another object of a series that
 * is here, of a patient who agrees, under a SOP Instance UID that is new. For everything else there is {@code SqliteCatalog}. Used
 * within a transaction of the one writing connection.
 */
final class OneMore {
    private static final String FIND = "SELECT study.*, series.id AS series_id FROM study JOIN series"
            + " ON series.study_id = study.id AND series.uid = ?1 WHERE study.uid = ?2 AND study.held = 1"
            + " AND NOT EXISTS (SELECT 1 FROM instance WHERE uid = ?3)"
            + " AND NOT EXISTS (SELECT 1 FROM tombstone WHERE tombstone.study = ?2)"
            + " AND NOT EXISTS (SELECT 1 FROM correction WHERE correction.study = ?2)"
            + " AND NOT EXISTS (SELECT 1 FROM waste WHERE blob = ?4)";
    private static final String ADD =
            "INSERT INTO instance (series_id, uid, sop_class, transfer_syntax, number, blob, bytes,"
                    + " standing, header, no_picture) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'SOUND', ?8, ?9)";
    private static final String LOG =
            "INSERT INTO change (at, op, study, series, instance) VALUES (?1, 'ADDED', ?2, ?3, ?4)";
    private static final String COUNT = "UPDATE study SET instances = instances + 1, bytes = bytes + ?1,"
            + " changed = last_insert_rowid(), changed_at = ?2, arrived_at = ?2 WHERE id = ?3";

    /** Of the connection below; only the thread that holds it looks. */
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private @Nullable Connection connection;

    /** Stores the object if it is such a one; false when nothing was done. */
    boolean store(Handle handle, NewInstance added, Instant now) {
        try {
            take(handle.getConnection().unwrap(SQLiteConnection.class));
            return store(added, now);
        } catch (SQLException e) {
            forget();
            throw new ConnectionException(e);
        }
    }

    private void take(Connection current) {
        if (connection != current) {
            prepared.clear();
            connection = current;
        }
    }

    private void forget() {
        prepared.clear();
        connection = null;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement there = prepared.get(sql);
        if (there == null) {
            there = java.util.Objects.requireNonNull(connection).prepareStatement(sql);
            prepared.put(sql, there);
        }
        return there;
    }

    private boolean store(NewInstance added, Instant now) throws SQLException {
        InstanceRecord object = added.instance();
        PreparedStatement find = statement(FIND);
        find.setString(1, added.series().series());
        find.setString(2, added.study().study());
        find.setString(3, object.instance());
        find.setString(4, object.blob().hex());
        long study;
        long series;
        try (ResultSet rows = find.executeQuery()) {
            if (!rows.next() || !agrees(rows, added)) {
                return false;
            }
            study = rows.getLong("id");
            series = rows.getLong("series_id");
        }
        add(series, object);
        log(added, now);
        PreparedStatement count = statement(COUNT);
        count.setLong(1, object.bytes());
        count.setString(2, now.toString());
        count.setLong(3, study);
        count.executeUpdate();
        return true;
    }

    private static boolean agrees(ResultSet rows, NewInstance added) throws SQLException {
        String modality = added.series().modality();
        return StudyTable.patient(rows).agreesWith(added.patient())
                && (modality.isEmpty()
                        || Arrays.asList(rows.getString("modalities").split(" ", -1))
                                .contains(modality));
    }

    private void add(long series, InstanceRecord object) throws SQLException {
        PreparedStatement add = statement(ADD);
        add.setLong(1, series);
        add.setString(2, object.instance());
        add.setString(3, object.sopClass());
        add.setString(4, object.transferSyntax());
        if (object.number() == null) {
            add.setNull(5, Types.INTEGER);
        } else {
            add.setInt(5, object.number());
        }
        add.setString(6, object.blob().hex());
        add.setLong(7, object.bytes());
        add.setString(8, object.header() == null ? null : HeaderJson.write(object.header()));
        add.setString(9, object.noPicture());
        add.executeUpdate();
    }

    private void log(NewInstance added, Instant now) throws SQLException {
        PreparedStatement log = statement(LOG);
        log.setString(1, now.toString());
        log.setString(2, added.study().study());
        log.setString(3, added.series().series());
        log.setString(4, added.instance().instance());
        log.executeUpdate();
    }
}
