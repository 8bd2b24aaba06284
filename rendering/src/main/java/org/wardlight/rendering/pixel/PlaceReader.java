// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.measure.FrameTimes;
import org.wardlight.rendering.measure.Moments;
import org.wardlight.rendering.pixel.ImageHeader.Place;

/** Where the frames of one object lie, when they were taken, and how they are numbered. Immutable. */
final class PlaceReader {
    private static final Set<Integer> OF_POSITION =
            Set.of(Tag.IN_STACK_POSITION_NUMBER, Tag.IMAGE_POSITION_PATIENT, Tag.PLANE_POSITION_SEQUENCE);
    private static final Set<Integer> OF_TIME = Set.of(
            Tag.TEMPORAL_POSITION_INDEX, Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME, Tag.FRAME_ACQUISITION_DATE_TIME);

    private final DataSet top;
    private final boolean alone;
    private final NuclearFrames nuclear;
    private final List<Integer> dimensions;

    PlaceReader(DataSet top, int frames) {
        this.top = top;
        this.alone = frames == 1;
        this.nuclear = NuclearFrames.of(top);
        this.dimensions = top.items(Tag.DIMENSION_INDEX_SEQUENCE).stream()
                .map(PlaceReader::pointer)
                .toList();
    }

    private static int pointer(DataSet dimension) {
        long[] tags = dimension.longs(Tag.DIMENSION_INDEX_POINTER);
        return tags.length == 1 ? (int) tags[0] : 0;
    }

    @Nullable
    List<Double> orientation(FrameAttributes frame) {
        return FrameAttributes.decimals(frame.macro(Tag.PLANE_ORIENTATION_SEQUENCE), Tag.IMAGE_ORIENTATION_PATIENT, 6)
                .or(() -> nuclear.orientation(frame.number()))
                .orElse(null);
    }

    Place place(FrameAttributes frame, int kind) {
        @Nullable
        List<Double> position = FrameAttributes.decimals(
                        frame.macro(Tag.PLANE_POSITION_SEQUENCE), Tag.IMAGE_POSITION_PATIENT, 3)
                .or(() -> nuclear.position(frame.number()))
                .orElse(null);
        if (nuclear.counted()) {
            return new Place(
                    kind,
                    position,
                    new FrameTimes(nuclear.time(frame.number()), null, null, null),
                    nuclear.stack(frame.number()),
                    nuclear.order(frame.number(), position != null));
        }
        FrameTimes times = times(frame);
        List<Integer> stack = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        long[] values = frame.macro(Tag.FRAME_CONTENT_SEQUENCE).longs(Tag.DIMENSION_INDEX_VALUES);
        for (int i = 0; i < Math.min(values.length, dimensions.size()); i++) {
            int pointer = dimensions.get(i);
            if (pointer == Tag.STACK_ID) {
                stack.add((int) values[i]);
            } else if (!(OF_POSITION.contains(pointer) && position != null)
                    && !(OF_TIME.contains(pointer) && !times.equals(FrameTimes.NONE))) {
                order.add((int) values[i]);
            }
        }
        return new Place(kind, position, times, List.copyOf(stack), List.copyOf(order));
    }

    private FrameTimes times(FrameAttributes frame) {
        DataSet content = frame.macro(Tag.FRAME_CONTENT_SEQUENCE);
        OptionalInt index = content.integer(Tag.TEMPORAL_POSITION_INDEX);
        OptionalDouble delay =
                frame.macro(Tag.CARDIAC_SYNCHRONIZATION_SEQUENCE).decimal(Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME);
        OptionalDouble acquired = Moments.of(content, Tag.FRAME_ACQUISITION_DATE_TIME);
        // What the top level says is said of a whole object: of one frame only when it has no other.
        return new FrameTimes(
                whole(index.isPresent() || !alone ? index : top.integer(Tag.TEMPORAL_POSITION_IDENTIFIER)),
                number(alone ? top.decimal(Tag.FRAME_REFERENCE_TIME) : OptionalDouble.empty(), 1),
                number(delay.isPresent() || !alone ? delay : top.decimal(Tag.TRIGGER_TIME), 1),
                number(acquired.isPresent() || !alone ? acquired : acquired(), 1000));
    }

    private OptionalDouble acquired() {
        OptionalDouble both = Moments.of(top, Tag.ACQUISITION_DATE_TIME);
        return both.isPresent() ? both : Moments.of(top, Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME);
    }

    private static @Nullable Integer whole(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static @Nullable Double number(OptionalDouble value, double factor) {
        return value.isPresent() ? value.getAsDouble() * factor : null;
    }
}
