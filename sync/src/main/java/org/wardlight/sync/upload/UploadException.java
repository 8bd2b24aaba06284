// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.upload;

/** A piece or an announcement is not taken; nothing changed. */
public final class UploadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** Why not. */
    public enum Why {
        /** There is no such upload of that person. */
        UNKNOWN,
        /** The piece does not begin where the bytes end that are here. */
        ELSEWHERE,
        /** The piece does not have the SHA-256 that was sent with it, or leads beyond the end. */
        DAMAGED,
        /** A file is larger than is taken, or too many are under way. */
        TOO_MUCH,
        /** The disk has no room for it. */
        NO_ROOM
    }

    public UploadException(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
