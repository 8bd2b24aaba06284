// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * One SQLite file in WAL mode: one writer, several readers. Thread-safe; several processes may have the file open, and a writer
 * waits for the other's short transaction.
 */
public final class SqliteFile implements Closeable {
    private final Path path;
    private final HikariDataSource writerPool;
    private final HikariDataSource readerPool;
    private final Jdbi writer;
    private final Jdbi reader;
    private final FileVersion version;

    private SqliteFile(Path path) {
        this.path = path;
        writerPool = Connections.writer(path);
        readerPool = Connections.readers(path);
        writer = Jdbi.create(writerPool);
        reader = Jdbi.create(readerPool);
        version = new FileVersion(path);
    }

    /**
     * Opens a file, or makes it, and brings its tables to the newest version, after a copy of what was there.
     *
     * @throws StoreFailure when it is no SQLite file, is damaged, cannot be written or was written by a newer version
     */
    public static SqliteFile open(Path path) {
        return open(path, Migrations.STANDARD);
    }

    static SqliteFile open(Path path, Migrations migrations) {
        Path file = path.toAbsolutePath();
        migrations.apply(file);
        return new SqliteFile(file);
    }

    /**
     * Writes one consistent state of a file to a new one, which is replaced when it is there; programs may use the file meanwhile.
     *
     * @throws StoreFailure when the file is damaged or the disk full
     */
    public static void copy(Path file, Path copy) throws IOException {
        Files.createDirectories(copy.toAbsolutePath().getParent());
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + part));
        }
        try {
            Connections.copy(file, copy);
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** Runs one transaction of the writer: all of it is stored, or nothing. */
    public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
        return guarded(() -> writer.inTransaction(work));
    }

    /** As {@link #write}, and on disk before it returns, so that a loss of power does not take it back. */
    public <T, X extends Exception> T writeDurably(HandleCallback<T, X> work) throws X {
        return guarded(() -> writer.withHandle(handle -> {
            handle.execute("PRAGMA synchronous = FULL");
            try {
                return handle.inTransaction(work);
            } finally {
                handle.execute("PRAGMA synchronous = NORMAL");
            }
        }));
    }

    /** Reads one consistent state of the file. */
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        return guarded(() -> reader.inTransaction(work));
    }

    /**
     * What is wrong with the file, one line each; empty when it is sound.
     *
     * @param thorough also compares every index with its table, which reads the whole file
     */
    public List<String> faults(boolean thorough) {
        try {
            return read(handle -> {
                List<String> lines = lines(handle, thorough ? "PRAGMA integrity_check" : "PRAGMA quick_check");
                List<String> keys = lines(handle, "SELECT \"table\" || ' row ' || rowid FROM pragma_foreign_key_check");
                return java.util.stream.Stream.concat(
                                lines.stream().filter(line -> !line.equals("ok")),
                                keys.stream().map(key -> "row without the row it belongs to: " + key))
                        .toList();
            });
        } catch (StoreFailure e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> lines(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(String.class).list();
    }

    private <T, X extends Exception> T guarded(Step<T, X> step) throws X {
        try {
            return step.run();
        } catch (JdbiException e) {
            throw failure(path, e);
        }
    }

    /** Says in words what SQLite reports. */
    static StoreFailure failure(Path path, Exception e) {
        String text = String.valueOf(e.getMessage()).toUpperCase(Locale.ROOT);
        String name = String.valueOf(path.getFileName());
        if (text.contains("SQLITE_FULL")) {
            return new StoreFailure(name + ": the disk is full; nothing was stored. Make room and try again", e);
        }
        if (text.contains("SQLITE_NOTADB") || text.contains("SQLITE_CORRUPT")) {
            return new StoreFailure(name + ": the file is damaged or no SQLite file; run doctor", e);
        }
        if (text.contains("SQLITE_BUSY")) {
            return new StoreFailure(name + ": another program has been writing for too long; try again", e);
        }
        return new StoreFailure(name + ": the store cannot be read or written", e);
    }

    public Path path() {
        return path;
    }

    /** Another number after every commit, whoever made it. */
    long version() {
        return version.now();
    }

    @Override
    public void close() {
        version.close();
        readerPool.close();
        writerPool.close();
    }

    private interface Step<T, X extends Exception> {
        T run() throws X;
    }
}
