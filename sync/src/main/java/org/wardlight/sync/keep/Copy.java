// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.keep;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device said that it keeps.
 *
 * @param owner who told: {@code user:name}, {@code device:id} or {@code local}
 * @param id the device's own name for itself, unique for its owner
 * @param name for people, at most {@value #LONGEST_NAME} characters
 * @param at when it told
 */
public record Copy(String owner, String id, String name, Instant at, List<Kept> studies) {
    public static final int LONGEST_NAME = 64;
    public static final int MOST = 5000;

    public Copy {
        if (name.length() > LONGEST_NAME || id.isEmpty() || id.length() > LONGEST_NAME || studies.size() > MOST) {
            throw new IllegalArgumentException("a copy has an id, a short name and at most " + MOST + " studies");
        }
        studies = List.copyOf(studies);
    }

    /**
     * A study of it.
     *
     * @param isReady whether all of it is there, verified
     * @param until when it will be removed there; null: not by date
     */
    public record Kept(
            String study, boolean isReady, @Nullable Instant until) {}
}
