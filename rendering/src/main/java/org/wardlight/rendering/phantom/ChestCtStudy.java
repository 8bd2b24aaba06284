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

/** A CT of the chest with contrast, from below the diaphragm to above the collar bones (CT Image IOD, PS3.3 A.3). */
final class ChestCtStudy {
    static final double HEIGHT = 300;
    private static final SeriesFacts SERIES =
            new SeriesFacts("CT", "1.2.840.10008.5.1.4.1.1.2", 2, "Thorax 1.0 B30f", "CHEST", "Wardlight|Phantom CT");
    private static final int EXPOSURE_TIME = 0x00181150;
    private static final int GANTRY_TILT = 0x00181120;
    private static final int RECONSTRUCTION_DIAMETER = 0x00181100;

    private ChestCtStudy() {}

    static DemoStudy study(int slices) {
        StudyFacts facts = new StudyFacts(
                Uids.of("ct-chest"),
                "ZZTEST^Aled^^Mr",
                NhsNumber.of("999000001"),
                "19570314",
                "M",
                "20261124",
                "160512",
                "RXX0012345",
                "CT Thorax with contrast");
        Lazy<ChestCt> scanner = new Lazy<>(() -> new ChestCt(4));
        List<DemoObject> objects = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            int index = i;
            objects.add(new DemoObject(
                    "CT%04d.dcm".formatted(i + 1),
                    TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                    () -> slice(facts, scanner.get(), index, HEIGHT / slices)));
        }
        objects.addAll(ChestLayers.of(facts, slices, HEIGHT / slices));
        return new DemoStudy(
                "ct-chest",
                "CT of the chest: a nodule in the right upper lobe with its outline and a plan's dose, a little fluid on the left",
                objects);
    }

    private static DataSet slice(StudyFacts facts, ChestCt scanner, int index, double apart) {
        double z = index * apart;
        DataSetBuilder builder = facts.header(SERIES, index + 1)
                .string(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .string(Tag.CONTRAST_BOLUS_AGENT, "Iohexol 300")
                .string(Tag.SCAN_OPTIONS, "HELICAL MODE")
                .decimal(Tag.KVP, 120)
                .decimal(RECONSTRUCTION_DIAMETER, ChestCt.SIZE * ChestCt.PIXEL)
                .decimal(GANTRY_TILT, 0)
                .integer(EXPOSURE_TIME, 500)
                .integer(Tag.X_RAY_TUBE_CURRENT, 180)
                .string(Tag.CONVOLUTION_KERNEL, "B30f")
                .decimal(Tag.RESCALE_INTERCEPT, ChestCt.INTERCEPT)
                .decimal(Tag.RESCALE_SLOPE, 1)
                .string(Tag.RESCALE_TYPE, Vr.LO, "HU")
                .decimal(Tag.WINDOW_CENTER, 40, -600)
                .decimal(Tag.WINDOW_WIDTH, 400, 1500)
                .string(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "MEDIASTINUM", "LUNG");
        facts.axial(builder, ChestCt.LEFT, ChestCt.TOP, z, ChestCt.PIXEL, apart);
        return Pixels.grey(builder, ChestCt.SIZE, ChestCt.SIZE, 12, "MONOCHROME2", scanner.slice(z))
                .build();
    }
}
