// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.PersonName;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.UidForm;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.slide.SlideHeaders;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.NewInstance;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.PatientName;
import org.wardlight.sync.catalog.SeriesFacts;
import org.wardlight.sync.catalog.Standing;
import org.wardlight.sync.catalog.StudyFacts;

/** What the catalog wants to know of an object, from its header. Dates and numbers that are none count as absent. */
final class ObjectFacts {
    private static final int CURRENT_PATIENT_LOCATION = 0x00380300;

    private ObjectFacts() {}

    /** Turns away what is no whole object of a study. */
    static void check(DicomObject object) throws Rejection {
        if (object.isDirectory()) {
            throw new Rejection("a DICOMDIR: an index of other files, no object itself");
        }
        if (!object.complete()) {
            throw new Rejection(
                    "truncated: the file ends before its data does; send it again from where it is whole",
                    lost(object));
        }
        uid(object.data(), Tag.STUDY_INSTANCE_UID, "Study Instance UID");
        uid(object.data(), Tag.SERIES_INSTANCE_UID, "Series Instance UID");
        uid(object.sopInstanceUid(), "SOP Instance UID (0008,0018)");
        uid(object.sopClassUid(), "SOP Class UID (0008,0016)");
    }

    private static Rejection.@Nullable Lost lost(DicomObject object) {
        Optional<String> study = object.data().string(Tag.STUDY_INSTANCE_UID);
        Optional<String> instance = object.sopInstanceUid();
        return study.isPresent() && instance.isPresent() ? new Rejection.Lost(study.get(), instance.get()) : null;
    }

    static NewInstance of(DicomObject object, BlobHash blob, long bytes) throws Rejection, IOException {
        check(object);
        DataSet data = object.data();
        return new NewInstance(patient(data), study(data), series(data), instance(object, blob, bytes));
    }

    private static PatientIdentity patient(DataSet data) {
        PersonName name = data.personName(Tag.PATIENT_NAME).orElse(new PersonName("", "", ""));
        return new PatientIdentity(
                new PatientName(name.alphabetic(), name.ideographic(), name.phonetic()),
                data.string(Tag.PATIENT_ID).orElse(""),
                orNull(data.string(Tag.ISSUER_OF_PATIENT_ID)),
                orNull(data.string(Tag.PATIENT_BIRTH_DATE).flatMap(DicomDates::date)),
                orNull(data.string(Tag.PATIENT_SEX).filter(sex -> sex.matches("[MFO]"))));
    }

    private static StudyFacts study(DataSet data) throws Rejection {
        return new StudyFacts(
                uid(data, Tag.STUDY_INSTANCE_UID, "Study Instance UID"),
                orNull(data.string(Tag.STUDY_DATE).flatMap(DicomDates::date)),
                orNull(data.string(Tag.STUDY_TIME).flatMap(DicomDates::time)),
                data.string(Tag.STUDY_DESCRIPTION).orElse(""),
                orNull(data.string(Tag.ACCESSION_NUMBER)),
                data.string(CURRENT_PATIENT_LOCATION)
                        .filter(text -> !text.isBlank())
                        .or(() -> data.string(Tag.INSTITUTIONAL_DEPARTMENT_NAME))
                        .orElse(""),
                data.personName(Tag.REFERRING_PHYSICIAN_NAME)
                        .map(PersonName::alphabetic)
                        .orElse(""));
    }

    private static SeriesFacts series(DataSet data) throws Rejection {
        return new SeriesFacts(
                uid(data, Tag.SERIES_INSTANCE_UID, "Series Instance UID"),
                orNull(data.integer(Tag.SERIES_NUMBER)),
                data.string(Tag.MODALITY).orElse(""),
                data.string(Tag.SERIES_DESCRIPTION).orElse(""),
                orNull(data.string(Tag.BODY_PART_EXAMINED)));
    }

    private static InstanceRecord instance(DicomObject object, BlobHash blob, long bytes)
            throws Rejection, IOException {
        ImageHeader header = null;
        String noPicture = null;
        try {
            header = SlideHeaders.of(object, object.source(), Limits.STANDARD);
        } catch (RenderingException e) {
            noPicture = e.getMessage() == null ? "no image" : e.getMessage();
        }
        return new InstanceRecord(
                uid(object.sopInstanceUid(), "SOP Instance UID (0008,0018)"),
                uid(object.sopClassUid(), "SOP Class UID (0008,0016)"),
                object.syntax().uid(),
                orNull(object.data().integer(Tag.INSTANCE_NUMBER)),
                blob,
                bytes,
                Standing.SOUND,
                header,
                noPicture);
    }

    private static String uid(DataSet data, int tag, String name) throws Rejection {
        return uid(data.string(tag), name + " " + Tag.format(tag));
    }

    private static String uid(Optional<String> value, String name) throws Rejection {
        if (value.isEmpty()) {
            throw new Rejection("no " + name + ", so it belongs nowhere");
        }
        if (!UidForm.isUid(value.get())) {
            throw new Rejection(name + " is no UID: at most " + UidForm.LONGEST + " digits and points were expected");
        }
        return value.get();
    }

    private static @Nullable String orNull(Optional<String> value) {
        return value.orElse(null);
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
