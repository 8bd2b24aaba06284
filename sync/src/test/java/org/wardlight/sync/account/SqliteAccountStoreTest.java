// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.sync.sqlite.SqliteFile;

class SqliteAccountStoreTest extends AccountStoreContract {
    private final java.util.List<SqliteFile> files = new java.util.ArrayList<>();

    @Override
    AccountStore open(Path folder) {
        SqliteFile file = SqliteFile.open(folder.resolve("catalog.sqlite"));
        files.add(file);
        return new SqliteAccountStore(file);
    }

    @Test
    void who_is_removed_or_revoked_by_another_process_is_known_here_at_once(@TempDir Path shared) {
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        AccountStore here = open(shared);
        AccountStore there = open(shared);
        here.addUser(new User("eve", "Eve", Role.EDITOR, "hash", false, 0, null, now, Reach.ALL));
        here.putSession(new Session("s", "eve", now, now));
        here.putDevice(new Device("d", "tablet", "t", "eve", now, now, null));
        assertThat(here.users()).hasSize(1);
        assertThat(here.user("eve")).map(User::role).hasValue(Role.EDITOR);
        assertThat(here.session("s")).isPresent();
        assertThat(here.device("t")).map(Device::revokedAt).isEmpty();

        there.changeUser("eve", user -> user.withRole(Role.VIEWER).disabled(true));
        assertThat(here.user("eve")).map(User::role).hasValue(Role.VIEWER);
        assertThat(here.user("eve")).map(User::disabled).hasValue(true);
        there.changeUser("eve", user -> user.withReach(Reach.of(Set.of("ward 7"))));
        assertThat(here.user("eve")).map(User::reach).map(Reach::lists).hasValue(Set.of("ward 7"));
        there.putDevice(new Device("d", "tablet", "t", "eve", now, now, now));
        assertThat(here.device("t")).map(Device::revokedAt).hasValue(now);
        there.removeSession("s");
        assertThat(here.session("s")).isEmpty();
        there.removeUser("eve");
        assertThat(here.user("eve")).isEmpty();
        assertThat(here.users()).isEmpty();
    }

    @AfterEach
    void close() {
        files.forEach(SqliteFile::close);
    }
}
