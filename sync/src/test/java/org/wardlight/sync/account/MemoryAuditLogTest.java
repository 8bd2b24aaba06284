// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.nio.file.Path;

class MemoryAuditLogTest extends AuditLogContract {
    @Override
    AuditLog open(Path folder) {
        return new MemoryAuditLog(clock);
    }
}
