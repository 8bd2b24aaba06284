// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One region of interest of a structure set, with its contours. */
record Region(LayerFacts.Part part, @Nullable String frameOfReference, List<Contour> contours) {
    int colour() {
        return Colours.parse(part.color());
    }
}
