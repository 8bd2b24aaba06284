// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a blob of a manifest is. */
public enum BlobKind {
    DESCRIPTOR,
    STRIP,
    PREVIEW,
    EXACT,
    /** An exact tile in the smaller form. */
    PLANES,
    DOCUMENT,
    PRESENTATION,
    LAYER,
    VIDEO,
    ORIGINAL;

    /** The word on the wire, in lower case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static BlobKind parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of blob"));
    }
}
