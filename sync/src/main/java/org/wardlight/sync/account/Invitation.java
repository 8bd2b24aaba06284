// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret that works once: a link that makes a user or gives one a new password, or the code that pairs a device.
 *
 * @param token SHA-256 of the secret, in hexadecimal
 * @param role what the new user may do; {@link Role#DEVICE} for a pairing code
 * @param user the user whose password is set; null when a new one is made
 * @param by who gave it out
 */
public record Invitation(String token, Role role, @Nullable String user, String by, Instant expiresAt) {}
