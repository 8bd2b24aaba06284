// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

import java.util.List;
import org.wardlight.rendering.pixel.SlidePart;

/** One resolution of a slide: an object, or the parts of a concatenation in their order. */
public record SlideLevel(int rows, int columns, List<Member> members) {
    /**
     * @param object index of the object among those that were asked about
     */
    public record Member(int object, SlidePart part) {}

    /** Of the first part: all are alike. */
    public SlidePart part() {
        return members.get(0).part();
    }

    long frames() {
        return members.stream().mapToLong(each -> each.part().frames()).sum();
    }

    /** Tiles that a whole level would have and this one has not. */
    long missing() {
        return Math.max(0, part().whole() - frames());
    }
}
