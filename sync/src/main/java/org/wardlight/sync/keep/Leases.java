// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.keep;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Until when studies may be kept on this node. The time that counts never goes back: a clock that is set back prolongs nothing. Thread-safe;
 * what is changed is on disk before a method returns.
 */
public interface Leases {
    /** The end of each study's lease; studies without one are kept until somebody removes them. */
    Map<String, Instant> all();

    /** Sets the end of a study's lease, or takes it away. */
    void put(String study, @Nullable Instant until);

    /** The studies whose lease has ended. */
    List<String> ended();
}
