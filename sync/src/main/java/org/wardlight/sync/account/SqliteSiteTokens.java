// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.util.Optional;
import org.wardlight.sync.sqlite.SqliteFile;

/** Secrets in an SQLite file; several processes may use it. */
public final class SqliteSiteTokens implements SiteTokens {
    private final SqliteFile file;

    public SqliteSiteTokens(SqliteFile file) {
        this.file = file;
    }

    @Override
    public Optional<String> token(String address) {
        return file.read(handle -> handle.createQuery("SELECT token FROM site WHERE address = :address")
                .bind("address", address)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void put(String address, String token) {
        file.writeDurably(
                handle -> handle.createUpdate("INSERT OR REPLACE INTO site (address, token) VALUES (:address, :token)")
                        .bind("address", address)
                        .bind("token", token)
                        .execute());
    }
}
