// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.query;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.SeriesRecord;
import org.wardlight.sync.catalog.StudyFacts;
import org.wardlight.sync.catalog.StudyGlance;
import org.wardlight.sync.catalog.StudySummary;
import org.wardlight.sync.dimse.message.QueryTag;

/** What the catalog knows, as attributes. */
final class Known {
    private Known() {}

    static void patient(PatientIdentity patient, DataSetBuilder row) {
        String name = Stream.of(
                        patient.name().alphabetic(),
                        patient.name().ideographic(),
                        patient.name().phonetic())
                .collect(Collectors.joining("="))
                .replaceAll("=+$", "");
        text(row, Tag.PATIENT_NAME, Vr.PN, name);
        text(row, Tag.PATIENT_ID, Vr.LO, patient.id());
        text(row, Tag.ISSUER_OF_PATIENT_ID, Vr.LO, patient.issuer());
        text(row, Tag.PATIENT_BIRTH_DATE, Vr.DA, compact(patient.birthDate()));
        text(row, Tag.PATIENT_SEX, Vr.CS, patient.sex());
    }

    static void study(StudySummary summary, DataSetBuilder row) {
        StudyFacts study = summary.study();
        text(row, Tag.STUDY_INSTANCE_UID, Vr.UI, study.study());
        text(row, Tag.STUDY_DATE, Vr.DA, compact(study.date()));
        text(row, Tag.STUDY_TIME, Vr.TM, compact(study.time()));
        text(row, Tag.STUDY_DESCRIPTION, Vr.LO, study.description());
        text(row, Tag.ACCESSION_NUMBER, Vr.SH, study.accession());
        row.string(Tag.MODALITIES_IN_STUDY, Vr.CS, summary.modalities().toArray(String[]::new));
        row.string(Tag.NUMBER_OF_STUDY_RELATED_SERIES, Vr.IS, Integer.toString(summary.series()));
        row.string(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES, Vr.IS, Integer.toString(summary.instances()));
    }

    static void series(SeriesRecord record, DataSetBuilder row) {
        text(row, Tag.SERIES_INSTANCE_UID, Vr.UI, record.series().series());
        number(row, Tag.SERIES_NUMBER, record.series().number());
        text(row, Tag.MODALITY, Vr.CS, record.series().modality());
        text(row, Tag.SERIES_DESCRIPTION, Vr.LO, record.series().description());
        text(row, Tag.BODY_PART_EXAMINED, Vr.CS, record.series().bodyPart());
        int count = record.instances().size();
        row.string(QueryTag.NUMBER_OF_SERIES_RELATED_INSTANCES, Vr.IS, Integer.toString(count));
    }

    static void instance(InstanceRecord record, DataSetBuilder row) {
        row.string(Tag.SOP_INSTANCE_UID, Vr.UI, record.instance());
        row.string(Tag.SOP_CLASS_UID, Vr.UI, record.sopClass());
        number(row, Tag.INSTANCE_NUMBER, record.number());
    }

    /** An answer whose counts, where they were asked for, are those of what may be given. */
    static DataSet counted(StudyGlance here, DataSet answer) {
        DataSetBuilder row = answer.toBuilder();
        count(answer, Tag.NUMBER_OF_STUDY_RELATED_SERIES, here.series(), row);
        count(answer, Tag.NUMBER_OF_STUDY_RELATED_INSTANCES, here.instances(), row);
        return row.build();
    }

    private static void count(DataSet answer, int tag, int value, DataSetBuilder row) {
        if (answer.contains(tag)) {
            row.string(tag, Vr.IS, Integer.toString(value));
        }
    }

    private static void number(DataSetBuilder row, int tag, @Nullable Integer value) {
        text(row, tag, Vr.IS, value == null ? null : value.toString());
    }

    private static void text(DataSetBuilder row, int tag, Vr vr, @Nullable String value) {
        row.string(
                tag,
                vr,
                Optional.ofNullable(value).filter(text -> !text.isEmpty()).stream()
                        .toArray(String[]::new));
    }

    /** 2026-11-25 and 16:05 as DICOM writes them. */
    private static @Nullable String compact(@Nullable String value) {
        return value == null ? null : value.replace("-", "").replace(":", "");
    }
}
