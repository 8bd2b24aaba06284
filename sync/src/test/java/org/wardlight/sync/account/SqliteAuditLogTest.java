// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.sync.sqlite.SqliteFile;
import org.wardlight.sync.sqlite.StoreFailure;

class SqliteAuditLogTest extends AuditLogContract {
    private final List<SqliteFile> files = new ArrayList<>();

    @Override
    AuditLog open(Path folder) {
        SqliteFile file = SqliteFile.open(folder.resolve("catalog.sqlite"));
        files.add(file);
        return new SqliteAuditLog(file, clock);
    }

    @AfterEach
    void close() {
        files.forEach(SqliteFile::close);
    }

    @Test
    void the_file_itself_refuses_to_change_or_shorten_it() {
        audit.add(viewed("1.2"));
        assertThatThrownBy(() -> files.get(0).write(handle -> handle.execute("UPDATE audit SET actor = 'x'")))
                .isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> files.get(0).write(handle -> handle.execute("DELETE FROM audit")))
                .isInstanceOf(StoreFailure.class);
    }

    @Test
    void whoever_edits_the_file_past_that_breaks_the_chain() throws SQLException {
        for (int i = 0; i < 5; i++) {
            audit.add(viewed("1." + i));
        }
        edit("UPDATE audit SET actor = 'user:bob' WHERE id = 3");
        assertThat(audit.broken()).hasValue(3);
        edit("UPDATE audit SET actor = 'user:amy' WHERE id = 3");
        assertThat(audit.broken()).isEmpty();
        edit("DELETE FROM audit WHERE id = 2");
        assertThat(audit.broken()).hasValue(3);
    }

    private void edit(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.sqlite"));
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER IF EXISTS audit_is_not_changed");
            statement.execute("DROP TRIGGER IF EXISTS audit_is_not_shortened");
            statement.execute(sql);
        }
    }
}
