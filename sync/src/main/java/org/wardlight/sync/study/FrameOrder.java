// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order in which the frames of a series are scrolled. Frames of one orientation form a stack, ordered by position
 * along the slice normal; at the same position (time points, echoes, duplicates) by Instance Number and frame. Stacks (a
 * scout before its volume, the planes of a radial series) and frames without geometry follow each other by their lowest
 * Instance Number. Pure.
 */
final class FrameOrder {
    /** Positions nearer than this are one position: rounding of decimal strings is below, any slice spacing above. */
    private static final double SAME_MM = 0.01;

    private static final Comparator<Slot> BY_NUMBER = Comparator.comparing(
                    Slot::number, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Slot::instance)
            .thenComparing(Slot::frame);

    private FrameOrder() {}

    /** The same slots in display order. */
    static List<Slot> of(List<Slot> slots) {
        List<Stack> stacks = new ArrayList<>();
        slots.stream().sorted(BY_NUMBER).forEach(slot -> place(slot, stacks));
        return stacks.stream().flatMap(stack -> stack.ordered().stream()).toList();
    }

    /** Slots come by Instance Number, so that stacks are made in the order in which they are shown. */
    private static void place(Slot slot, List<Stack> stacks) {
        Optional<Direction> normal = normal(slot);
        // The newest stack first: consecutive frames mostly belong together, and a series may have thousands.
        for (int i = stacks.size() - 1; i >= 0; i--) {
            if (stacks.get(i).takes(slot, normal)) {
                stacks.get(i).slots.add(slot);
                return;
            }
        }
        stacks.add(new Stack(slot, normal));
    }

    private static Optional<Direction> normal(Slot slot) {
        List<Double> position = slot.position();
        List<Double> orientation = slot.orientation();
        if (position == null || orientation == null || position.size() != 3) {
            return Optional.empty();
        }
        return position.stream().allMatch(Double::isFinite) ? Direction.normal(orientation) : Optional.empty();
    }

    private static final class Stack {
        private final Slot first;
        private final Optional<Direction> normal;
        private final List<Slot> slots = new ArrayList<>();

        Stack(Slot first, Optional<Direction> normal) {
            this.first = first;
            this.normal = normal;
            slots.add(first);
        }

        boolean takes(Slot slot, Optional<Direction> direction) {
            if (normal.isEmpty() || direction.isEmpty()) {
                return normal.isEmpty() && direction.isEmpty();
            }
            return normal.get().isAlong(direction.get())
                    && Optional.ofNullable(first.frameOfReference())
                            .equals(Optional.ofNullable(slot.frameOfReference()));
        }

        List<Slot> ordered() {
            return normal.map(this::alongNormal).orElse(slots);
        }

        private List<Slot> alongNormal(Direction direction) {
            List<Placed> placed = slots.stream()
                    .map(slot -> new Placed(slot, direction.distance(requireNonNull(slot.position()))))
                    .sorted(Comparator.comparingDouble(Placed::distance))
                    .toList();
            List<Slot> ordered = new ArrayList<>(placed.size());
            List<Slot> here = new ArrayList<>();
            double at = Double.NEGATIVE_INFINITY;
            for (Placed next : placed) {
                if (next.distance() - at > SAME_MM) {
                    here.stream().sorted(BY_NUMBER).forEach(ordered::add);
                    here.clear();
                    at = next.distance();
                }
                here.add(next.slot());
            }
            here.stream().sorted(BY_NUMBER).forEach(ordered::add);
            return ordered;
        }
    }

    private record Placed(Slot slot, double distance) {}
}
