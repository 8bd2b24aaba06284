// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

/** Why an account cannot be made or changed. The message is for the person who asked. */
public final class AccountException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What was wrong. */
    public enum Reason {
        NAME_TAKEN,
        NAME_NOT_VALID,
        PASSWORD_TOO_SHORT,
        INVITATION_NOT_VALID,
        NO_SUCH_USER,
        NO_SUCH_DEVICE,
        LAST_ADMINISTRATOR,
        ADMINISTRATOR_SEES_ALL,
        TOO_MANY_TRIES
    }

    private final Reason reason;

    AccountException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
