// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A number that is another one after every commit to a file, by this process or another (PRAGMA data_version on a connection that writes
 * nothing). It takes microseconds to ask, where a query takes a good part of a millisecond. Thread-safe.
 */
final class FileVersion implements AutoCloseable {
    private final Path path;
    private final Connection connection;
    private final PreparedStatement statement;

    FileVersion(Path path) {
        this.path = path;
        try {
            connection = Connections.source(path).getConnection();
            statement = connection.prepareStatement("PRAGMA data_version");
        } catch (SQLException e) {
            throw SqliteFile.failure(path, e);
        }
    }

    synchronized long now() {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : -1;
        } catch (SQLException e) {
            throw SqliteFile.failure(path, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqliteFile.failure(path, e);
        }
    }
}
