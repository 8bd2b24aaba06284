// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import org.jspecify.annotations.Nullable;

/** Where in the nesting an element stands, for messages: {@code (0008,1140)[2]/(0008,1155)}; items count from 1. */
record TagPath(@Nullable TagPath parent, int sequence, int item) {
    static String of(@Nullable TagPath path, int tag) {
        return path == null ? Tag.format(tag) : path + "/" + Tag.format(tag);
    }

    @Override
    public String toString() {
        return of(parent, sequence) + "[" + item + "]";
    }
}
