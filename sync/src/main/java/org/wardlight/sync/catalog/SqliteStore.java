// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.wardlight.sync.blob.SqliteBlobs;
import org.wardlight.sync.sqlite.SqliteFile;

/**
 * Catalog and blobs in one SQLite file: all that a laptop has. A site takes the catalog alone, and keeps blobs in a folder. Several
 * processes may have the file open.
 */
public final class SqliteStore implements Closeable {
    private final SqliteFile file;
    private final SqliteCatalog catalog;
    private final SqliteBlobs blobs;

    private SqliteStore(SqliteFile file, Clock clock) {
        this.file = file;
        catalog = new SqliteCatalog(file, clock);
        blobs = new SqliteBlobs(file);
    }

    /**
     * Opens a file, or makes it.
     *
     * @throws org.wardlight.sync.sqlite.StoreFailure when it cannot be used, with what to do
     */
    public static SqliteStore open(Path path, Clock clock) {
        return new SqliteStore(SqliteFile.open(path), clock);
    }

    public SqliteCatalog catalog() {
        return catalog;
    }

    /** Also {@link org.wardlight.sync.blob.PartialBlobs}. */
    public SqliteBlobs blobs() {
        return blobs;
    }

    /** The file, for what else is kept in it. */
    public SqliteFile file() {
        return file;
    }

    /** What is wrong with the file, one line each; empty when it is sound. */
    public List<String> faults(boolean thorough) {
        return file.faults(thorough);
    }

    @Override
    public void close() {
        file.close();
    }
}
