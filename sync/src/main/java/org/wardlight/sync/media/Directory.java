// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.media;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.media.RecordType.Key;

/**
 * The directory of a medium while it is filled: patients, studies, series, objects (PS3.3 F.4). What an object does not state and a record
 * must, is stood in for by values that nobody takes for true. Text is in UTF-8. One thread.
 */
final class Directory {
    private static final List<Key> STUDY = List.of(
            new Key(Tag.STUDY_DATE, Vr.DA, Key.NO_DATE),
            new Key(Tag.STUDY_TIME, Vr.TM, Key.NO_TIME),
            new Key(Tag.STUDY_DESCRIPTION, Vr.LO, ""),
            new Key(Tag.ACCESSION_NUMBER, Vr.SH, ""));
    private static final List<Key> PATIENT =
            List.of(new Key(Tag.PATIENT_NAME, Vr.PN, ""), new Key(Tag.PATIENT_ID, Vr.LO, "UNKNOWN"));

    private final DirectoryNode root = DirectoryNode.of(DataSet.EMPTY);

    /** @param fileId upper-case letters and digits, at most eight a part (PS3.10 8.2) */
    void add(DicomObject object, List<String> fileId) {
        DataSet data = object.data();
        String who = data.string(Tag.PATIENT_ID).orElse("")
                + '\n'
                + data.string(Tag.ISSUER_OF_PATIENT_ID).orElse("")
                + '\n'
                + data.string(Tag.PATIENT_NAME).orElse("");
        DirectoryNode patient =
                root.child(who, () -> record("PATIENT", data, PATIENT).build());
        String studyUid = data.string(Tag.STUDY_INSTANCE_UID).orElse("");
        DirectoryNode study = patient.child(
                studyUid,
                () -> record("STUDY", data, STUDY)
                        .string(Tag.STUDY_INSTANCE_UID, studyUid)
                        .string(Tag.STUDY_ID, Vr.SH, number(data, Tag.STUDY_ID, patient))
                        .build());
        String seriesUid = data.string(Tag.SERIES_INSTANCE_UID).orElse("");
        DirectoryNode series = study.child(
                seriesUid,
                () -> record("SERIES", data, List.of(new Key(Tag.MODALITY, Vr.CS, "OT")))
                        .string(Tag.SERIES_INSTANCE_UID, seriesUid)
                        .string(Tag.SERIES_NUMBER, Vr.IS, number(data, Tag.SERIES_NUMBER, study))
                        .build());
        series.child(String.join("/", fileId), () -> object(object, fileId, series));
    }

    void write(String uid, OutputStream out) throws IOException {
        DirectoryWriter.write(root, uid, out);
    }

    private static DataSet object(DicomObject object, List<String> fileId, DirectoryNode series) {
        DataSet data = object.data();
        String sopClass = object.sopClassUid().orElse("");
        RecordType type = RecordType.of(sopClass);
        DataSetBuilder record = record(type.word(), data, type.keys())
                .string(Tag.REFERENCED_FILE_ID, Vr.CS, fileId.toArray(String[]::new))
                .string(MediaTag.SOP_CLASS_IN_FILE, Vr.UI, sopClass)
                .string(
                        Tag.REFERENCED_SOP_INSTANCE_UID_IN_FILE,
                        Vr.UI,
                        object.sopInstanceUid().orElse(""))
                .string(MediaTag.TRANSFER_SYNTAX_IN_FILE, Vr.UI, object.syntax().uid())
                .string(Tag.INSTANCE_NUMBER, Vr.IS, number(data, Tag.INSTANCE_NUMBER, series));
        if (type.hasConcept()) {
            record.items(Tag.CONCEPT_NAME_CODE_SEQUENCE, text(data.items(Tag.CONCEPT_NAME_CODE_SEQUENCE)));
        }
        if (type == RecordType.PRESENTATION && data.contains(Tag.REFERENCED_SERIES_SEQUENCE)) {
            record.items(Tag.REFERENCED_SERIES_SEQUENCE, text(data.items(Tag.REFERENCED_SERIES_SEQUENCE)));
        }
        return record.build();
    }

    /** Codes and references, which are text all through: their bytes would be in an object that is closed by the time of writing. */
    private static List<DataSet> text(List<DataSet> items) {
        return items.stream()
                .map(item -> {
                    DataSetBuilder copy = DataSet.builder();
                    for (Element element : item.elements()) {
                        if (element.vr() == Vr.SQ) {
                            copy.items(element.tag(), text(item.items(element.tag())));
                        } else if (element.tag() != Tag.SPECIFIC_CHARACTER_SET) {
                            copy.string(
                                    element.tag(),
                                    element.vr(),
                                    item.strings(element.tag()).toArray(String[]::new));
                        }
                    }
                    return copy.build();
                })
                .toList();
    }

    private static DataSetBuilder record(String type, DataSet data, List<Key> keys) {
        DataSetBuilder record = DataSet.builder()
                .string(Tag.DIRECTORY_RECORD_TYPE, Vr.CS, type)
                .string(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
        keys.forEach(key -> copy(data, key, record));
        return record;
    }

    private static void copy(DataSet data, Key key, DataSetBuilder to) {
        String value = data.string(key.tag()).orElse(key.absent());
        to.string(key.tag(), key.vr(), value.isEmpty() ? new String[0] : new String[] {value});
    }

    /** Its own number, else the next below its parent. */
    private static String number(DataSet data, int tag, DirectoryNode parent) {
        return data.string(tag).orElse(String.valueOf(parent.children().size() + 1));
    }
}
