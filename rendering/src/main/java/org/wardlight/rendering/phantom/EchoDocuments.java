// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.StudyFacts.SeriesFacts;

/** What lies beside the echocardiogram: a resting ECG and the report (PS3.3 A.34.3, A.35.3). Both are as fictional as the patient. */
final class EchoDocuments {
    private static final SeriesFacts ECG =
            new SeriesFacts("ECG", "1.2.840.10008.5.1.4.1.1.9.1.1", 2, "Resting ECG", "HEART", "Wardlight|Phantom ECG");
    private static final SeriesFacts REPORT = new SeriesFacts(
            "SR", "1.2.840.10008.5.1.4.1.1.88.33", 3, "Echo report", "HEART", "Wardlight|Phantom Report");
    private static final DataSet TITLE = ReportWriting.code("59282-4", "LN", "Echocardiography report");
    private static final String ECHO_CLASS = "1.2.840.10008.5.1.4.1.1.3.1";
    private static final int SAMPLES_A_SECOND = 250;

    private EchoDocuments() {}

    static DataSet ecg(StudyFacts facts) {
        DataSet rate = annotation("8867-4", "LN", "Heart rate", "75", "/min");
        DataSet interval = annotation("8634-8", "LN", "QT interval", "372", "ms");
        return EcgWriting.object(facts.header(ECG, 1), EcgWriting.resting(SAMPLES_A_SECOND, 10))
                .items(0x0040B020, rate, interval)
                .build();
    }

    static DataSet report(StudyFacts facts) {
        DataSetBuilder header = facts.header(REPORT, 1)
                .string(0x0040A491, Vr.CS, "COMPLETE")
                .string(0x0040A493, Vr.CS, "VERIFIED")
                .items(0x0040A073, observer());
        DataSet percent = ReportWriting.code("%", "UCUM", "percent");
        DataSet millimetres = ReportWriting.code("mm", "UCUM", "millimeter");
        return ReportWriting.container(
                        header,
                        TITLE,
                        ReportWriting.section(
                                "Left ventricle",
                                ReportWriting.number("Ejection fraction", "58", percent),
                                ReportWriting.number("Internal diameter, diastole", "49", millimetres)),
                        ReportWriting.section(
                                "Mitral valve",
                                ReportWriting.coded("CONTAINS", "Regurgitation", "Mild to moderate"),
                                ReportWriting.text(
                                        "CONTAINS",
                                        "Finding",
                                        "Central jet into the left atrium in systole; leaflets thin, without prolapse.",
                                        ReportWriting.image(
                                                "INFERRED FROM",
                                                ECHO_CLASS,
                                                facts.uids().instance(1, 1)))),
                        ReportWriting.section(
                                "Conclusion",
                                ReportWriting.text(
                                        "CONTAINS",
                                        "Impression",
                                        "Good function of the left ventricle. Mild to moderate leak of the mitral valve. Fictional.")))
                .build();
    }

    private static DataSet observer() {
        return DataSet.builder()
                .string(0x0040A027, Vr.LO, "Ysbyty Enghraifft")
                .string(0x0040A030, Vr.DT, "20261124114500")
                .string(0x0040A075, Vr.PN, "ZZTEST^Nerys^^Dr")
                .build();
    }

    private static DataSet annotation(String code, String scheme, String meaning, String value, String unit) {
        return DataSet.builder()
                .items(0x004008EA, ReportWriting.code(unit, "UCUM", unit))
                .items(Tag.CONCEPT_NAME_CODE_SEQUENCE, ReportWriting.code(code, scheme, meaning))
                .integer(0x0040A0B0, 1, 0)
                .string(0x0040A30A, Vr.DS, value)
                .build();
    }
}
