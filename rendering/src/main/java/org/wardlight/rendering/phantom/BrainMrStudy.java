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

/** An MR of the brain in three series (MR Image IOD, PS3.3 A.4). */
final class BrainMrStudy {
    static final int SLICES = 24;
    private static final double BOTTOM = -58;
    private static final double HEIGHT = 132;
    private static final int SCANNING_SEQUENCE = 0x00180020;
    private static final int SEQUENCE_VARIANT = 0x00180021;
    private static final int ACQUISITION_TYPE = 0x00180023;
    private static final int INVERSION_TIME = 0x00180082;
    private static final int FIELD_STRENGTH = 0x00180087;
    private static final int ECHO_TRAIN = 0x00180091;
    private static final int FLIP_ANGLE = 0x00181314;

    /** What sets a series apart; an inversion time of nought is none. */
    private record Sequence(
            int number,
            String description,
            MrContrast contrast,
            String kind,
            double repetition,
            double echo,
            double inversion,
            int train,
            double centre,
            double width) {}

    private static final List<Sequence> SEQUENCES = List.of(
            new Sequence(1, "Ax T1 SE", MrContrast.T1, "SE", 560, 12, 0, 1, 480, 960),
            new Sequence(2, "Ax T2 TSE", MrContrast.T2, "SE", 4200, 98, 0, 15, 700, 1300),
            new Sequence(3, "Ax T2 FLAIR", MrContrast.FLAIR, "IR", 9000, 110, 2500, 19, 420, 840));

    private BrainMrStudy() {}

    static DemoStudy study(int slices) {
        StudyFacts facts = new StudyFacts(
                Uids.of("mr-brain"),
                "Wang^XiaoDong=王^小东",
                NhsNumber.of("999000034"),
                "19811103",
                "M",
                "20261122",
                "111954",
                "RXX0012287",
                "MRI Head");
        Lazy<BrainMr> scanner = new Lazy<>(() -> new BrainMr(14));
        List<DemoObject> objects = new ArrayList<>();
        for (Sequence sequence : SEQUENCES) {
            for (int i = 0; i < slices; i++) {
                int index = i;
                objects.add(new DemoObject(
                        "MR%d-%04d.dcm".formatted(sequence.number, i + 1),
                        TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                        () -> slice(facts, sequence, scanner.get(), index, HEIGHT / slices)));
            }
        }
        return new DemoStudy(
                "mr-brain", "MR of the brain in T1, T2 and FLAIR: small lesions of the white matter", objects);
    }

    private static DataSet slice(StudyFacts facts, Sequence sequence, BrainMr scanner, int index, double apart) {
        double z = BOTTOM + index * apart;
        SeriesFacts series = new SeriesFacts(
                "MR",
                "1.2.840.10008.5.1.4.1.1.4",
                sequence.number,
                sequence.description,
                "HEAD",
                "Wardlight|Phantom MR");
        DataSetBuilder builder = facts.header(series, index + 1)
                .string(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M", sequence.kind)
                .string(SCANNING_SEQUENCE, Vr.CS, sequence.kind)
                .string(SEQUENCE_VARIANT, Vr.CS, "SK")
                .string(Tag.SCAN_OPTIONS)
                .string(ACQUISITION_TYPE, Vr.CS, "2D")
                .decimal(Tag.REPETITION_TIME, sequence.repetition)
                .decimal(Tag.ECHO_TIME, sequence.echo)
                .integer(ECHO_TRAIN, Vr.IS, sequence.train)
                .decimal(FIELD_STRENGTH, Vr.DS, 1.5)
                .decimal(FLIP_ANGLE, Vr.DS, 90)
                .decimal(Tag.SPACING_BETWEEN_SLICES, apart)
                .decimal(Tag.WINDOW_CENTER, sequence.centre)
                .decimal(Tag.WINDOW_WIDTH, sequence.width);
        if (sequence.inversion > 0) {
            builder.decimal(INVERSION_TIME, Vr.DS, sequence.inversion);
        }
        facts.axial(builder, BrainMr.LEFT, BrainMr.TOP, z, BrainMr.PIXEL, 5);
        return Pixels.grey(builder, BrainMr.SIZE, BrainMr.SIZE, 12, "MONOCHROME2", scanner.slice(z, sequence.contrast))
                .build();
    }
}
