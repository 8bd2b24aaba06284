// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.amend;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Amendments;
import org.wardlight.sync.catalog.Correction;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.PatientName;
import org.wardlight.sync.catalog.Standing;

/**
 * Objects leave under the identity that their study is under. What is stored never changes: a copy of a corrected study carries the
 * right patient and says in its Original Attributes Sequence (PS3.3 C.12.1.1.9) whom the object itself names, when that was changed
 * and that it was a correction. Thread-safe.
 */
public final class OutgoingIdentity {
    private static final int ORIGINAL_ATTRIBUTES_SEQUENCE = 0x04000561;
    private static final int MODIFIED_ATTRIBUTES_SEQUENCE = 0x04000550;
    private static final int ATTRIBUTE_MODIFICATION_DATE_TIME = 0x04000562;
    private static final int MODIFYING_SYSTEM = 0x04000563;
    private static final int SOURCE_OF_PREVIOUS_VALUES = 0x04000564;
    private static final int REASON_FOR_THE_ATTRIBUTE_MODIFICATION = 0x04000565;
    private static final List<Integer> IDENTITY = List.of(
            Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.ISSUER_OF_PATIENT_ID, Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX);
    /** The other numbers of whoever the object names go with that person. */
    private static final List<Integer> ALL_NUMBERS = Stream.concat(
                    IDENTITY.stream(), Stream.of(Tag.OTHER_PATIENT_IDS, Tag.OTHER_PATIENT_IDS_SEQUENCE))
            .toList();

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final Amendments amendments;

    public OutgoingIdentity(Amendments amendments) {
        this.amendments = amendments;
    }

    /** Which copy of an object of this study goes out: another with each correction; empty when it is what is stored. */
    public String version(String study) {
        int corrections = amendments.corrections(study).size();
        return corrections == 0 ? "" : "-c" + corrections;
    }

    /**
     * Opens the file to send for an object: what is stored, unless its study is under another identity than it names.
     *
     * @throws org.wardlight.rendering.RenderingException when the stored file of a corrected study cannot be read
     */
    public ByteSource open(Blobs blobs, LocatedInstance located) throws IOException {
        BlobHash blob = located.instance().blob();
        if (of(located).isEmpty()) {
            return blobs.open(blob);
        }
        try (ByteSource stored = blobs.open(blob)) {
            DicomObject copy = of(located, DicomReader.read(stored, Limits.STANDARD));
            return TemporarySource.of(out -> DicomWriter.write(copy, out));
        }
    }

    /** The object to send: the given one, unless its study is under another identity than it names. */
    public DicomObject of(LocatedInstance located, DicomObject object) {
        Optional<Correction> last = of(located);
        if (last.isEmpty()) {
            return object;
        }
        DataSet data = corrected(object.data(), last.get());
        return new DicomObject(
                object.meta(), data, object.syntax(), object.pixelData(), object.complete(), object.source());
    }

    /** What an object is to be changed by; one that is flagged goes as it is, since nobody said whose it is. */
    private Optional<Correction> of(LocatedInstance located) {
        List<Correction> corrections =
                located.instance().standing() == Standing.SOUND ? amendments.corrections(located.study()) : List.of();
        return corrections.isEmpty() ? Optional.empty() : Optional.of(corrections.get(corrections.size() - 1));
    }

    /** The same of a data set, without regard to pixels. */
    static DataSet corrected(DataSet stored, Correction last) {
        PatientIdentity patient = last.corrected();
        DataSet data = isAscii(patient) ? stored : Utf8.of(stored);
        DataSetBuilder copy = data.toBuilder();
        boolean sameNumber = data.string(Tag.PATIENT_ID).orElse("").equals(patient.id());
        (sameNumber ? IDENTITY : ALL_NUMBERS).forEach(copy::remove);
        put(copy, Tag.PATIENT_NAME, Vr.PN, value(patient.name()));
        put(copy, Tag.PATIENT_ID, Vr.LO, patient.id());
        if (patient.issuer() != null) {
            put(copy, Tag.ISSUER_OF_PATIENT_ID, Vr.LO, patient.issuer());
        }
        String birthDate = patient.birthDate();
        put(copy, Tag.PATIENT_BIRTH_DATE, Vr.DA, birthDate == null ? null : birthDate.replace("-", ""));
        put(copy, Tag.PATIENT_SEX, Vr.CS, patient.sex());
        List<DataSet> changes = new ArrayList<>(data.items(ORIGINAL_ATTRIBUTES_SEQUENCE));
        changes.add(change(data, last, sameNumber ? IDENTITY : ALL_NUMBERS));
        return copy.items(ORIGINAL_ATTRIBUTES_SEQUENCE, changes).build();
    }

    private static DataSet change(DataSet data, Correction last, List<Integer> changed) {
        DataSetBuilder before = DataSet.builder();
        for (int tag : changed) {
            data.element(tag).ifPresent(element -> before.put(Utf8.text(element, data)));
        }
        return DataSet.builder()
                .items(MODIFIED_ATTRIBUTES_SEQUENCE, before.build())
                .string(ATTRIBUTE_MODIFICATION_DATE_TIME, Vr.DT, DATE_TIME.format(last.at()))
                .string(MODIFYING_SYSTEM, Vr.LO, "WARDLIGHT")
                .string(SOURCE_OF_PREVIOUS_VALUES, Vr.LO)
                .string(REASON_FOR_THE_ATTRIBUTE_MODIFICATION, Vr.CS, "CORRECT")
                .build();
    }

    private static void put(DataSetBuilder data, int tag, Vr vr, @Nullable String value) {
        data.string(
                tag,
                vr,
                Optional.ofNullable(value).filter(text -> !text.isEmpty()).stream()
                        .toArray(String[]::new));
    }

    private static String value(PatientName name) {
        return Stream.of(name.alphabetic(), name.ideographic(), name.phonetic())
                .collect(Collectors.joining("="))
                .replaceAll("=+$", "");
    }

    private static boolean isAscii(PatientIdentity patient) {
        String text = value(patient.name()) + patient.id() + (patient.issuer() == null ? "" : patient.issuer());
        return text.chars().allMatch(c -> c < 128);
    }
}
