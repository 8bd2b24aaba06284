// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.dimse.message.QueryTag;

/**
 * What to ask a Modality Worklist (PS3.4 K.6.1.2). Empty matches all.
 *
 * @param stationAeTitle for which device
 * @param date yyyymmdd, or a range {@code from-to}
 * @param modality such as CT
 * @param patientId Patient ID
 */
public record WorklistKeys(String stationAeTitle, String date, String modality, String patientId) {
    /** The keys, with all that is asked to be told. */
    public DataSet toDataSet() {
        DataSet step = text(
                        text(DataSet.builder(), QueryTag.SCHEDULED_STATION_AE_TITLE, Vr.AE, stationAeTitle),
                        Tag.MODALITY,
                        Vr.CS,
                        modality)
                .string(QueryTag.SCHEDULED_PROCEDURE_STEP_START_DATE, Vr.DA, values(date))
                .string(QueryTag.SCHEDULED_PROCEDURE_STEP_START_TIME, Vr.TM)
                .string(QueryTag.SCHEDULED_PERFORMING_PHYSICIAN, Vr.PN)
                .string(QueryTag.SCHEDULED_PROCEDURE_STEP_DESCRIPTION, Vr.LO)
                .string(QueryTag.SCHEDULED_PROCEDURE_STEP_ID, Vr.SH)
                .build();
        return text(DataSet.builder(), Tag.PATIENT_ID, Vr.LO, patientId)
                .string(Tag.ACCESSION_NUMBER, Vr.SH)
                .string(Tag.REFERRING_PHYSICIAN_NAME, Vr.PN)
                .string(Tag.PATIENT_NAME, Vr.PN)
                .string(Tag.ISSUER_OF_PATIENT_ID, Vr.LO)
                .string(Tag.PATIENT_BIRTH_DATE, Vr.DA)
                .string(Tag.PATIENT_SEX, Vr.CS)
                .string(Tag.STUDY_INSTANCE_UID, Vr.UI)
                .string(Tag.REQUESTED_PROCEDURE_DESCRIPTION, Vr.LO)
                .items(QueryTag.SCHEDULED_PROCEDURE_STEP_SEQUENCE, step)
                .string(QueryTag.REQUESTED_PROCEDURE_ID, Vr.SH)
                .build();
    }

    private static DataSetBuilder text(DataSetBuilder keys, int tag, Vr vr, String value) {
        return keys.string(tag, vr, values(value));
    }

    private static String[] values(String value) {
        return value.isEmpty() ? new String[0] : new String[] {value};
    }
}
