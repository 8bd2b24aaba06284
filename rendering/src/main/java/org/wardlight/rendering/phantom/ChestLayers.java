// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.StudyFacts.SeriesFacts;

/**
 * What lies over the CT of the chest: its nodule as a segmentation (PS3.3 A.51) on a small grid of its own, target outlines
 * (A.19) and the dose of a plan for them (A.18). All by formula around the nodule's centre.
 */
final class ChestLayers {
    static final Vec CENTRE = new Vec(-66, -2, 232);
    static final double NODULE = 6;
    static final double TARGET = 11;
    static final double HIGHEST_GY = 60;
    private static final double SPREAD = 14;
    private static final int DOSE_POINTS = 33;
    private static final double DOSE_STEP = 3;
    private static final double DOSE_SCALING = 0.001;
    private static final int SEG_POINTS = 64;
    private static final int SEG_PLANES = 17;
    private static final int CORNERS = 48;

    private ChestLayers() {}

    /** @param apart millimetres from one slice of the CT to the next, which begins at 0 */
    static List<DemoObject> of(StudyFacts facts, int slices, double apart) {
        TransferSyntax syntax = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
        return List.of(
                new DemoObject("SEG0001.dcm", syntax, () -> segmentation(facts)),
                new DemoObject("RD0001.dcm", syntax, () -> dose(facts)),
                new DemoObject("RS0001.dcm", syntax, () -> structures(facts, slices, apart)));
    }

    /** Dose in Gy at a distance from the centre, in millimetres. */
    static double dose(double distance) {
        return HIGHEST_GY * Math.exp(-distance * distance / (2 * SPREAD * SPREAD));
    }

