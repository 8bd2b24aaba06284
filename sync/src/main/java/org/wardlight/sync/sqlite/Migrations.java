// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The numbered changes of the tables. Flyway applies them; since it takes a third of a second to start, it is asked only when the
 * file is not at the newest version.
 *
 * @param location where the numbered files are on the class path
 * @param newest number of the last of them
 * @param count how many there are: a number may be given before its file is there, so a file may lack an older one than its newest
 */
record Migrations(String location, int newest, int count) {
    static final Migrations STANDARD = new Migrations("db/migration", 22, 13);
    private static final String HISTORY = "schema_history";

    /** Brings a file up to date; processes that start at once wait for each other. */
    void apply(Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (version(file) == newest && applied(file) == count) {
                return;
            }
            upgrade(file);
        } catch (SQLException | FlywayException e) {
            throw SqliteFile.failure(file, e);
        } catch (IOException e) {
            throw new StoreFailure(file.getFileName() + ": the folder cannot be written", e);
        }
    }

    /** One at a time: threads of this process by the monitor, processes by a lock file. */
    private void upgrade(Path file) throws SQLException, IOException {
        synchronized (Migrations.class) {
            Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                migrate(file, version(file));
                lock.release();
            }
        }
    }

    private void migrate(Path file, int version) throws SQLException, IOException {
        if (version > newest) {
            throw new StoreFailure(
                    file.getFileName() + ": written by a newer version (tables " + version + ", this program knows "
                            + newest + "); use that version, or a copy from before",
                    new IllegalStateException("newer tables"));
        }
        if (version == newest && applied(file) == count) {
            return;
        }
        if (version > 0) {
            backUp(file, version);
        }
        Flyway.configure()
                .dataSource(Connections.source(file))
                .locations("classpath:" + location)
                .table(HISTORY)
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static void backUp(Path file, int version) throws SQLException, IOException {
        Path copy = file.resolveSibling(file.getFileName() + ".before-" + (version + 1));
        Files.deleteIfExists(copy);
        Connections.copy(file, copy);
    }

    /** The version of the tables in a file; 0 when it is new. */
    private static int version(Path file) throws SQLException {
        return history(file, "coalesce(max(CAST(version AS integer)), 0)");
    }

    /** How many migrations a file has had. */
    private static int applied(Path file) throws SQLException {
        return history(file, "count(version)");
    }

    private static int history(Path file, String what) throws SQLException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (Connection connection = Connections.source(file).getConnection();
                Statement statement = connection.createStatement()) {
            if (!hasHistory(statement)) {
                return 0;
            }
            try (ResultSet rows =
                    statement.executeQuery("SELECT " + what + " FROM " + HISTORY + " WHERE success = 1")) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    private static boolean hasHistory(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '" + HISTORY + "'")) {
            return rows.next();
        }
    }
}
