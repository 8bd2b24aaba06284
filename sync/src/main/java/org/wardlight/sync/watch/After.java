// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.watch;

/** What becomes of a file once it was taken. */
public enum After {
    /** It moves to {@code done}, or to {@code rejected} with its reason in a file beside it. */
    MOVE,
    /** It stays; it is taken again only when it changes, or after a restart, when it is known to be here already. */
    LEAVE
}
