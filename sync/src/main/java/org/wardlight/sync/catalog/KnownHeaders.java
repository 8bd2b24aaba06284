// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.wardlight.rendering.pixel.ImageHeader;

/** Headers that were read from their text a moment ago, by that text: what a row says is never older than the row. Bounded in bytes; thread-safe. */
final class KnownHeaders {
    private static final long BYTES = 12L << 20;
    /** The text, which is the key, and about twice that as objects. */
    private static final int GROWTH = 3;

    private final Cache<String, ImageHeader> known = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((String text, ImageHeader header) -> GROWTH * Math.min(text.length(), Integer.MAX_VALUE / GROWTH))
            .executor(Runnable::run)
            .build();

    ImageHeader read(String text) {
        return known.get(text, HeaderJson::read);
    }
}
