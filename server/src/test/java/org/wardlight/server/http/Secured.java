// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.time.Clock;
import org.wardlight.sync.account.Accounts;
import org.wardlight.sync.account.Devices;
import org.wardlight.sync.account.MemoryAccountStore;
import org.wardlight.sync.account.MemoryAuditLog;
import org.wardlight.sync.account.Passwords;
import org.wardlight.sync.list.MemoryLists;

/** Accounts that end with the test. */
final class Secured {
    private Secured() {}

    static Security inMemory() {
        Clock clock = Clock.systemUTC();
        MemoryAccountStore store = new MemoryAccountStore();
        return new Security(
                new Accounts(store, Passwords.quick(), clock),
                new Devices(store, clock),
                new MemoryAuditLog(clock),
                new MemoryLists());
    }
}
