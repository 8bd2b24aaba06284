// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.phantom.StudyFacts.SeriesFacts;

/** A chest X-ray in two views and the same patient's of a year before (Digital X-Ray Image IOD, PS3.3 A.26). */
final class ChestFilmStudies {
    private static final SeriesFacts SERIES =
            new SeriesFacts("DX", "1.2.840.10008.5.1.4.1.1.1.1", 1, "Chest", "CHEST", "Wardlight|Phantom DR");
    private static final DataSet CHEST = Pixels.code("51185008", "SCT", "Chest");
    private static final DataSet POSTERO_ANTERIOR = Pixels.code("399348003", "SCT", "postero-anterior");
    private static final DataSet LEFT_LATERAL = Pixels.code("399173006", "SCT", "left lateral");

    private ChestFilmStudies() {}

    static List<DemoStudy> studies() {
        Lazy<ChestShadows> shadows = new Lazy<>(() -> new ChestShadows(9));
        StudyFacts now = facts("cxr", "20261123", "091408", "RXX0012311", "XR Chest PA and lateral");
        StudyFacts before = facts("cxr-prior", "20251119", "143051", "RXX0009874", "XR Chest PA");
        DemoObject front = film(now, shadows, 1, "MONOCHROME2", new ChestFilm.View(false, true, 0, 91));
        DemoObject side = film(now, shadows, 2, "MONOCHROME1", new ChestFilm.View(true, true, 0, 92));
        DemoObject prior = film(before, shadows, 1, "MONOCHROME2", new ChestFilm.View(false, false, 4, 93));
        return List.of(
                new DemoStudy(
                        "xr-chest",
                        "Chest X-ray in two views: consolidation of the right lower zone",
                        List.of(front, side)),
                new DemoStudy("xr-chest-prior", "Last year's chest X-ray of the same patient: clear", List.of(prior)));
    }

    private static StudyFacts facts(String seed, String date, String time, String accession, String description) {
        return new StudyFacts(
                Uids.of(seed),
                "ZZTEST^Siân^^Mrs",
                NhsNumber.of("999000012"),
                "19490802",
                "F",
                date,
                time,
                accession,
                description);
    }

    private static DemoObject film(
            StudyFacts facts, Lazy<ChestShadows> shadows, int instance, String photometric, ChestFilm.View view) {
        return new DemoObject(
                "DX%04d.dcm".formatted(instance),
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                () -> dataSet(facts, shadows.get(), instance, photometric, view));
    }

    private static DataSet dataSet(
            StudyFacts facts, ChestShadows shadows, int instance, String photometric, ChestFilm.View view) {
        DataSetBuilder builder = facts.header(SERIES, instance)
                .decimal(Tag.KVP, 120)
                .decimal(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, ChestFilm.MAGNIFICATION)
                .string(Tag.VIEW_POSITION, view.lateral() ? "LL" : "PA")
                .string(Tag.IMAGE_LATERALITY, "U")
                .decimal(Tag.WINDOW_CENTER, (ChestFilm.LARGEST + 1) / 2.0)
                .decimal(Tag.WINDOW_WIDTH, ChestFilm.LARGEST + 1);
        double onDetector = Math.round(ChestFilm.PIXEL * ChestFilm.MAGNIFICATION * 10_000) / 10_000.0;
        Projection.film(builder, view.lateral() ? "P" : "L", "F", onDetector, photometric);
        Projection.view(builder, CHEST, view.lateral() ? LEFT_LATERAL : POSTERO_ANTERIOR);
        short[] stored = new ChestFilm(shadows).picture(view);
        if (photometric.equals("MONOCHROME1")) {
            for (int i = 0; i < stored.length; i++) {
                stored[i] = (short) (ChestFilm.LARGEST - stored[i]);
            }
        }
        return Pixels.grey(builder, ChestFilm.ROWS, ChestFilm.COLUMNS, 14, photometric, stored)
                .build();
    }
}
