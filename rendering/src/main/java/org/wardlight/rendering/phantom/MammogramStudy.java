// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.StudyFacts.SeriesFacts;

/** Both breasts in the oblique view (Digital Mammography X-Ray Image IOD, PS3.3 A.27). */
final class MammogramStudy {
    private static final SeriesFacts SERIES = new SeriesFacts(
            "MG", "1.2.840.10008.5.1.4.1.1.1.2", 1, "Screening MLO", "BREAST", "Wardlight|Phantom Mammo");
    private static final DataSet BREAST = Pixels.code("76752008", "SCT", "Breast");
    private static final DataSet OBLIQUE = Pixels.code("399368009", "SCT", "medio-lateral oblique");
    private static final int POSITIONER = 0x00181508;
    private static final int ORGAN_EXPOSED = 0x00400318;
    private static final int IMPLANT = 0x00281300;

    private MammogramStudy() {}

    static DemoStudy study() {
        StudyFacts facts = new StudyFacts(
                Uids.of("mg-pair"),
                "ZZTEST^Mairwen^^Mrs",
                NhsNumber.of("999000041"),
                "19630917",
                "F",
                "20261120",
                "094512",
                "RXX0012203",
                "Mammogram both");
        return new DemoStudy(
                "mg-pair",
                "Mammogram of both breasts, oblique: a cluster of calcifications on the right",
                List.of(film(facts, 1, true), film(facts, 2, false)));
    }

    private static DemoObject film(StudyFacts facts, int instance, boolean right) {
        return new DemoObject(
                "MG%04d.dcm".formatted(instance),
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                () -> dataSet(facts, instance, right));
    }

    private static DataSet dataSet(StudyFacts facts, int instance, boolean right) {
        DataSetBuilder builder = facts.header(SERIES, instance)
                .decimal(Tag.KVP, 29)
                .string(POSITIONER, Vr.CS, "MAMMOGRAPHIC")
                .string(ORGAN_EXPOSED, Vr.CS, "BREAST")
                .string(IMPLANT, Vr.CS, "NO")
                .string(Tag.IMAGE_LATERALITY, right ? "R" : "L")
                .string(Tag.VIEW_POSITION, "MLO")
                .decimal(Tag.WINDOW_CENTER, (Mammogram.LARGEST + 1) / 2.0)
                .decimal(Tag.WINDOW_WIDTH, Mammogram.LARGEST + 1);
        // The chest wall is at the left edge of the left breast and at the right edge of the right one.
        Projection.film(builder, right ? "P" : "A", right ? "FL" : "FR", Mammogram.PIXEL, "MONOCHROME2");
        Projection.view(builder, BREAST, OBLIQUE);
        short[] stored = new Mammogram(right ? 50 : 51, right).picture();
        return Pixels.grey(builder, Mammogram.ROWS, Mammogram.COLUMNS, 12, "MONOCHROME2", stored)
                .build();
    }
}
