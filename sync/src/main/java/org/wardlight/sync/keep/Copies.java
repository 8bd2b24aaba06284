// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.keep;

import java.time.Duration;
import java.util.List;

/** What each device last said that it keeps. Thread-safe. */
public interface Copies {
    /** A device that has not been heard of for so long is forgotten. */
    Duration FORGOTTEN = Duration.ofDays(60);

    /** Keeps what a device says, in place of what it said before. */
    void put(Copy copy);

    /** By name; those that were heard of lately. */
    List<Copy> all();
}
