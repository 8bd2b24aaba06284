// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.wardlight.sync.dimse.AeTitle;

/**
 * Objects that are only waited for to see whether a peer can call back: when one arrives it is acknowledged, and not kept.
 * Thread-safe.
 */
public final class Expected {
    private final Map<String, CompletableFuture<AeTitle>> waiting = new ConcurrentHashMap<>();

    /** Completes with the sender's AE title when the object arrives; cancelling it ends the wait. */
    public CompletableFuture<AeTitle> expect(String sopInstance) {
        CompletableFuture<AeTitle> arrival = new CompletableFuture<>();
        waiting.put(sopInstance, arrival);
        arrival.whenComplete((from, failure) -> waiting.remove(sopInstance, arrival));
        return arrival;
    }

    boolean arrived(String sopInstance, AeTitle from) {
        CompletableFuture<AeTitle> arrival = waiting.get(sopInstance);
        return arrival != null && arrival.complete(from);
    }
}
