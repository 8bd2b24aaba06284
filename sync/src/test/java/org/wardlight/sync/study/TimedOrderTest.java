// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.measure.FrameTimes;
import org.wardlight.sync.study.StudyDescriptor.Grid;

/** Several frames at each position. */
class TimedOrderTest {
    private static final List<Double> AXIAL = List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0);
    private static final List<Double> OBLIQUE = List.of(0.8, 0.6, 0.0, 0.0, 0.0, -1.0);

    private static Slot slot(int instance, double z, FrameTimes times, int... order) {
        return slot(instance, AXIAL, List.of(-150.0, -150.0, z), times, List.of(), order);
    }

    private static Slot slot(
            int instance,
            List<Double> orientation,
            @Nullable List<Double> position,
            FrameTimes times,
            List<Integer> stack,
            int... order) {
        List<Integer> numbers = IntStream.of(order).boxed().toList();
        return new Slot(instance, 1, instance, position, orientation, "1.2", times, stack, numbers, 0.01);
    }

    private static FrameTimes trigger(double ms) {
        return new FrameTimes(null, null, ms, null);
    }

    private static FrameTimes index(int index) {
        return new FrameTimes(index, null, null, null);
    }

    private static List<Integer> instances(List<Slot> slots) {
        return FrameOrder.of(slots).slots().stream().map(Slot::instance).toList();
    }

    @Test
    void a_beating_heart_is_a_grid_of_positions_and_trigger_times() {
        List<Slot> slots = new ArrayList<>();
        for (int phase = 0; phase < 5; phase++) {
            for (int slice = 0; slice < 3; slice++) {
                // Numbers run over the slices of each phase, so that they alone would mix the phases of a slice.
                slots.add(slot(phase * 3 + slice, 8.0 * slice, trigger(40 * (4 - phase) + slice)));
            }
        }
        Collections.shuffle(slots, new Random(3));
        FrameOrder.Ordered ordered = FrameOrder.of(slots);
        assertThat(ordered.slots().stream().map(Slot::instance))
                .containsExactly(12, 9, 6, 3, 0, 13, 10, 7, 4, 1, 14, 11, 8, 5, 2);
        assertThat(ordered.grids())
                .containsExactly(new Grid(0, 3, 5, Clock.TRIGGER, List.of(0.0, 40.0, 80.0, 120.0, 160.0)));
    }

    @Test
    void the_temporal_position_comes_before_any_clock() {
        FrameTimes late = new FrameTimes(1, null, 900.0, 5000.0);
        FrameTimes early = new FrameTimes(2, null, 100.0, 4000.0);
        FrameOrder.Ordered ordered = FrameOrder.of(List.of(slot(0, 1, early), slot(1, 1, late)));
        assertThat(ordered.slots().stream().map(Slot::instance)).containsExactly(1, 0);
        assertThat(ordered.grids()).containsExactly(new Grid(0, 1, 2, Clock.INDEX, List.of()));
    }

    @Test
    void frame_reference_time_and_acquisition_time_order_dynamic_series() {
        List<Slot> pet = List.of(
                slot(0, 1, new FrameTimes(null, 60_000.0, null, 0.0)),
                slot(1, 1, new FrameTimes(null, 20_000.0, null, 1.0)));
        assertThat(instances(pet)).containsExactly(1, 0);
        List<Slot> perfusion = List.of(
                slot(0, 1, new FrameTimes(null, null, null, 2000.0)),
                slot(1, 1, new FrameTimes(null, null, null, 1000.0)));
        assertThat(FrameOrder.of(perfusion).grids())
                .containsExactly(new Grid(0, 1, 2, Clock.ACQUISITION, List.of(0.0, 1000.0)));
    }

    @Test
    void a_clock_that_only_some_frames_have_or_that_tells_none_apart_orders_nothing() {
        List<Slot> echoes =
                List.of(slot(2, 1, trigger(0)), slot(1, 1, trigger(0)), slot(3, 2, trigger(0)), slot(0, 2, trigger(0)));
        assertThat(instances(echoes)).containsExactly(1, 2, 0, 3);
        assertThat(FrameOrder.of(echoes).grids()).containsExactly(new Grid(0, 2, 2, Clock.NUMBER, List.of()));
        assertThat(instances(List.of(slot(1, 1, trigger(5)), slot(0, 1, FrameTimes.NONE))))
                .containsExactly(0, 1);
    }

    @Test
    void a_position_with_more_or_fewer_frames_makes_no_grid() {
        List<Slot> slots = List.of(slot(0, 1, index(1)), slot(1, 1, index(2)), slot(2, 2, index(1)));
        assertThat(instances(slots)).containsExactly(0, 1, 2);
        assertThat(FrameOrder.of(slots).grids()).isEmpty();
    }

    @Test
    void a_plain_volume_is_no_grid() {
        assertThat(FrameOrder.of(List.of(slot(0, 1, index(1)), slot(1, 2, index(2))))
                        .grids())
                .isEmpty();
    }

    @Test
    void positions_that_shake_by_less_than_a_part_of_the_spacing_are_one() {
        List<Slot> slots = new ArrayList<>();
        for (int time = 0; time < 4; time++) {
            for (int slice = 0; slice < 3; slice++) {
                List<Double> position = List.of(0.0, 0.0, 3.0 * slice + 0.02 * ((time + slice) % 4));
                slots.add(new Slot(
                        time * 3 + slice, 1, 0, position, AXIAL, null, index(time), List.of(), List.of(), 0.15));
            }
        }
        FrameOrder.Ordered ordered = FrameOrder.of(slots);
        assertThat(ordered.slots().stream().map(Slot::instance)).containsExactly(0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11);
        assertThat(ordered.grids()).containsExactly(new Grid(0, 3, 4, Clock.INDEX, List.of()));
    }

    @Test
    void an_oblique_stack_in_time_goes_along_its_own_normal() {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            // The normal of these rows and columns is (-0.6, 0.8, 0).
            double along = 5.0 * (i / 2);
            List<Double> position = List.of(-0.6 * along, 0.8 * along, 40.0);
            slots.add(slot(i, OBLIQUE, position, trigger(i % 2 == 0 ? 300 : 20), List.of()));
        }
        Collections.reverse(slots);
        assertThat(instances(slots)).containsExactly(1, 0, 3, 2, 5, 4);
    }

    @Test
    void energy_windows_and_detectors_are_scrolled_apart() {
        List<Slot> slots = new ArrayList<>();
        for (int frame = 1; frame <= 8; frame++) {
            // Windows alternate from frame to frame, slices follow each other.
            slots.add(new Slot(
                    0,
                    frame,
                    1,
                    List.of(0.0, 0.0, 4.0 * ((frame - 1) / 2)),
                    AXIAL,
                    null,
                    FrameTimes.NONE,
                    List.of(1 + (frame - 1) % 2),
                    List.of(),
                    0.01));
        }
        assertThat(FrameOrder.of(slots).slots().stream().map(Slot::frame)).containsExactly(1, 3, 5, 7, 2, 4, 6, 8);
    }

    @Test
    void dimension_numbers_order_what_has_no_position_and_what_shares_one() {
        List<Slot> unplaced = List.of(
                slot(0, AXIAL, null, FrameTimes.NONE, List.of(), 2, 1),
                slot(0, AXIAL, null, FrameTimes.NONE, List.of(), 1, 2),
                slot(0, AXIAL, null, FrameTimes.NONE, List.of(), 1, 1));
        assertThat(FrameOrder.of(unplaced).slots().stream().map(Slot::order))
                .containsExactly(List.of(1, 1), List.of(1, 2), List.of(2, 1));
        Slot b1000 = slot(0, 1, FrameTimes.NONE, 2);
        Slot b0 = slot(0, 1, FrameTimes.NONE, 1);
        assertThat(FrameOrder.of(List.of(b1000, b0)).slots()).containsExactly(b0, b1000);
    }
}
