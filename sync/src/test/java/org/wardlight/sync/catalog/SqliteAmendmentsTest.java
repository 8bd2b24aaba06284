// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class SqliteAmendmentsTest extends AmendmentsContract {
    private final List<SqliteStore> stores = new ArrayList<>();

    @Override
    Catalog open(Path folder, Clock clock) {
        SqliteStore store = SqliteStore.open(folder.resolve("wardlight.db"), clock);
        stores.add(store);
        return store.catalog();
    }

    @AfterEach
    void close() {
        stores.forEach(SqliteStore::close);
    }
}
