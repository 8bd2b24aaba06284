// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

/** What became of an object that was handed to the catalog. */
public enum Stored {
    /** It is new, and shown if it has a picture. */
    ADDED(""),
    /** The same object with the same bytes was there; nothing changed. */
    DUPLICATE(""),
    /** It is kept beside its study, flagged and not shown: it names another patient. */
    IDENTITY_CONFLICT(Standing.IDENTITY_CONFLICT.reason()),
    /** It is kept beside what was there, flagged and not shown: its SOP Instance UID is taken by other content. */
    CONTENT_CONFLICT(Standing.CONTENT_CONFLICT.reason()),
    /** It is not in the catalog: it was deleted here, and shall not come back by itself. */
    DELETED("deleted here before; an administrator can let it in again"),
    /** It is in the catalog again, and shown if it has a picture: it had been deleted to make room for it. */
    RETURNED("taken in again: it had been deleted here");

    private final String reason;

    Stored(String reason) {
        this.reason = reason;
    }

    static Stored as(Standing standing) {
        return switch (standing) {
            case SOUND -> ADDED;
            case IDENTITY_CONFLICT -> IDENTITY_CONFLICT;
            case CONTENT_CONFLICT -> CONTENT_CONFLICT;
        };
    }

    /** Whether it is kept, but flagged. */
    public boolean isConflict() {
        return this == IDENTITY_CONFLICT || this == CONTENT_CONFLICT;
    }

    /** In words what is to be said of it; empty when nothing is. */
    public String reason() {
        return reason;
    }
}
