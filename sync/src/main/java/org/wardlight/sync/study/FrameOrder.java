// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order in which the frames of a series are scrolled. Frames of one orientation form a stack, ordered by position
 * along the slice normal; at the same position (time points, echoes, duplicates) by time, else by the numbers of dimensions, Instance
 * Number and frame. Stacks (a scout before its volume, the planes of a radial series, energy windows) and frames without geometry follow each other by
 * their lowest Instance Number. Pure.
 */
final class FrameOrder {
    private static final Comparator<List<Integer>> LEXICOGRAPHIC = (one, other) -> Arrays.compare(
            one.stream().mapToInt(Integer::intValue).toArray(),
            other.stream().mapToInt(Integer::intValue).toArray());

    private static final Comparator<Slot> BY_NUMBER = Comparator.comparing(
                    Slot::number, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Slot::instance)
            .thenComparing(Slot::stack, LEXICOGRAPHIC)
            .thenComparing(Slot::order, LEXICOGRAPHIC)
            .thenComparing(slot -> slot.times().index(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Slot::frame);

    private FrameOrder() {}

    /**
     * @param slots in display order
     * @param grids the runs of them that have several frames at each position
     */
    record Ordered(List<Slot> slots, List<StudyDescriptor.Grid> grids) {}

    /** The same slots in display order. */
    static Ordered of(List<Slot> slots) {
        List<Stack> stacks = new ArrayList<>();
        slots.stream().sorted(BY_NUMBER).forEach(slot -> place(slot, stacks));
        List<Slot> ordered = new ArrayList<>(slots.size());
        List<StudyDescriptor.Grid> grids = new ArrayList<>();
        for (Stack stack : stacks) {
            List<List<Slot>> positions = stack.positions();
            Clock clock = Clock.of(positions);
            Comparator<Slot> byTime = Comparator.comparingDouble(clock::order);
            positions.forEach(here -> here.sort(byTime.thenComparing(BY_NUMBER)));
            grid(ordered.size(), positions, clock).ifPresent(grids::add);
            positions.forEach(ordered::addAll);
        }
        return new Ordered(List.copyOf(ordered), List.copyOf(grids));
    }

    private static Optional<StudyDescriptor.Grid> grid(int first, List<List<Slot>> positions, Clock clock) {
        int times = positions.get(0).size();
        if (times == 1 || positions.stream().anyMatch(here -> here.size() != times)) {
            return Optional.empty();
        }
        double start = clock.order(positions.get(0).get(0));
        boolean timed = clock != Clock.NUMBER && clock != Clock.INDEX;
        List<Double> ms = timed
                ? positions.get(0).stream()
                        .map(slot -> clock.order(slot) - start)
                        .toList()
                : List.of();
        return Optional.of(new StudyDescriptor.Grid(first, positions.size(), times, clock, ms));
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
            if (!first.stack().equals(slot.stack())) {
                return false;
            }
            if (normal.isEmpty() || direction.isEmpty()) {
                return normal.isEmpty() && direction.isEmpty();
            }
            return normal.get().isAlong(direction.get())
                    && Optional.ofNullable(first.frameOfReference())
                            .equals(Optional.ofNullable(slot.frameOfReference()));
        }

        /** The frames at each position, in the order of positions; without geometry each frame is one of its own. */
        List<List<Slot>> positions() {
            return normal.map(this::alongNormal)
                    .orElseGet(() -> slots.stream()
                            .map(slot -> (List<Slot>) new ArrayList<>(List.of(slot)))
                            .toList());
        }

        private List<List<Slot>> alongNormal(Direction direction) {
            List<Placed> placed = slots.stream()
                    .map(slot -> new Placed(slot, direction.distance(requireNonNull(slot.position()))))
                    .sorted(Comparator.comparingDouble(Placed::distance))
                    .toList();
            List<List<Slot>> positions = new ArrayList<>();
            double at = Double.NEGATIVE_INFINITY;
            for (Placed next : placed) {
                if (next.distance() - at > next.slot().sameMm()) {
                    positions.add(new ArrayList<>());
                    at = next.distance();
                }
                positions.get(positions.size() - 1).add(next.slot());
            }
            return positions;
        }
    }

    private record Placed(Slot slot, double distance) {}
}
