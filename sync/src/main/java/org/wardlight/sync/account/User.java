// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a password.
 *
 * @param name what is typed to sign in; compared without regard to case
 * @param password Argon2id in the PHC string form, never the password
 * @param failures wrong passwords since the last right one
 * @param lockedUntil until when no password is tried; null when it is
 * @param reach whom that one may see
 */
public record User(
        String name,
        String displayName,
        Role role,
        String password,
        boolean disabled,
        int failures,
        @Nullable Instant lockedUntil,
        Instant createdAt,
        Reach reach) {

    User withPassword(String phc) {
        return new User(name, displayName, role, phc, disabled, 0, null, createdAt, reach);
    }

    User withRole(Role other) {
        return new User(name, displayName, other, password, disabled, failures, lockedUntil, createdAt, reach);
    }

    User withReach(Reach other) {
        return new User(name, displayName, role, password, disabled, failures, lockedUntil, createdAt, other);
    }

    User disabled(boolean is) {
        return new User(name, displayName, role, password, is, failures, lockedUntil, createdAt, reach);
    }

    User failed(int times, @Nullable Instant until) {
        return new User(name, displayName, role, password, disabled, times, until, createdAt, reach);
    }
}
