// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import java.io.IOException;

/** An association that could not be made or broke, with a reason in plain words that holds no patient's data. */
public final class DimseFailure extends IOException {
    private static final long serialVersionUID = 1L;

    /** Where it went wrong, so that a caller can decide and a page can explain. */
    public enum Kind {
        /** No connection: name, network, port or firewall. */
        UNREACHABLE,
        /** No encrypted connection could be agreed on. */
        TLS,
        /** Something answers, but not in DICOM. */
        NOT_DICOM,
        /** The peer does not know our AE title. */
        CALLING_UNKNOWN,
        /** The peer has another AE title than the one that was called. */
        CALLED_UNKNOWN,
        /** The peer has no room at the moment. */
        BUSY,
        /** The peer turned us away for another reason. */
        REJECTED,
        /** The peer offers none of what was asked for. */
        NO_CONTEXT,
        /** The peer broke off. */
        ABORTED,
        /** The peer closed the connection without a word. */
        CLOSED,
        /** The peer broke the rules of the protocol. */
        VIOLATION,
        /** The peer was silent for too long. */
        TIMEOUT
    }

    private final Kind kind;

    public DimseFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public DimseFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether trying again later may help. */
    public boolean isTransient() {
        return switch (kind) {
            case UNREACHABLE, BUSY, ABORTED, CLOSED, TIMEOUT -> true;
            default -> false;
        };
    }
}
