// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.util.Locale;

/** What somebody may do. */
public enum Role {
    /** May look at studies. */
    VIEWER,
    /** May also add, annotate and share. */
    EDITOR,
    /** May do everything: people, devices, peers, corrections, the audit. */
    ADMIN,
    /** A laptop or another site: looks and copies, on behalf of nobody in particular. */
    DEVICE;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static Role parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
