// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.util.Set;

/**
 * Whom somebody may see: everybody, or who is on the named lists. A name of no list gives nothing, so that a list that is removed takes
 * rights away and never gives them.
 *
 * @param lists names, compared without regard to case; none, when limited, is nobody
 */
public record Reach(boolean limited, Set<String> lists) {
    public static final Reach ALL = new Reach(false, Set.of());

    public Reach {
        lists = Set.copyOf(lists);
    }

    /** Who is on one of these lists, and nobody else. */
    public static Reach of(Set<String> lists) {
        return new Reach(true, lists);
    }
}
