// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/**
 * What the vectors of a nuclear medicine object say of its frames (PS3.3 C.8.4.8), and where reconstructed slices lie: the first one by the
 * detector's item, the others along its normal by Spacing Between Slices, whose sign counts (C.8.4.15). Immutable.
 */
final class NuclearFrames {
    private static final List<Integer> OF_STACK = List.of(
            Tag.ENERGY_WINDOW_VECTOR,
            Tag.DETECTOR_VECTOR,
            Tag.PHASE_VECTOR,
            Tag.ROTATION_VECTOR,
            Tag.RR_INTERVAL_VECTOR);
    private static final List<Integer> OF_PLACE = List.of(Tag.ANGULAR_VIEW_VECTOR, Tag.SLICE_VECTOR);
    private static final List<Integer> OF_TIME = List.of(Tag.TIME_SLOT_VECTOR, Tag.TIME_SLICE_VECTOR);

    private final Map<Integer, int[]> vectors;
    private final List<DataSet> detectors;
    private final boolean reconstructed;
    private final double spacing;

    private NuclearFrames(DataSet top, Map<Integer, int[]> vectors) {
        this.vectors = vectors;
        boolean nuclear = top.string(Tag.MODALITY).orElse("").equals("NM");
        this.detectors = nuclear ? top.items(Tag.DETECTOR_INFORMATION_SEQUENCE) : List.of();
        this.reconstructed = reconstructed(top);
        this.spacing = top.decimal(Tag.SPACING_BETWEEN_SLICES).orElse(0);
    }

    static NuclearFrames of(DataSet top) {
        Map<Integer, int[]> vectors = new LinkedHashMap<>();
        for (List<Integer> tags : List.of(OF_STACK, OF_PLACE, OF_TIME)) {
            for (int tag : tags) {
                int[] values = top.integers(tag);
                if (values.length > 0) {
                    vectors.put(tag, values);
                }
            }
        }
        return new NuclearFrames(top, vectors);
    }

    /** RECON TOMO, RECON GATED TOMO and the like (C.8.4.9.1.3). */
    static boolean reconstructed(DataSet top) {
        List<String> type = top.strings(Tag.IMAGE_TYPE);
        return type.size() > 2 && type.get(2).startsWith("RECON");
    }

    /** Whether there are vectors at all. */
    boolean counted() {
        return !vectors.isEmpty();
    }

    /** Numbers of what a frame is scrolled apart from: energy window, detector, phase, rotation, R-R interval. */
    List<Integer> stack(int frame) {
        return values(OF_STACK, frame);
    }

    /** Numbers of its angular view and slice, which a known position makes needless. */
    List<Integer> order(int frame, boolean placed) {
        return placed ? List.of() : values(OF_PLACE, frame);
    }

    /** Number of its time slot or time slice. */
    @Nullable
    Integer time(int frame) {
        List<Integer> times = values(OF_TIME, frame);
        return times.isEmpty() ? null : times.get(0);
    }

    private List<Integer> values(List<Integer> tags, int frame) {
        List<Integer> values = new ArrayList<>();
        for (int tag : tags) {
            int[] vector = vectors.get(tag);
            if (vector != null && frame <= vector.length) {
                values.add(vector[frame - 1]);
            }
        }
        return List.copyOf(values);
    }

    Optional<List<Double>> orientation(int frame) {
        return detector(frame)
                .flatMap(item -> FrameAttributes.decimals(item, Tag.IMAGE_ORIENTATION_PATIENT, 6))
                .filter(cosines -> reconstructed || position(frame).isPresent());
    }

    Optional<List<Double>> position(int frame) {
        Optional<List<Double>> first =
                detector(frame).flatMap(item -> FrameAttributes.decimals(item, Tag.IMAGE_POSITION_PATIENT, 3));
        List<Integer> slice = values(List.of(Tag.SLICE_VECTOR), frame);
        if (!reconstructed) {
            return vectors.containsKey(Tag.ANGULAR_VIEW_VECTOR) ? Optional.empty() : first;
        }
        Optional<List<Double>> cosines =
                detector(frame).flatMap(item -> FrameAttributes.decimals(item, Tag.IMAGE_ORIENTATION_PATIENT, 6));
        return slice.isEmpty() || spacing == 0 || first.isEmpty() || cosines.isEmpty()
                ? Optional.empty()
                : Optional.of(along(first.get(), cosines.get(), (slice.get(0) - 1) * spacing));
    }

    private Optional<DataSet> detector(int frame) {
        List<Integer> number = values(List.of(Tag.DETECTOR_VECTOR), frame);
        int index = number.isEmpty() || reconstructed ? 0 : number.get(0) - 1;
        return index >= 0 && index < detectors.size() ? Optional.of(detectors.get(index)) : Optional.empty();
    }

    private static List<Double> along(List<Double> from, List<Double> o, double distance) {
        double x = o.get(1) * o.get(5) - o.get(2) * o.get(4);
        double y = o.get(2) * o.get(3) - o.get(0) * o.get(5);
        double z = o.get(0) * o.get(4) - o.get(1) * o.get(3);
        return List.of(from.get(0) + x * distance, from.get(1) + y * distance, from.get(2) + z * distance);
    }
}
