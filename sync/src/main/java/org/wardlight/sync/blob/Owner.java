// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.time.Instant;
import java.util.Optional;

/**
 * Names the process that is writing something unfinished, so that another can tell a leftover from work in progress: the process
 * id alone may be in use again after a restart, so the start of the process is part of it.
 */
final class Owner {
    private Owner() {}

    /** This process. */
    static String self() {
        return name(ProcessHandle.current());
    }

    /** Whether the process of that name still runs; a name that is none does not. */
    static boolean isAlive(String owner) {
        try {
            long pid = Long.parseLong(owner.split("-", 2)[0]);
            Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
            return process.isPresent() && name(process.get()).equals(owner);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String name(ProcessHandle process) {
        return process.pid()
                + "-"
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
