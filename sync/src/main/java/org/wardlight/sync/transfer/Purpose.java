// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a copy of a study is for, and so which blobs it needs. */
public enum Purpose {
    /** Descriptor, strips and previews: to look at. */
    PREVIEW,
    /** {@link #PREVIEW} and every exact tile: to read from, on a device that cannot render. */
    EXACT,
    /** Descriptor, strips and the objects as they were received: for a node that renders itself. */
    ORIGINAL;

    /** The word on the wire, in lower case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The purpose of that word; empty when there is none. */
    public static Optional<Purpose> find(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }

    @JsonCreator
    static Purpose parse(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException("no such purpose"));
    }
}
