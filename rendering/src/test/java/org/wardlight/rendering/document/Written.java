// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;

/** Objects that were written and read back. */
final class Written {
    static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    private Written() {}

    static DataSetBuilder header(String sopClass) {
        return DataSet.builder()
                .string(Tag.SOP_CLASS_UID, STORAGE + sopClass)
                .string(Tag.SOP_INSTANCE_UID, "2.25.7")
                .string(Tag.STUDY_INSTANCE_UID, "2.25.5")
                .string(Tag.PATIENT_NAME, "ZZTEST^ALED")
                .string(Tag.PATIENT_ID, "9990000018")
                .string(Tag.CONTENT_DATE, "20261124");
    }

    static DicomObject object(DataSetBuilder data) throws IOException {
        return object(data, Limits.STANDARD);
    }

    static DicomObject object(DataSetBuilder data, Limits limits) throws IOException {
        return object(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, limits);
    }

    static DicomObject object(DataSetBuilder data, TransferSyntax syntax, Limits limits) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(data.build(), syntax, out);
        return DicomReader.read(new MemoryByteSource(out.toByteArray()), limits);
    }

    static String page(DataSetBuilder data) throws IOException {
        return new String(Documents.open(object(data), 1).bytes(), StandardCharsets.UTF_8);
    }
}
