// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.List;
import org.wardlight.rendering.layer.FramePlane;
import org.wardlight.rendering.layer.LayerFacts;
import org.wardlight.sync.catalog.LocatedInstance;

/**
 * A layer and where it lies.
 *
 * @param located the object that it comes from
 * @param over every frame that it says something of, by series and frame
 */
public record PlacedLayer(LocatedInstance located, LayerFacts facts, List<Over> over) {
    /**
     * One frame under a layer.
     *
     * @param series index into the series that are shown
     * @param frame index into that series' frames in display order
     */
    public record Over(int series, int frame, FramePlane plane) {}
}
