// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets that end with the process. */
public final class MemorySiteTokens implements SiteTokens {
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    @Override
    public Optional<String> token(String address) {
        return Optional.ofNullable(tokens.get(address));
    }

    @Override
    public void put(String address, String token) {
        tokens.put(address, token);
    }
}
