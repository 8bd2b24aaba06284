// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/**
 * Where to look for what is said of one frame: the per-frame functional group, else the shared one, else the top level of the data set
 * (PS3.3 C.7.6.16). Immutable.
 */
final class FrameAttributes {
    private final DataSet top;
    private final DataSet shared;
    private final DataSet own;
    private final int number;

    private FrameAttributes(DataSet top, DataSet shared, DataSet own, int number) {
        this.top = top;
        this.shared = shared;
        this.own = own;
        this.number = number;
    }

    /** @param index of the frame, from 0 */
    static FrameAttributes of(DataSet data, int index) {
        List<DataSet> frames = data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        return new FrameAttributes(
                data,
                data.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DataSet.EMPTY),
                index < frames.size() ? frames.get(index) : DataSet.EMPTY,
                index + 1);
    }

    /** Number of the frame, from 1. */
    int number() {
        return number;
    }

    /** The macro of a functional group, or the top level, where classic objects have the same attributes. */
    DataSet macro(int sequence) {
        return own.item(sequence).or(() -> shared.item(sequence)).orElse(top);
    }

    /** All items of the macro, or those of the top level. */
    List<DataSet> items(int sequence) {
        return Stream.of(own, shared, top)
                .map(data -> data.items(sequence))
                .filter(items -> !items.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    DataSet top() {
        return top;
    }

    /** Text that names something: never the empty string. */
    @Nullable
    String text(int tag) {
        return top.string(tag).orElse(null);
    }

    /** Exactly {@code count} finite numbers, else empty. */
    static Optional<List<Double>> decimals(DataSet data, int tag, int count) {
        double[] values = data.decimals(tag);
        return values.length == count
                ? Optional.of(java.util.Arrays.stream(values).boxed().toList())
                : Optional.empty();
    }
}
