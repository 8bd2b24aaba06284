// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.measure.Measures;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.sync.blob.BlobHash;

/** Rows for tests, each a changed copy of another. */
record Rows(
        String study,
        String series,
        String instance,
        String name,
        String id,
        @Nullable String issuer,
        @Nullable String date,
        @Nullable String time,
        String description,
        String modality,
        int number,
        String content) {
    static Rows ct() {
        return new Rows(
                "1.2.3",
                "1.2.3.1",
                "1.2.3.1.1",
                "ZZTEST^Aled^^Mr",
                "9990000018",
                null,
                "2026-11-24",
                "16:05",
                "CT Thorax",
                "CT",
                1,
                "a");
    }

    Rows study(String uid) {
        return new Rows(
                uid, uid + ".1", uid + ".1.1", name, id, issuer, date, time, description, modality, number, content);
    }

    Rows series(String uid) {
        return new Rows(study, uid, uid + ".1", name, id, issuer, date, time, description, modality, number, content);
    }

    Rows instance(String uid, int instanceNumber) {
        return new Rows(
                study, series, uid, name, id, issuer, date, time, description, modality, instanceNumber, content);
    }

    Rows patient(String newName, String newId, @Nullable String newIssuer) {
        return new Rows(
                study, series, instance, newName, newId, newIssuer, date, time, description, modality, number, content);
    }

    Rows at(@Nullable String newDate, @Nullable String newTime) {
        return new Rows(
                study, series, instance, name, id, issuer, newDate, newTime, description, modality, number, content);
    }

    Rows about(String newDescription, String newModality) {
        return new Rows(
                study, series, instance, name, id, issuer, date, time, newDescription, newModality, number, content);
    }

    Rows holding(String newContent) {
        return new Rows(
                study, series, instance, name, id, issuer, date, time, description, modality, number, newContent);
    }

    BlobHash blob() {
        return BlobHash.hashing((instance + content).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    NewInstance row() {
        return new NewInstance(
                new PatientIdentity(PatientName.parse(name), id, issuer, "1957-03-14", "M"),
                new StudyFacts(study, date, time, description, "RXX0012345"),
                new SeriesFacts(series, number, modality, "Thorax 1.0 B30f", "CHEST"),
                new InstanceRecord(
                        instance,
                        "1.2.840.10008.5.1.4.1.1.2",
                        "1.2.840.10008.1.2.1",
                        number,
                        blob(),
                        1000,
                        Standing.SOUND,
                        header(),
                        null));
    }

    static ImageHeader header() {
        FrameKind kind = new FrameKind(
                512,
                512,
                FrameKind.Format.GREY16,
                12,
                false,
                0,
                false,
                1,
                -1024,
                null,
                "HU",
                List.of(new FrameKind.VoiLut("NORMAL", "00ff00ff00ff00ff")),
                List.of(new FrameKind.Window(40, 400, FrameKind.Function.LINEAR, "MEDIASTINUM")),
                new FrameKind.Padding(0, 0),
                new FrameKind.Spacing(0.7, 0.7, FrameKind.Spacing.Source.PIXEL_SPACING),
                1,
                List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0),
                null,
                "1.2.3.9",
                null,
                null,
                new FrameKind.Lossy(List.of(10.0), List.of("ISO_10918_1")),
                1024,
                1,
                null,
                List.of(),
                List.of(),
                false,
                false,
                Measures.NONE);
        return new ImageHeader(
                List.of(kind),
                List.of(new ImageHeader.Place(0, List.of(-179.2, -179.2, 1.5))),
                java.util.Map.of("00ff00ff00ff00ff", new org.wardlight.rendering.pixel.VoiTable(0, 8, "AAD/AA==")),
                33.3);
    }
}
