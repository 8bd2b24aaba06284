// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.sync.sqlite.SqliteFile;
import org.wardlight.sync.transfer.SiteAccess;

class SiteTokensTest {
    @TempDir
    Path folder;

    @Test
    void a_secret_is_kept_for_its_site_and_replaced_by_a_newer_one() throws Exception {
        Path path = folder.resolve("laptop.sqlite");
        try (SqliteFile file = SqliteFile.open(path)) {
            for (SiteTokens tokens : List.of(new MemorySiteTokens(), new SqliteSiteTokens(file))) {
                String one = SiteAccess.name(URI.create("https://one.example"));
                tokens.put(one, "first");
                tokens.put(one, "second");
                assertThat(tokens.token("https://one.example/")).contains("second");
                assertThat(tokens.token("https://two.example/")).isEmpty();
            }
        }
        try (SqliteFile again = SqliteFile.open(path)) {
            assertThat(new SqliteSiteTokens(again).token("https://one.example/"))
                    .contains("second");
        }
    }
}
