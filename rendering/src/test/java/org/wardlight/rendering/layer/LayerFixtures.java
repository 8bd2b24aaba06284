// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

/** Small layers, written by our own writer, and the planes that they lie over. */
final class LayerFixtures {
    static final String FOR = "2.25.55";
    static final String SERIES = "2.25.7";
    static final double[] AXIAL = {1, 0, 0, 0, 1, 0};

    private LayerFixtures() {}

    /** An axial image with its first pixel at x, y, z. */
    static FramePlane axial(String instance, int rows, int columns, double spacing, double x, double y, double z) {
        return plane(instance, rows, columns, spacing, new double[] {x, y, z}, AXIAL, FOR);
    }

    static FramePlane plane(
            String instance,
            int rows,
            int columns,
            double spacing,
            double[] position,
            double[] orientation,
            String frameOfReference) {
        Optional<PlaneGrid> grid = PlaneGrid.of(list(position), list(orientation), spacing, spacing);
        return new FramePlane(SERIES, instance, 1, rows, columns, frameOfReference, grid.orElse(null), 2);
    }

    static List<Double> list(double... values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    /** A segmentation without frames and pixels yet. */
    static DataSetBuilder seg(String type, int bits, int rows, int columns, int frames) {
        return PixelFixtures.image(rows, columns, bits, bits, "MONOCHROME2", 1)
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.66.4")
                .string(LayerTag.SEGMENTATION_TYPE, type)
                .string(Tag.FRAME_OF_REFERENCE_UID, FOR)
                .integer(Tag.NUMBER_OF_FRAMES, frames)
                .items(
                        Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                        DataSet.builder()
                                .items(
                                        Tag.PIXEL_MEASURES_SEQUENCE,
                                        DataSet.builder()
                                                .decimal(Tag.PIXEL_SPACING, 1, 1)
                                                .decimal(Tag.SLICE_THICKNESS, 2)
                                                .build())
                                .items(
                                        Tag.PLANE_ORIENTATION_SEQUENCE,
                                        DataSet.builder()
                                                .decimal(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL)
                                                .build())
                                .build());
    }

    static DataSet segment(int number, String label, int... lab) {
        DataSetBuilder builder =
                DataSet.builder().integer(Tag.SEGMENT_NUMBER, number).string(Tag.SEGMENT_LABEL, label);
        return (lab.length == 3 ? builder.integer(LayerTag.RECOMMENDED_DISPLAY_CIELAB_VALUE, lab) : builder).build();
    }

    /** The functional groups of a frame; {@code source} may be empty. */
    static DataSet frame(int segment, double z, String source) {
        DataSetBuilder frame = DataSet.builder()
                .items(
                        Tag.PLANE_POSITION_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.IMAGE_POSITION_PATIENT, 0, 0, z)
                                .build())
                .items(
                        LayerTag.SEGMENT_IDENTIFICATION_SEQUENCE,
                        DataSet.builder()
                                .integer(LayerTag.REFERENCED_SEGMENT_NUMBER, segment)
                                .build());
        if (!source.isEmpty()) {
            frame.items(LayerTag.DERIVATION_IMAGE_SEQUENCE, derivedFrom(source));
        }
        return frame.build();
    }

    static DataSet derivedFrom(String source) {
        return DataSet.builder()
                .items(
                        Tag.SOURCE_IMAGE_SEQUENCE,
                        DataSet.builder()
                                .string(Tag.REFERENCED_SOP_INSTANCE_UID, source)
                                .build())
                .build();
    }

    /** Bits one after the other over all frames, as PS3.5 8.1.1 packs them: frames may begin within a byte. */
    static byte[] packed(int[]... frames) {
        List<Integer> bits = new ArrayList<>();
        for (int[] frame : frames) {
            for (int bit : frame) {
                bits.add(bit);
            }
        }
        byte[] bytes = new byte[(bits.size() + 15) / 16 * 2];
        for (int i = 0; i < bits.size(); i++) {
            bytes[i / 8] |= (byte) (bits.get(i) << i % 8);
        }
        return bytes;
    }

    static LayerObject open(DataSetBuilder builder) {
        DicomObject object = PixelFixtures.object(builder);
        try {
            return LayerObjects.of(object, object.source(), Limits.STANDARD).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LayerImage draw(DataSetBuilder builder, FramePlane plane) {
        DicomObject object = PixelFixtures.object(builder);
        try {
            return LayerObjects.of(object, object.source(), Limits.STANDARD)
                    .orElseThrow()
                    .draw(plane, object.source(), Limits.STANDARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] words(int... values) {
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return bytes;
    }

    static DataSetBuilder pixels(DataSetBuilder builder, byte[] bytes) {
        return builder.bytes(Tag.PIXEL_DATA, Vr.OW, bytes);
    }
}
