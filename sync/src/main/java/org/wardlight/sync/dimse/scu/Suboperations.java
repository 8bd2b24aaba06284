// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.message.CommandTag;

/** How far a retrieval is, as its provider counts (PS3.4 C.4.2.1.6); 0 for what it does not say. */
public record Suboperations(int remaining, int completed, int failed, int warning) {
    static Suboperations of(CommandSet response) {
        return new Suboperations(
                response.number(CommandTag.REMAINING).orElse(0),
                response.number(CommandTag.COMPLETED).orElse(0),
                response.number(CommandTag.FAILED).orElse(0),
                response.number(CommandTag.WARNING).orElse(0));
    }

    public int total() {
        return remaining + completed + failed + warning;
    }
}
