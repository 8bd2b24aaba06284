// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.measure.FrameTimes;

/** By what the frames at one position are ordered, the most telling first. */
public enum Clock {
    /** Temporal Position Index or Identifier, Time Slot or Time Slice. */
    INDEX(times -> times.index() == null ? null : Double.valueOf(times.index())),
    /** Frame Reference Time. */
    REFERENCE(FrameTimes::referenceMs),
    /** Trigger Time. */
    TRIGGER(FrameTimes::triggerMs),
    /** Acquisition Date Time. */
    ACQUISITION(FrameTimes::acquiredMs),
    /** None of them: by the numbers of dimensions, else Instance Number and frame. */
    NUMBER(times -> null);

    private final Function<FrameTimes, @Nullable Double> reading;

    Clock(Function<FrameTimes, @Nullable Double> reading) {
        this.reading = reading;
    }

    /** The first that every frame has and that tells some at one position apart; one that only part of them has orders nothing. */
    static Clock of(List<List<Slot>> positions) {
        for (Clock clock : values()) {
            boolean stated = positions.stream().flatMap(List::stream).allMatch(slot -> clock.read(slot) != null);
            if (stated && positions.stream().anyMatch(clock::tells)) {
                return clock;
            }
        }
        return NUMBER;
    }

    private boolean tells(List<Slot> here) {
        return here.stream().map(this::read).distinct().count() > 1;
    }

    /** Milliseconds, or a number of {@link #INDEX}. */
    @Nullable
    Double read(Slot slot) {
        return reading.apply(slot.times());
    }

    /** As {@link #read}, where all frames have it; 0 by number. */
    double order(Slot slot) {
        return this == NUMBER ? 0 : Objects.requireNonNull(read(slot));
    }
}
