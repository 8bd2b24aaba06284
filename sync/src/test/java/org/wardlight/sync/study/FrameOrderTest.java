// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameOrderTest {
    private static final List<Double> AXIAL = List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0);
    private static final List<Double> CORONAL = List.of(1.0, 0.0, 0.0, 0.0, 0.0, -1.0);

    @Test
    void a_stack_is_ordered_by_position_whatever_its_numbers_say() {
        List<Slot> slots = List.of(axial(0, 3, 10), axial(1, 1, 30), axial(2, 2, 20));
        assertThat(instances(slots)).containsExactly(0, 2, 1);
    }

    @Test
    void a_tilted_stack_with_rounding_noise_is_ordered_along_its_own_normal() {
        double c = Math.cos(0.35);
        double s = Math.sin(0.35);
        Random noise = new Random(5);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            // The table moves in y against the slice direction, so that y alone would order it backwards.
            double n = i * 0.6;
            List<Double> position = List.of(-100.0 + jitter(noise), -s * n + jitter(noise), c * n + jitter(noise));
            List<Double> orientation = List.of(1.0, jitter(noise), jitter(noise), 0.0, c + jitter(noise), s);
            slots.add(new Slot(i, 1, 60 - i, position, orientation, "1.2"));
        }
        Collections.shuffle(slots, noise);
        assertThat(instances(slots)).isEqualTo(IntStream.range(0, 60).boxed().toList());
    }

    @Test
    void time_points_at_one_position_follow_their_instance_numbers() {
        List<Slot> slots = List.of(axial(0, 4, 5), axial(1, 1, 5.004), axial(2, 3, 0), axial(3, 2, 0.001));
        assertThat(instances(slots)).containsExactly(3, 2, 1, 0);
    }

    @Test
    void a_scout_stands_before_its_volume_and_does_not_disturb_it() {
        List<Slot> slots = List.of(
                axial(0, 2, 20),
                axial(1, 3, 10),
                new Slot(2, 1, 1, List.of(0.0, -250.0, 15.0), CORONAL, "1.2"),
                axial(3, 4, 0));
        assertThat(instances(slots)).containsExactly(2, 3, 1, 0);
    }

    @Test
    void without_geometry_the_numbers_decide_and_objects_without_number_come_last() {
        List<Slot> slots = List.of(plain(0, 2, null), plain(1, 1, 9), plain(2, 1, 2), plain(0, 1, null));
        assertThat(FrameOrder.of(slots).slots().stream().map(slot -> slot.instance() + "/" + slot.frame()))
                .containsExactly("2/1", "1/1", "0/1", "0/2");
    }

    @Test
    void frames_of_a_multiframe_volume_are_placed_by_their_own_positions() {
        List<Slot> slots = IntStream.rangeClosed(1, 5)
                .mapToObj(frame -> new Slot(0, frame, 1, List.of(0.0, 0.0, -2.0 * frame), AXIAL, null))
                .toList();
        assertThat(FrameOrder.of(slots).slots().stream().map(Slot::frame)).containsExactly(5, 4, 3, 2, 1);
    }

    @Test
    void positions_in_different_frames_of_reference_are_not_mixed() {
        List<Slot> slots =
                List.of(axial(0, 1, 0), new Slot(1, 1, 2, List.of(0.0, 0.0, 5.0), AXIAL, "other"), axial(2, 3, 10));
        assertThat(instances(slots)).containsExactly(0, 2, 1);
    }

    @Test
    void geometry_that_is_no_number_counts_as_none() {
        List<Slot> slots = List.of(
                new Slot(0, 1, 2, List.of(Double.NaN, 0.0, 0.0), AXIAL, null),
                new Slot(1, 1, 1, List.of(0.0, 0.0, 9.0), List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0), null));
        assertThat(instances(slots)).containsExactly(1, 0);
    }

    private static double jitter(Random noise) {
        return (noise.nextDouble() - 0.5) * 1e-4;
    }

    private static Slot axial(int instance, int number, double z) {
        return new Slot(instance, 1, number, List.of(-150.0, -150.0, z), AXIAL, "1.2");
    }

    private static Slot plain(int instance, int frame, @org.jspecify.annotations.Nullable Integer number) {
        return new Slot(instance, frame, number, null, null, null);
    }

    private static List<Integer> instances(List<Slot> slots) {
        return FrameOrder.of(slots).slots().stream().map(Slot::instance).toList();
    }
}
