// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

/** What became of an object that was handed to the catalog. */
public enum Stored {
    /** It is new, and shown if it has a picture. */
    ADDED(Standing.SOUND),
    /** The same object with the same bytes was there; nothing changed. */
    DUPLICATE(Standing.SOUND),
    /** It is kept beside its study, flagged and not shown: it names another patient. */
    IDENTITY_CONFLICT(Standing.IDENTITY_CONFLICT),
    /** It is kept beside what was there, flagged and not shown: its SOP Instance UID is taken by other content. */
    CONTENT_CONFLICT(Standing.CONTENT_CONFLICT);

    private final Standing standing;

    Stored(Standing standing) {
        this.standing = standing;
    }

    static Stored as(Standing standing) {
        return switch (standing) {
            case SOUND -> ADDED;
            case IDENTITY_CONFLICT -> IDENTITY_CONFLICT;
            case CONTENT_CONFLICT -> CONTENT_CONFLICT;
        };
    }

    /** Whether it is flagged. */
    public boolean isConflict() {
        return standing != Standing.SOUND;
    }

    /** Why it is not shown, in words; empty when it is not flagged. */
    public String reason() {
        return standing.reason();
    }
}
