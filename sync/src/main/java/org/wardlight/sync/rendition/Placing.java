// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.layer.FramePlane;
import org.wardlight.rendering.layer.LayerObject;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.SeriesRecord;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.study.DisplaySeries;
import org.wardlight.sync.study.PlacedLayer;
import org.wardlight.sync.study.PlacedLayer.Over;
import org.wardlight.sync.study.Planes;

/** Which layers of a study lie over which of its frames. Reads layers by its reader; else pure. */
final class Placing {
    private Placing() {}

    static List<PlacedLayer> of(StudyRecord study, List<DisplaySeries> shown, LayerReader reader) {
        List<PlacedLayer> placed = new ArrayList<>();
        List<List<FramePlane>> planes = new ArrayList<>();
        for (SeriesRecord series : study.series()) {
            for (InstanceRecord instance : series.instances()) {
                if (!LayerReader.isLayer(instance)) {
                    continue;
                }
                if (planes.isEmpty()) {
                    // Only a study with layers pays for this.
                    shown.forEach(one -> planes.add(Planes.of(one)));
                }
                LocatedInstance located = new LocatedInstance(
                        study.summary().study().study(), series.series().series(), instance);
                Optional<LayerObject> layer = reader.read(instance);
                layer.map(found -> new PlacedLayer(located, found.facts(), over(found, located, shown, planes)))
                        .filter(found -> !found.over().isEmpty())
                        .ifPresent(placed::add);
            }
        }
        return placed;
    }

    private static List<Over> over(
            LayerObject layer, LocatedInstance own, List<DisplaySeries> shown, List<List<FramePlane>> planes) {
        List<Over> over = new ArrayList<>();
        for (int s = 0; s < shown.size(); s++) {
            List<FramePlane> frames = planes.get(s);
            // A layer is no picture to lay itself, or another layer of its series, over.
            if (shown.get(s).facts().series().equals(own.series()) || isLayers(shown.get(s))) {
                continue;
            }
            for (int f = 0; f < frames.size(); f++) {
                if (layer.liesOver(frames.get(f))) {
                    over.add(new Over(s, f, frames.get(f)));
                }
            }
        }
        return over;
    }

    private static boolean isLayers(DisplaySeries series) {
        return series.instances().stream().allMatch(LayerReader::isLayer);
    }
}
