// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.account.AuditEntry.Outcome;

/** What every audit must do. */
abstract class AuditLogContract {
    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock();
    AuditLog audit = new MemoryAuditLog(clock);

    abstract AuditLog open(Path folder);

    @BeforeEach
    void open() {
        audit = open(folder);
    }

    static AuditLog.Event viewed(String study) {
        return new AuditLog.Event("user:amy", "10.0.0.7", Action.VIEW, Outcome.DONE, study, null);
    }

    @Test
    void entries_come_back_newest_first_page_by_page_and_by_study() {
        AuditEntry first = audit.add(viewed("1.2"));
        AuditEntry second = audit.add(viewed("1.3"));
        AuditEntry third =
                audit.add(new AuditLog.Event("nobody", "10.0.0.9", Action.SIGN_IN, Outcome.REFUSED, null, "amy\n\\"));
        assertThat(audit.page(Long.MAX_VALUE, 2, null)).containsExactly(third, second);
        assertThat(audit.page(second.id(), 2, null)).containsExactly(first);
        assertThat(audit.page(Long.MAX_VALUE, 5, "1.2")).containsExactly(first);
        assertThat(first.at()).isEqualTo(clock.instant());
    }

    @Test
    void a_chain_that_nobody_touched_is_whole() {
        assertThat(audit.broken()).isEmpty();
        for (int i = 0; i < 20; i++) {
            audit.add(viewed("1." + i));
        }
        assertThat(audit.broken()).isEmpty();
    }

    @Test
    void an_absent_field_is_not_an_empty_one() {
        AuditEntry absent = audit.add(viewed("1.2"));
        AuditEntry empty = new AuditEntry(
                absent.id(),
                absent.at(),
                absent.actor(),
                absent.origin(),
                absent.action(),
                absent.outcome(),
                absent.study(),
                "",
                absent.hash());
        assertThat(empty.expectedHash(AuditLog.FIRST)).isNotEqualTo(absent.hash());
    }
}
