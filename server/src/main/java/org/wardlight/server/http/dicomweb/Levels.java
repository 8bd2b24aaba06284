// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.QueryTag;

/** Which attributes belong to a study, which to a series (PS3.3 C.7.1 to C.7.3), and what a search returns unasked (PS3.18 10.6.3.3). */
final class Levels {
    private static final int STUDY_ID = 0x00200010;
    private static final int REQUEST_ATTRIBUTES_SEQUENCE = 0x00400275;

    /** Besides all of group 0010 and of the group of visits, 0038. */
    private static final Set<Integer> STUDY = Set.of(
            0x00080020,
            0x00080030,
            0x00080050,
            0x00080051,
            0x00080061,
            0x00080062,
            0x00080090,
            0x00080096,
            0x00081030,
            0x00081032,
            0x00081048,
            0x00081049,
            0x00081060,
            0x00081062,
            0x00081080,
            0x00081084,
            QueryTag.TIMEZONE_OFFSET,
            0x0020000D,
            STUDY_ID,
            0x00201206,
            0x00201208,
            0x00321032,
            0x00321060,
            0x00321064);

    private static final Set<Integer> SERIES = Set.of(
            0x00080021,
            0x00080031,
            0x00080060,
            0x00080068,
            0x00080070,
            0x00080080,
            0x00080081,
            0x0008103E,
            0x0008103F,
            0x00081010,
            0x00081040,
            0x00081050,
            0x00081052,
            0x00081070,
            0x00081072,
            0x00081090,
            0x00081250,
            0x00180015,
            0x00181000,
            0x00181020,
            0x00181030,
            0x00185100,
            0x0020000E,
            0x00200011,
            0x00200052,
            0x00200060,
            0x00201209,
            0x00400244,
            0x00400245,
            0x00400253,
            0x00400254,
            0x00400260,
            REQUEST_ATTRIBUTES_SEQUENCE);

    private static final List<Integer> STUDY_RETURN = List.of(
            Tag.STUDY_DATE,
            Tag.STUDY_TIME,
            Tag.ACCESSION_NUMBER,
            Tag.MODALITIES_IN_STUDY,
            Tag.REFERRING_PHYSICIAN_NAME,
            Tag.STUDY_DESCRIPTION,
            Tag.PATIENT_NAME,
            Tag.PATIENT_ID,
            Tag.ISSUER_OF_PATIENT_ID,
            Tag.PATIENT_BIRTH_DATE,
            Tag.PATIENT_SEX,
            Tag.STUDY_INSTANCE_UID,
            STUDY_ID,
            Tag.NUMBER_OF_STUDY_RELATED_SERIES,
            Tag.NUMBER_OF_STUDY_RELATED_INSTANCES);

    private static final List<Integer> SERIES_RETURN = List.of(
            Tag.MODALITY,
            Tag.SERIES_DESCRIPTION,
            Tag.SERIES_INSTANCE_UID,
            Tag.SERIES_NUMBER,
            QueryTag.NUMBER_OF_SERIES_RELATED_INSTANCES,
            0x00400244,
            0x00400245,
            REQUEST_ATTRIBUTES_SEQUENCE);

    private static final List<Integer> INSTANCE_RETURN = List.of(
            Tag.SOP_CLASS_UID,
            Tag.SOP_INSTANCE_UID,
            Tag.INSTANCE_NUMBER,
            Tag.ROWS,
            Tag.COLUMNS,
            Tag.BITS_ALLOCATED,
            Tag.NUMBER_OF_FRAMES);

    private Levels() {}

    /** Whether an attribute is the same for all of what a row of that level stands for. */
    static boolean holds(Level level, int tag) {
        int group = tag >>> 16;
        boolean study = group == 0x0010 || group == 0x0038 || STUDY.contains(tag);
        return level == Level.IMAGE || study || (level == Level.SERIES && SERIES.contains(tag));
    }

    /** What comes unasked: of the levels that the address does not name yet as well. */
    static List<Integer> returned(Level level, boolean studyNamed, boolean seriesNamed) {
        List<Integer> tags = new ArrayList<>(List.of(Tag.STUDY_INSTANCE_UID, QueryTag.TIMEZONE_OFFSET));
        if (!studyNamed) {
            tags.addAll(STUDY_RETURN);
        }
        if (level != Level.STUDY && !seriesNamed) {
            tags.addAll(SERIES_RETURN);
        }
        if (level == Level.IMAGE) {
            tags.add(Tag.SERIES_INSTANCE_UID);
            tags.addAll(INSTANCE_RETURN);
        }
        return tags;
    }

    /** All that the level's own modules have; at the level of instances their whole headers come instead. */
    static List<Integer> all(Level level) {
        List<Integer> tags = new ArrayList<>(STUDY);
        tags.addAll(List.of(0x00101010, 0x00101020, 0x00101030, 0x00102160, 0x00104000, 0x001021B0, 0x00102180));
        if (level != Level.STUDY) {
            tags.addAll(SERIES);
        }
        tags.remove((Integer) QueryTag.SOP_CLASSES_IN_STUDY);
        return tags;
    }
}