    private static DataSet segmentation(StudyFacts facts) {
        double left = CENTRE.x() - SEG_POINTS / 2.0 * ChestCt.PIXEL;
        double top = CENTRE.y() - SEG_POINTS / 2.0 * ChestCt.PIXEL;
        byte[] bits = new byte[SEG_PLANES * SEG_POINTS * SEG_POINTS / 8];
        List<DataSet> frames = new ArrayList<>();
        for (int k = 0, bit = 0; k < SEG_PLANES; k++) {
            double z = CENTRE.z() + k - SEG_PLANES / 2;
            frames.add(segmentFrame(left, top, z));
            for (int row = 0; row < SEG_POINTS; row++) {
                for (int column = 0; column < SEG_POINTS; column++, bit++) {
                    if (distance(left + column * ChestCt.PIXEL, top + row * ChestCt.PIXEL, z) <= NODULE) {
                        bits[bit / 8] |= (byte) (1 << bit % 8);
                    }
                }
            }
        }
        SeriesFacts series =
                new SeriesFacts("SEG", "1.2.840.10008.5.1.4.1.1.66.4", 3, "Nodule", "CHEST", "Wardlight|Phantom CT");
        DataSetBuilder builder = facts.header(series, 1)
                .string(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY")
                .string(Tag.FRAME_OF_REFERENCE_UID, facts.uids().frameOfReference())
                .string(0x00620001, Vr.CS, "BINARY")
                .string(Tag.CONTENT_LABEL, "NODULE")
                .integer(Tag.NUMBER_OF_FRAMES, SEG_PLANES)
                .items(
                        Tag.SEGMENT_SEQUENCE,
                        DataSet.builder()
                                .integer(Tag.SEGMENT_NUMBER, 1)
                                .string(Tag.SEGMENT_LABEL, "Nodule, right upper lobe")
                                .string(0x00620008, Vr.CS, "AUTOMATIC")
                                .build())
                .items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, sharedGeometry())
                .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames);
        return Pixels.describe(builder, SEG_POINTS, SEG_POINTS, 1, "MONOCHROME2", 1, 1)
                .bytes(Tag.PIXEL_DATA, Vr.OB, bits)
                .build();
    }

    private static DataSet sharedGeometry() {
        return DataSet.builder()
                .items(
                        Tag.PIXEL_MEASURES_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.PIXEL_SPACING, ChestCt.PIXEL, ChestCt.PIXEL)
                                .decimal(Tag.SLICE_THICKNESS, 1)
                                .build())
                .items(
                        Tag.PLANE_ORIENTATION_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                                .build())
                .build();
    }

    private static DataSet segmentFrame(double left, double top, double z) {
        return DataSet.builder()
                .items(
                        Tag.PLANE_POSITION_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.IMAGE_POSITION_PATIENT, round(left), round(top), z)
                                .build())
                .items(
                        0x0062000A,
                        DataSet.builder().integer(0x0062000B, Vr.US, 1).build())
                .build();
    }

    private static DataSet dose(StudyFacts facts) {
        double half = DOSE_POINTS / 2 * DOSE_STEP;
        byte[] words = new byte[2 * DOSE_POINTS * DOSE_POINTS * DOSE_POINTS];
        double[] offsets = new double[DOSE_POINTS];
        for (int k = 0, at = 0; k < DOSE_POINTS; k++) {
            offsets[k] = k * DOSE_STEP;
            for (int row = 0; row < DOSE_POINTS; row++) {
                for (int column = 0; column < DOSE_POINTS; column++, at += 2) {
                    double distance = distance(
                            CENTRE.x() - half + column * DOSE_STEP,
                            CENTRE.y() - half + row * DOSE_STEP,
                            CENTRE.z() - half + k * DOSE_STEP);
                    int stored = (int) Math.round(dose(distance) / DOSE_SCALING);
                    words[at] = (byte) stored;
                    words[at + 1] = (byte) (stored >> 8);
                }
            }
        }
        SeriesFacts series = new SeriesFacts(
                "RTDOSE", "1.2.840.10008.5.1.4.1.1.481.2", 4, "Dose of the plan", "CHEST", "Wardlight|Phantom plan");
        DataSetBuilder builder = facts.header(series, 1)
                .string(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY")
                .string(0x30040002, Vr.CS, "GY")
                .string(0x30040004, Vr.CS, "PHYSICAL")
                .string(0x3004000A, Vr.CS, "PLAN")
                .decimal(0x3004000C, Vr.DS, offsets)
                .decimal(0x3004000E, Vr.DS, DOSE_SCALING)
                .integer(Tag.NUMBER_OF_FRAMES, DOSE_POINTS);
        facts.axial(builder, CENTRE.x() - half, CENTRE.y() - half, CENTRE.z() - half, DOSE_STEP, DOSE_STEP);
        return Pixels.describe(builder, DOSE_POINTS, DOSE_POINTS, 1, "MONOCHROME2", 16, 16)
                .bytes(Tag.PIXEL_DATA, Vr.OW, words)
                .build();
    }

    private static DataSet structures(StudyFacts facts, int slices, double apart) {
        SeriesFacts series = new SeriesFacts(
                "RTSTRUCT", "1.2.840.10008.5.1.4.1.1.481.3", 5, "Targets", "CHEST", "Wardlight|Phantom plan");
        return facts.header(series, 1)
                .string(0x30060002, Vr.SH, "TARGETS")
                .items(Tag.STRUCTURE_SET_ROI_SEQUENCE, region(facts, 1, "GTV nodule"), region(facts, 2, "PTV 5 mm"))
                .items(
                        0x30060039,
                        contours(facts, 1, NODULE, slices, apart, 255, 64, 64),
                        contours(facts, 2, TARGET, slices, apart, 64, 224, 255))
                .build();
    }

    private static DataSet region(StudyFacts facts, int number, String name) {
        return DataSet.builder()
                .integer(0x30060022, Vr.IS, number)
                .string(0x30060024, Vr.UI, facts.uids().frameOfReference())
                .string(0x30060026, Vr.LO, name)
                .build();
    }

    private static DataSet contours(
            StudyFacts facts, int number, double radius, int slices, double apart, int... color) {
        List<DataSet> contours = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            double height = i * apart - CENTRE.z();
            if (Math.abs(height) < radius) {
                double across = Math.sqrt(radius * radius - height * height);
                contours.add(contour(facts.uids().instance(2, i + 1), across, i * apart));
            }
        }
        return DataSet.builder()
                .integer(0x3006002A, Vr.IS, color)
                .items(0x30060040, contours)
                .integer(0x30060084, Vr.IS, number)
                .build();
    }

    private static DataSet contour(String image, double radius, double z) {
        double[] points = new double[3 * CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            points[3 * i] = round(CENTRE.x() + radius * Math.cos(angle));
            points[3 * i + 1] = round(CENTRE.y() + radius * Math.sin(angle));
            points[3 * i + 2] = round(z);
        }
        return DataSet.builder()
                .items(
                        0x30060016,
                        DataSet.builder()
                                .string(Tag.REFERENCED_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2")
                                .string(Tag.REFERENCED_SOP_INSTANCE_UID, image)
                                .build())
                .string(0x30060042, Vr.CS, "CLOSED_PLANAR")
                .integer(0x30060046, Vr.IS, CORNERS)
                .decimal(0x30060050, Vr.DS, points)
                .build();
    }

    private static double distance(double x, double y, double z) {
        double across = x - CENTRE.x();
        double down = y - CENTRE.y();
        double along = z - CENTRE.z();
        return Math.sqrt(across * across + down * down + along * along);
    }

    private static double round(double millimetres) {
        return Math.round(millimetres * 100) / 100.0;
    }
}
