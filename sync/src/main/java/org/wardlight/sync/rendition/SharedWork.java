// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Results by key within a stated weight; whoever asks for one that is being made waits for the same work. A failure reaches all
 * who wait for it and is not kept. The cache is given failures as values, since it would log them with their messages otherwise.
 * Thread-safe.
 */
final class SharedWork<K, V> {
    private final AsyncCache<K, Attempt<V>> attempts;

    SharedWork(long maximumWeight, Weigher<K, V> weigher) {
        attempts = Caffeine.newBuilder()
                .maximumWeight(maximumWeight)
                .weigher((K key, Attempt<V> attempt) -> attempt.value == null ? 1 : weigher.weigh(key, attempt.value))
                .executor(Runnable::run)
                .buildAsync();
    }

    /** The result of that key; {@code work} starts it when nobody has. */
    CompletableFuture<V> get(K key, Supplier<CompletableFuture<V>> work) {
        CompletableFuture<Attempt<V>> attempt =
                attempts.get(key, (wanted, unused) -> work.get().handle(Attempt::new));
        return attempt.thenApply(done -> {
            if (done.value == null) {
                attempts.asMap().remove(key, attempt);
                throw new CompletionException(done.failure);
            }
            return done.value;
        });
    }

    /** One of both is null. */
    private record Attempt<V>(@Nullable V value, @Nullable Throwable failure) {}
}
