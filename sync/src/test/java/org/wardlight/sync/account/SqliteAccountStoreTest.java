// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.wardlight.sync.sqlite.SqliteFile;

class SqliteAccountStoreTest extends AccountStoreContract {
    private final java.util.List<SqliteFile> files = new java.util.ArrayList<>();

    @Override
    AccountStore open(Path folder) {
        SqliteFile file = SqliteFile.open(folder.resolve("catalog.sqlite"));
        files.add(file);
        return new SqliteAccountStore(file);
    }

    @AfterEach
    void close() {
        files.forEach(SqliteFile::close);
    }
}
