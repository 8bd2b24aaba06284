// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.util.List;
import java.util.Optional;

/** Where lists are kept, by their names without regard to case. Thread-safe; what is changed is on disk before the method returns. */
public interface Lists {
    /** By name. */
    List<WardList> all();

    Optional<WardList> named(String name);

    /** Keeps a list, in place of the one of its name. */
    void put(WardList list);

    /** Removes a list, not what is on it; false when there was none of that name. */
    boolean remove(String name);

    /** Notes that a study left a list by a decision about the study. */
    void left(Departure departure);

    /** What left a list so, newest first, at most {@value #DEPARTURES}. */
    List<Departure> departures(String name);

    /** How many departures are told of. */
    int DEPARTURES = 50;
}
