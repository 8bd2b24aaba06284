// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A laptop or another site that was paired.
 *
 * @param id random, for addresses and the audit
 * @param token SHA-256 of its secret, in hexadecimal
 * @param owner name of the user who paired it
 * @param seenAt when it was here last, to the minute
 * @param revokedAt since when it is refused; null while it is welcome
 */
public record Device(
        String id,
        String name,
        String token,
        String owner,
        Instant createdAt,
        Instant seenAt,
        @Nullable Instant revokedAt) {

    Device seen(Instant at) {
        return new Device(id, name, token, owner, createdAt, at, revokedAt);
    }

    Device revoked(Instant at) {
        return new Device(id, name, token, owner, createdAt, seenAt, at);
    }
}
