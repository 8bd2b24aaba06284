// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.sync.TestStudy;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.Correction;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.PatientName;

class OutgoingIdentityTest {
    private static final int ORIGINAL_ATTRIBUTES_SEQUENCE = 0x04000561;
    private static final int MODIFIED_ATTRIBUTES_SEQUENCE = 0x04000550;
    private static final Instant AT = Instant.parse("2026-11-25T07:10:00Z");

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final MemoryCatalog catalog = new MemoryCatalog(Clock.fixed(AT, ZoneOffset.UTC));
    private final OutgoingIdentity outgoing = new OutgoingIdentity(catalog.amendments());
    private final DataSet stored = TestStudy.slice(1, 16)
            .string(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
            .string(Tag.STUDY_DESCRIPTION, "Schädel")
            .string(Tag.OTHER_PATIENT_IDS, "OLD1")
            .build();

    @BeforeEach
    void fill() throws IOException {
        TestStudy.store(blobs, catalog, stored);
    }

    private void correct(String name, String id) {
        catalog.amendments()
                .correct(
                        TestStudy.STUDY,
                        Correction.Scope.STUDY,
                        new PatientIdentity(PatientName.parse(name), id, "NHS", "1961-05-06", "F"),
                        "Amy Adams",
                        "wrong patient");
    }

    private LocatedInstance located() {
        return catalog.instance(TestStudy.SERIES + ".1").orElseThrow();
    }

    /** The copy of the stored object as it arrives elsewhere. */
    private DicomObject sent() throws IOException {
        DicomObject object = DicomReader.read(new MemoryByteSource(TestStudy.write(stored)), Limits.STANDARD);
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        DicomWriter.write(outgoing.of(located(), object), wire);
        return DicomReader.read(new MemoryByteSource(wire.toByteArray()), Limits.STANDARD);
    }

    @Test
    void an_object_of_a_study_that_nobody_corrected_goes_as_it_is() throws IOException {
        DicomObject object = DicomReader.read(new MemoryByteSource(TestStudy.write(stored)), Limits.STANDARD);
        assertThat(outgoing.version(TestStudy.STUDY)).isEmpty();
        assertThat(outgoing.of(located(), object)).isSameAs(object);
    }

    @Test
    void a_copy_names_the_right_patient_and_says_whom_the_object_named() throws IOException {
        correct("ZZTEST^Bea", "9990000026");
        DataSet copy = sent().data();
        assertThat(copy.string(Tag.PATIENT_NAME)).contains("ZZTEST^Bea");
        assertThat(copy.string(Tag.PATIENT_ID)).contains("9990000026");
        assertThat(copy.string(Tag.ISSUER_OF_PATIENT_ID)).contains("NHS");
        assertThat(copy.string(Tag.PATIENT_BIRTH_DATE)).contains("19610506");
        assertThat(copy.string(Tag.PATIENT_SEX)).contains("F");
        assertThat(copy.contains(Tag.OTHER_PATIENT_IDS)).isFalse();
        DataSet change = copy.item(ORIGINAL_ATTRIBUTES_SEQUENCE).orElseThrow();
        assertThat(change.string(0x04000562)).contains("20261125071000");
        assertThat(change.string(0x04000563)).contains("WARDLIGHT");
        assertThat(change.string(0x04000565)).contains("CORRECT");
        DataSet before = change.item(MODIFIED_ATTRIBUTES_SEQUENCE).orElseThrow();
        assertThat(before.string(Tag.PATIENT_NAME)).contains("Zztest^Aled^^Mr");
        assertThat(before.string(Tag.PATIENT_ID)).contains("9990000018");
        assertThat(before.string(Tag.OTHER_PATIENT_IDS)).contains("OLD1");
    }

    @Test
    void the_file_that_is_sent_is_the_stored_one_until_somebody_corrects_its_study() throws IOException {
        byte[] plain = TestStudy.write(stored);
        try (ByteSource file = outgoing.open(blobs, located())) {
            byte[] read = new byte[(int) file.size()];
            file.read(0, read, 0, read.length);
            assertThat(read).isEqualTo(plain);
        }
        correct("ZZTEST^Bea", "9990000026");
        assertThat(outgoing.version(TestStudy.STUDY)).isEqualTo("-c1");
        try (ByteSource file = outgoing.open(blobs, located())) {
            assertThat(DicomReader.read(file, Limits.STANDARD).data().string(Tag.PATIENT_ID))
                    .contains("9990000026");
        }
        try (ByteSource file = blobs.open(located().instance().blob())) {
            assertThat(file.size()).isEqualTo(plain.length);
        }
    }

    @Test
    void everything_else_of_it_is_as_stored_pixels_included() throws IOException {
        correct("ZZTEST^Bea", "9990000026");
        DicomObject copy = sent();
        DicomObject original = DicomReader.read(new MemoryByteSource(TestStudy.write(stored)), Limits.STANDARD);
        assertThat(Frames.decode(copy, copy.source(), 1, Limits.STANDARD).bytes())
                .isEqualTo(Frames.decode(original, original.source(), 1, Limits.STANDARD)
                        .bytes());
        assertThat(copy.data().string(Tag.SOP_INSTANCE_UID)).contains(TestStudy.SERIES + ".1");
        assertThat(copy.data().string(Tag.STUDY_DESCRIPTION)).contains("Schädel");
        assertThat(copy.data().string(Tag.SPECIFIC_CHARACTER_SET)).contains("ISO_IR 100");
    }

    @Test
    void a_name_that_the_objects_characters_cannot_write_makes_it_utf_8() throws IOException {
        correct("Yamada^Tarou=山田^太郎", "9990000026");
        DataSet copy = sent().data();
        assertThat(copy.string(Tag.SPECIFIC_CHARACTER_SET)).contains("ISO_IR 192");
        assertThat(copy.string(Tag.PATIENT_NAME)).contains("Yamada^Tarou=山田^太郎");
        assertThat(copy.string(Tag.STUDY_DESCRIPTION)).contains("Schädel");
        assertThat(copy.element(Tag.PATIENT_NAME).orElseThrow().vr()).isEqualTo(Vr.PN);
    }
}
