// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.util.Optional;

/** The secrets by which sites know this node, by their address, which ends with a slash. Thread-safe. */
public interface SiteTokens {
    Optional<String> token(String address);

    /** Keeps a secret in place of the one before, on disk before this returns. */
    void put(String address, String token);
}
