// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Instant;

/**
 * Somebody who signed in.
 *
 * @param token SHA-256 of the secret that the browser holds, in hexadecimal
 * @param seenAt when it was used last, to the minute
 */
public record Session(String token, String user, Instant createdAt, Instant seenAt) {}
