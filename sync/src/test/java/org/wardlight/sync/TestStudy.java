// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.NewInstance;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.PatientName;
import org.wardlight.sync.catalog.SeriesFacts;
import org.wardlight.sync.catalog.Standing;
import org.wardlight.sync.catalog.StudyFacts;

/** Small studies, written with our own writer, and the shortest way into a store. */
public final class TestStudy {
    public static final String STUDY = "2.25.77";
    public static final String SERIES = "2.25.77.1";

    private TestStudy() {}

    /** An axial CT slice whose pixels depend on its number; half of it is noise, so that it does not compress away. */
    public static DataSetBuilder slice(int number, int edge) {
        return DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2")
                .string(Tag.SOP_INSTANCE_UID, SERIES + "." + number)
                .string(Tag.STUDY_INSTANCE_UID, STUDY)
                .string(Tag.SERIES_INSTANCE_UID, SERIES)
                .string(Tag.STUDY_DATE, "20261124")
                .string(Tag.STUDY_TIME, "160501")
                .string(Tag.STUDY_DESCRIPTION, "CT Thorax")
                .string(Tag.MODALITY, "CT")
                .string(Tag.SERIES_DESCRIPTION, "Thorax 1.0 B30f")
                .string(Tag.PATIENT_NAME, "Zztest^Aled^^Mr")
                .string(Tag.PATIENT_ID, "9990000018")
                .string(Tag.PATIENT_BIRTH_DATE, "19570314")
                .string(Tag.PATIENT_SEX, "M")
                .integer(Tag.SERIES_NUMBER, 2)
                .integer(Tag.INSTANCE_NUMBER, number)
                .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                .decimal(Tag.IMAGE_POSITION_PATIENT, -179.2, -179.2, 0.7 * number)
                .string(Tag.FRAME_OF_REFERENCE_UID, "2.25.77.9")
                .decimal(Tag.PIXEL_SPACING, 0.7, 0.7)
                .decimal(Tag.RESCALE_SLOPE, 1)
                .decimal(Tag.RESCALE_INTERCEPT, -1024)
                .decimal(Tag.WINDOW_CENTER, 40)
                .decimal(Tag.WINDOW_WIDTH, 400)
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .string(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.ROWS, edge)
                .integer(Tag.COLUMNS, edge)
                .integer(Tag.BITS_ALLOCATED, 16)
                .integer(Tag.BITS_STORED, 12)
                .integer(Tag.HIGH_BIT, 11)
                .integer(Tag.PIXEL_REPRESENTATION, 0)
                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels(number, edge));
    }

    public static byte[] write(DataSet data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DicomWriter.write(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    /** Stores a CT of so many slices. */
    public static void ct(Blobs blobs, Catalog catalog, int slices, int edge) throws IOException {
        for (int number = 1; number <= slices; number++) {
            store(blobs, catalog, slice(number, edge).build());
        }
    }

    public static BlobHash store(Blobs blobs, Catalog catalog, DataSet data) throws IOException {
        BlobHash blob = blobs.put(new ByteArrayInputStream(write(data)));
        catalog.store(read(blobs, blob));
        return blob;
    }

    /** Catalogues objects that are stored already. */
    public static void catalogue(Blobs blobs, Catalog catalog, List<BlobHash> originals) throws IOException {
        for (BlobHash blob : originals) {
            catalog.store(read(blobs, blob));
        }
    }

    private static NewInstance read(Blobs blobs, BlobHash blob) throws IOException {
        try (ByteSource source = blobs.open(blob)) {
            DicomObject object = DicomReader.read(source, Limits.STANDARD);
            DataSet data = object.data();
            return new NewInstance(
                    new PatientIdentity(
                            PatientName.parse(data.string(Tag.PATIENT_NAME).orElse("")),
                            data.string(Tag.PATIENT_ID).orElse(""),
                            null,
                            "1957-03-14",
                            "M"),
                    new StudyFacts(data.string(Tag.STUDY_INSTANCE_UID).orElse(""), "2026-11-24", "16:05", "CT", null),
                    new SeriesFacts(
                            data.string(Tag.SERIES_INSTANCE_UID).orElse(""),
                            2,
                            data.string(Tag.MODALITY).orElse(""),
                            "Thorax",
                            null),
                    instance(object, blob, source.size()));
        }
    }

    private static InstanceRecord instance(DicomObject object, BlobHash blob, long bytes) {
        ImageHeader header = null;
        String noPicture = null;
        try {
            header = ImageHeaders.of(object);
        } catch (RenderingException none) {
            noPicture = "no picture";
        }
        var number = object.data().integer(Tag.INSTANCE_NUMBER);
        return new InstanceRecord(
                object.sopInstanceUid().orElse(""),
                object.sopClassUid().orElse(""),
                object.syntax().uid(),
                number.isPresent() ? number.getAsInt() : null,
                blob,
                bytes,
                Standing.SOUND,
                header,
                noPicture);
    }

    private static byte[] pixels(int number, int edge) {
        byte[] noise = new byte[edge * edge];
        new Random(number).nextBytes(noise);
        byte[] pixels = new byte[2 * edge * edge];
        for (int i = 0; i < noise.length; i++) {
            pixels[2 * i] = i % 2 == 0 ? noise[i] : (byte) number;
            pixels[2 * i + 1] = (byte) (i / edge * 8 / edge);
        }
        return pixels;
    }
}
