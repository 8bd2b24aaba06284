// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

/** Content items of structured reports (PS3.3 C.17.3). */
public final class ReportWriting {
    private static final int RELATIONSHIP = 0x0040A010;
    private static final int VALUE_TYPE = 0x0040A040;
    private static final int TEXT = 0x0040A160;
    private static final int CONTINUITY = 0x0040A050;

    private ReportWriting() {}

    /** A container with what it holds; the root of a report when it is put into a header. */
    public static DataSetBuilder container(DataSetBuilder builder, DataSet name, DataSet... content) {
        return builder.string(VALUE_TYPE, Vr.CS, "CONTAINER")
                .items(Tag.CONCEPT_NAME_CODE_SEQUENCE, name)
                .string(CONTINUITY, Vr.CS, "SEPARATE")
                .items(Tag.CONTENT_SEQUENCE, content);
    }

    public static DataSet section(String name, DataSet... content) {
        return container(related("CONTAINS"), code("121070", "DCM", name), content)
                .build();
    }

    public static DataSet text(String relationship, String name, String text, DataSet... content) {
        return with(item(relationship, "TEXT", name).string(TEXT, Vr.UT, text), content);
    }

    public static DataSet number(String name, String value, DataSet unit, DataSet... content) {
        DataSet measured = DataSet.builder()
                .string(0x0040A30A, Vr.DS, value)
                .items(0x004008EA, unit)
                .build();
        return with(item("CONTAINS", "NUM", name).items(0x0040A300, measured), content);
    }

    public static DataSet coded(String relationship, String name, String meaning) {
        return item(relationship, "CODE", name)
                .items(0x0040A168, code("1", "99TEST", meaning))
                .build();
    }

    public static DataSet image(String relationship, String sopClass, String instance) {
        DataSet reference = DataSet.builder()
                .string(0x00081150, Vr.UI, sopClass)
                .string(Tag.REFERENCED_SOP_INSTANCE_UID, instance)
                .build();
        return related(relationship)
                .string(VALUE_TYPE, Vr.CS, "IMAGE")
                .items(0x00081199, reference)
                .build();
    }

    /** An item with a name whose value the caller puts in. */
    public static DataSetBuilder item(String relationship, String type, String name) {
        return related(relationship)
                .string(VALUE_TYPE, Vr.CS, type)
                .items(Tag.CONCEPT_NAME_CODE_SEQUENCE, code("1", "99TEST", name));
    }

    public static DataSet code(String value, String scheme, String meaning) {
        return Codes.of(value, scheme, meaning);
    }

    private static DataSetBuilder related(String relationship) {
        return DataSet.builder().string(RELATIONSHIP, Vr.CS, relationship);
    }

    private static DataSet with(DataSetBuilder builder, DataSet... content) {
        return content.length == 0
                ? builder.build()
                : builder.items(Tag.CONTENT_SEQUENCE, content).build();
    }
}
