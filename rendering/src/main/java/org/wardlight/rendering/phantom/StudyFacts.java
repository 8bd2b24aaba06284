// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

/**
 * What all objects of a fictional study say alike.
 *
 * @param patientName in DICOM's form, with its component groups
 * @param birthDate and date: eight digits
 * @param time six digits
 */
record StudyFacts(
        Uids uids,
        String patientName,
        String patientId,
        String birthDate,
        String sex,
        String date,
        String time,
        String accession,
        String description) {
    private static final int ISSUER_TYPE = 0x00100022;
    private static final int POSITION_REFERENCE = 0x00201040;

    /**
     * What all objects of a series say alike.
     *
     * @param device maker, then model
     */
    record SeriesFacts(
            String modality, String sopClass, int number, String description, String bodyPart, String device) {}

    /** Patient, study, series, equipment and the general part of the image (PS3.3 C.7.1 to C.7.6.1). */
    DataSetBuilder header(SeriesFacts series, int instance) {
        String[] device = series.device().split("\\|", 2);
        return DataSet.builder()
                .string(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .string(Tag.SOP_CLASS_UID, series.sopClass())
                .string(Tag.SOP_INSTANCE_UID, uids.instance(series.number(), instance))
                .string(Tag.STUDY_DATE, date)
                .string(Tag.SERIES_DATE, date)
                .string(Tag.ACQUISITION_DATE, date)
                .string(Tag.CONTENT_DATE, date)
                .string(Tag.STUDY_TIME, time)
                .string(Tag.SERIES_TIME, time)
                .string(Tag.ACQUISITION_TIME, time)
                .string(Tag.CONTENT_TIME, time)
                .string(Tag.ACCESSION_NUMBER, accession)
                .string(Tag.MODALITY, series.modality())
                .string(Tag.MANUFACTURER, device[0])
                .string(Tag.INSTITUTION_NAME, "Ysbyty Enghraifft")
                .string(Tag.REFERRING_PHYSICIAN_NAME, "ZZTEST^Nerys^^Dr")
                .string(Tag.STATION_NAME, "YE" + series.modality() + "01")
                .string(Tag.STUDY_DESCRIPTION, description)
                .string(Tag.SERIES_DESCRIPTION, series.description())
                .string(Tag.MANUFACTURER_MODEL_NAME, device[1])
                .string(Tag.PATIENT_NAME, patientName)
                .string(Tag.PATIENT_ID, patientId)
                .string(Tag.ISSUER_OF_PATIENT_ID, "NHS")
                .string(ISSUER_TYPE, Vr.CS, "TEXT")
                .string(Tag.PATIENT_BIRTH_DATE, birthDate)
                .string(Tag.PATIENT_SEX, sex)
                .string(Tag.BODY_PART_EXAMINED, series.bodyPart())
                .string(Tag.DEVICE_SERIAL_NUMBER, "000001")
                .string(Tag.SOFTWARE_VERSIONS, "phantom 1")
                .string(Tag.PROTOCOL_NAME, series.description())
                .string(Tag.STUDY_INSTANCE_UID, uids.study())
                .string(Tag.SERIES_INSTANCE_UID, uids.series(series.number()))
                .string(Tag.STUDY_ID, accession)
                .integer(Tag.SERIES_NUMBER, series.number())
                .integer(Tag.ACQUISITION_NUMBER, 1)
                .integer(Tag.INSTANCE_NUMBER, instance)
                .string(Tag.BURNED_IN_ANNOTATION, "NO");
    }

    /** The image plane of an axial slice of a patient who lies head first on the back (PS3.3 C.7.6.2). */
    DataSetBuilder axial(DataSetBuilder builder, double left, double top, double z, double pixel, double thickness) {
        return builder.string(Tag.PATIENT_POSITION, "HFS")
                .string(Tag.FRAME_OF_REFERENCE_UID, uids.frameOfReference())
                .string(POSITION_REFERENCE, Vr.LO)
                .decimal(Tag.IMAGE_POSITION_PATIENT, round(left), round(top), round(z))
                .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                .decimal(Tag.PIXEL_SPACING, pixel, pixel)
                .decimal(Tag.SLICE_THICKNESS, thickness)
                .decimal(Tag.SLICE_LOCATION, round(z));
    }

    private static double round(double millimetres) {
        return Math.round(millimetres * 1000) / 1000.0;
    }
}
