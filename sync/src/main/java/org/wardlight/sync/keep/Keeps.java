// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.keep;

import java.time.Clock;
import org.wardlight.sync.sqlite.SqliteFile;

/**
 * What is known of copies.
 *
 * @param copies on other devices
 * @param leases of studies that this node keeps
 */
public record Keeps(Copies copies, Leases leases) {
    public static Keeps inMemory(Clock clock) {
        return new Keeps(new MemoryCopies(clock), new MemoryLeases(clock));
    }

    public static Keeps in(SqliteFile file, Clock clock) {
        return new Keeps(new SqliteCopies(file, clock), new SqliteLeases(file, clock));
    }
}
