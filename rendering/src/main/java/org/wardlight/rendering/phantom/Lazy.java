// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A model that is built once, when first asked for, and kept. Thread-safe. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }
}
