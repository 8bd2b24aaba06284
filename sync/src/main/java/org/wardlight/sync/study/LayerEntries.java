// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Layers as the descriptor lists them. Pure. */
final class LayerEntries {
    private LayerEntries() {}

    static List<StudyDescriptor.Layer> of(List<PlacedLayer> placed) {
        return placed.stream().map(LayerEntries::entry).toList();
    }

    private static StudyDescriptor.Layer entry(PlacedLayer layer) {
        Map<Integer, List<Integer>> frames = new TreeMap<>();
        layer.over()
                .forEach(over -> frames.computeIfAbsent(over.series(), added -> new ArrayList<>())
                        .add(over.frame()));
        return new StudyDescriptor.Layer(
                layer.located().instance().instance(),
                DisplaySeries.version(layer.located().instance()),
                layer.facts().kind(),
                layer.facts().label(),
                layer.facts().unit(),
                layer.facts().parts(),
                frames.entrySet().stream()
                        .map(one -> new StudyDescriptor.SeriesFrames(one.getKey(), one.getValue()))
                        .toList());
    }
}
