// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Instant;

/** What came of a name and a password. */
public sealed interface SignIn {
    /** @param token the session's secret, for the browser alone */
    record Granted(String token, Caller caller) implements SignIn {}

    /** The name or the password is wrong, or the account is switched off: which of them is not said. */
    record Wrong() implements SignIn {}

    /** Too many wrong passwords; none is tried until then. */
    record Locked(Instant until) implements SignIn {}
}
