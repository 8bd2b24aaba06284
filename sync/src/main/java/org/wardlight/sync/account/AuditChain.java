// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Instant;
import java.util.Iterator;
import java.util.OptionalLong;
import org.wardlight.sync.account.AuditLog.Event;

/** How the entries of an audit hang together. */
final class AuditChain {
    private AuditChain() {}

    static AuditEntry next(Event event, long id, Instant at, String before) {
        return new AuditEntry(
                        id,
                        at,
                        event.actor(),
                        event.origin(),
                        event.action(),
                        event.outcome(),
                        event.study(),
                        event.detail(),
                        "")
                .hashedAfter(before);
    }

    /** The first entry that does not follow from the one before it, or whose number does not. */
    static OptionalLong broken(Iterator<AuditEntry> oldestFirst) {
        String before = AuditLog.FIRST;
        long id = 0;
        while (oldestFirst.hasNext()) {
            AuditEntry entry = oldestFirst.next();
            if (entry.id() != ++id || !entry.hash().equals(entry.expectedHash(before))) {
                return OptionalLong.of(entry.id());
            }
            before = entry.hash();
        }
        return OptionalLong.empty();
    }
}
