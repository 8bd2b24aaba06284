// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** How a file is opened, the same everywhere. */
final class Connections {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int READERS = 6;
    /** 16 MiB of 4 KiB pages: with the usual 1,000, a large import spends its time in fsync. */
    private static final int CHECKPOINT_PAGES = 4_000;

    private static final int WAL_LIMIT_BYTES = 64 << 20;

    private Connections() {}

    /** A single connection, so that threads of this process queue here and never meet SQLITE_BUSY among themselves. */
    static HikariDataSource writer(Path file) {
        HikariConfig config = pool("writer", source(file));
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        return new HikariDataSource(config);
    }

    static HikariDataSource readers(Path file) {
        SQLiteDataSource source = source(file);
        source.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED.name());
        HikariConfig config = pool("readers", source);
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        config.setConnectionInitSql("PRAGMA query_only = ON");
        return new HikariDataSource(config);
    }

    static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setJournalSizeLimit(WAL_LIMIT_BYTES);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** Writes one consistent state of a file to a new one. */
    static void copy(Path file, Path copy) throws SQLException {
        try (Connection connection = source(file).getConnection();
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        }
    }

    private static HikariConfig pool(String name, SQLiteDataSource source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        return config;
    }
}
