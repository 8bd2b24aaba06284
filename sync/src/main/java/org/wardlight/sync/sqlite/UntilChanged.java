// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What was read of a file, given again as long as nobody has committed anything to it: so an answer is never older than one that is read
 * at that moment. For small things that every request asks. Thread-safe.
 */
public final class UntilChanged<K, V> {
    private final SqliteFile file;
    private final Cache<K, Known<V>> known;

    /** @param most weight of the answers that are kept */
    public UntilChanged(SqliteFile file, int most, ToIntFunction<V> weight) {
        this.file = file;
        this.known = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((K key, Known<V> one) -> weight.applyAsInt(one.value))
                .executor(Runnable::run)
                .build();
    }

    public V get(K key, Function<K, V> read) {
        long version = file.version();
        Known<V> last = known.getIfPresent(key);
        if (last != null && last.version == version) {
            return last.value;
        }
        // What is committed from here on makes this version an old one, whether the read sees it or not.
        V value = read.apply(key);
        known.put(key, new Known<>(version, value));
        return value;
    }

    private record Known<V>(long version, V value) {}
}
