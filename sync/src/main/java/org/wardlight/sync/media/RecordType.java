// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.media;

import java.util.List;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

/**
 * The directory record of an object (PS3.3 F.5) with the attributes that it repeats; Instance Number is in all of them. Which type is for
 * which class stands in PS3.3 Table F.4-1.
 */
enum RecordType {
    IMAGE("IMAGE"),
    REPORT(
            "SR DOCUMENT",
            new Key(MediaTag.COMPLETION_FLAG, Vr.CS, "PARTIAL"),
            new Key(MediaTag.VERIFICATION_FLAG, Vr.CS, "UNVERIFIED"),
            Key.DATE,
            Key.TIME),
    KEY_OBJECTS("KEY OBJECT DOC", Key.DATE, Key.TIME),
    PRESENTATION(
            "PRESENTATION",
            new Key(Tag.PRESENTATION_CREATION_DATE, Vr.DA, Key.NO_DATE),
            new Key(Tag.PRESENTATION_CREATION_TIME, Vr.TM, Key.NO_TIME),
            Key.LABEL,
            Key.DESCRIPTION,
            Key.CREATOR),
    WAVEFORM("WAVEFORM", Key.DATE, Key.TIME),
    DOCUMENT(
            "ENCAP DOC",
            Key.DATE,
            Key.TIME,
            new Key(Tag.DOCUMENT_TITLE, Vr.ST, ""),
            new Key(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, Vr.LO, "application/octet-stream")),
    DOSE("RT DOSE", new Key(MediaTag.DOSE_SUMMATION_TYPE, Vr.CS, "PLAN")),
    STRUCTURES(
            "RT STRUCTURE SET",
            new Key(MediaTag.STRUCTURE_SET_LABEL, Vr.SH, Key.NO_LABEL),
            new Key(MediaTag.STRUCTURE_SET_DATE, Vr.DA, ""),
            new Key(MediaTag.STRUCTURE_SET_TIME, Vr.TM, "")),
    PLAN(
            "RT PLAN",
            new Key(MediaTag.RT_PLAN_LABEL, Vr.SH, Key.NO_LABEL),
            new Key(MediaTag.RT_PLAN_DATE, Vr.DA, ""),
            new Key(MediaTag.RT_PLAN_TIME, Vr.TM, "")),
    TREATMENT(
            "RT TREAT RECORD",
            new Key(MediaTag.TREATMENT_DATE, Vr.DA, ""),
            new Key(MediaTag.TREATMENT_TIME, Vr.TM, "")),
    RADIOTHERAPY("RADIOTHERAPY", Key.LABEL, Key.DESCRIPTION, Key.CREATOR),
    RAW("RAW DATA", Key.DATE, Key.TIME),
    REGISTRATION("REGISTRATION", Key.DATE, Key.TIME, Key.LABEL, Key.DESCRIPTION, Key.CREATOR),
    FIDUCIAL("FIDUCIAL", Key.DATE, Key.TIME, Key.LABEL, Key.DESCRIPTION, Key.CREATOR),
    VALUE_MAP("VALUE MAP", Key.DATE, Key.TIME, Key.LABEL, Key.DESCRIPTION, Key.CREATOR),
    SURFACE("SURFACE", Key.DATE, Key.TIME, Key.LABEL, Key.DESCRIPTION, Key.CREATOR),
    SURFACE_SCAN("SURFACE SCAN", Key.DATE, Key.TIME),
    TRACT("TRACT", Key.DATE, Key.TIME, Key.LABEL, Key.DESCRIPTION, Key.CREATOR),
    ASSESSMENT("ASSESSMENT", Key.DATE, Key.TIME, Key.LABEL, Key.DESCRIPTION, Key.CREATOR),
    ANNOTATION("ANNOTATION", Key.DATE, Key.TIME, Key.LABEL, Key.DESCRIPTION, Key.CREATOR),
    MEASUREMENT("MEASUREMENT", Key.DATE, Key.TIME),
    STEREOMETRIC("STEREOMETRIC", Key.LABEL, Key.DESCRIPTION, Key.CREATOR);

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    private final String word;
    private final List<Key> keys;

    RecordType(String word, Key... keys) {
        this.word = word;
        this.keys = List.of(keys);
    }

    /** An attribute, and what stands for it where an object has none; empty where it may be empty. */
    record Key(int tag, Vr vr, String absent) {
        /** Nobody takes these for a date and a time of day that were recorded; dcmmkdir invents the same. */
        static final String NO_DATE = "19000101";

        static final String NO_TIME = "000000";
        static final String NO_LABEL = "UNNAMED";
        static final Key DATE = new Key(Tag.CONTENT_DATE, Vr.DA, NO_DATE);
        static final Key TIME = new Key(Tag.CONTENT_TIME, Vr.TM, NO_TIME);
        static final Key LABEL = new Key(Tag.CONTENT_LABEL, Vr.CS, NO_LABEL);
        static final Key DESCRIPTION = new Key(Tag.CONTENT_DESCRIPTION, Vr.LO, "");
        static final Key CREATOR = new Key(Tag.CONTENT_CREATOR_NAME, Vr.PN, "");
    }

    /** Directory Record Type (0004,1430). */
    String word() {
        return word;
    }

    List<Key> keys() {
        return keys;
    }

    /** Whether the record names the concept that the object is about. */
    boolean hasConcept() {
        return this == REPORT || this == KEY_OBJECTS || this == DOCUMENT;
    }

    /** By SOP Class UID; what is not known has pictures, most likely. */
    static RecordType of(String sopClass) {
        String own = sopClass.startsWith(STORAGE) ? sopClass.substring(STORAGE.length()) : "";
        return switch (own) {
            case "88.59" -> KEY_OBJECTS;
            case "481.2" -> DOSE;
            case "481.3" -> STRUCTURES;
            case "481.5", "481.8" -> PLAN;
            case "481.4", "481.6", "481.7", "481.9" -> TREATMENT;
            case "66" -> RAW;
            case "66.1", "66.3" -> REGISTRATION;
            case "66.2" -> FIDUCIAL;
            case "66.5" -> SURFACE;
            case "66.6" -> TRACT;
            case "67" -> VALUE_MAP;
            case "68.1", "68.2" -> SURFACE_SCAN;
            case "77.1.5.3" -> STEREOMETRIC;
            case "79.1" -> REPORT;
            case "90.1" -> ASSESSMENT;
            case "91.1" -> ANNOTATION;
            case "481.1" -> IMAGE;
            default -> byFamily(own);
        };
    }

    private static RecordType byFamily(String own) {
        int point = own.indexOf('.');
        return switch (point < 0 ? own : own.substring(0, point)) {
            case "9" -> WAVEFORM;
            case "11" -> PRESENTATION;
            case "78" -> MEASUREMENT;
            case "88" -> REPORT;
            case "104" -> DOCUMENT;
            case "481" -> RADIOTHERAPY;
            default -> IMAGE;
        };
    }
}
