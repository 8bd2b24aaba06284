// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/** Reads where the frames of a segmentation or parametric map lie (PS3.3 C.7.6.16.2). Pure. */
final class FramesReader {
    private static final int MOST_FRAMES = 100_000;

    private FramesReader() {}

    static SourceFrames of(DataSet data) {
        List<DataSet> items = data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        int count = Math.max(1, data.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        if (count > MOST_FRAMES) {
            throw new LimitExceeded("a layer of " + count + " frames is above the limit of " + MOST_FRAMES);
        }
        DataSet shared = data.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DataSet.EMPTY);
        List<SourceFrame> frames = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            frames.add(frame(i, i < items.size() ? items.get(i) : DataSet.EMPTY, shared));
        }
        return new SourceFrames(
                frames,
                data.string(Tag.FRAME_OF_REFERENCE_UID).orElse(null),
                series(data),
                slice(shared, items, frames));
    }

    private static SourceFrame frame(int index, DataSet own, DataSet shared) {
        DataSet measures = macro(own, shared, Tag.PIXEL_MEASURES_SEQUENCE);
        double[] spacing = measures.decimals(Tag.PIXEL_SPACING);
        Optional<PlaneGrid> grid = spacing.length != 2
                ? Optional.empty()
                : PlaneGrid.of(
                        numbers(macro(own, shared, Tag.PLANE_POSITION_SEQUENCE), Tag.IMAGE_POSITION_PATIENT),
                        numbers(macro(own, shared, Tag.PLANE_ORIENTATION_SEQUENCE), Tag.IMAGE_ORIENTATION_PATIENT),
                        spacing[1],
                        spacing[0]);
        int segment = macro(own, shared, LayerTag.SEGMENT_IDENTIFICATION_SEQUENCE)
                .integer(LayerTag.REFERENCED_SEGMENT_NUMBER)
                .orElse(0);
        List<DataSet> sources = derivations(own, shared).stream()
                .flatMap(item -> item.items(Tag.SOURCE_IMAGE_SEQUENCE).stream())
                .toList();
        return new SourceFrame(index, segment, grid.orElse(null), ImageRef.of(sources));
    }

    private static List<DataSet> derivations(DataSet own, DataSet shared) {
        List<DataSet> items = own.items(LayerTag.DERIVATION_IMAGE_SEQUENCE);
        return items.isEmpty() ? shared.items(LayerTag.DERIVATION_IMAGE_SEQUENCE) : items;
    }

    static DataSet macro(DataSet own, DataSet shared, int sequence) {
        return own.item(sequence).or(() -> shared.item(sequence)).orElse(DataSet.EMPTY);
    }

    private static List<Double> numbers(DataSet data, int tag) {
        return java.util.Arrays.stream(data.decimals(tag)).boxed().toList();
    }

    private static Set<String> series(DataSet data) {
        Set<String> series = new HashSet<>();
        data.items(Tag.REFERENCED_SERIES_SEQUENCE)
                .forEach(item -> item.string(Tag.SERIES_INSTANCE_UID).ifPresent(series::add));
        return series;
    }

    /** As stated, else the nearest two places, else the thickness. */
    private static double slice(DataSet shared, List<DataSet> items, List<SourceFrame> frames) {
        DataSet measures = Stream.concat(Stream.of(shared), items.stream().limit(1))
                .flatMap(group -> group.item(Tag.PIXEL_MEASURES_SEQUENCE).stream())
                .findFirst()
                .orElse(DataSet.EMPTY);
        double stated = Math.abs(measures.decimal(Tag.SPACING_BETWEEN_SLICES).orElse(0));
        double between = stated > 0 ? stated : SourceFrames.spacing(frames);
        return between > 0
                ? between
                : Math.abs(measures.decimal(Tag.SLICE_THICKNESS).orElse(0));
    }
}
