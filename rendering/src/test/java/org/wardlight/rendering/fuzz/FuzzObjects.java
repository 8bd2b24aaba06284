// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;

/** Objects without a picture of their own: presentation state, report, waveform. */
final class FuzzObjects {
    private FuzzObjects() {}

    static List<FuzzSeed> all() {
        List<FuzzSeed> seeds = new ArrayList<>();
        for (TransferSyntax syntax :
                List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN)) {
            seeds.add(FuzzSeeds.seed("presentation", syntax, presentation()));
            seeds.add(FuzzSeeds.seed("report", syntax, report()));
            seeds.add(FuzzSeeds.seed("waveform", syntax, waveform()));
        }
        return seeds;
    }

    private static DataSetBuilder header(String sopClass) {
        return DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1." + sopClass)
                .string(Tag.SOP_INSTANCE_UID, "2.25.7");
    }

    private static DataSetBuilder presentation() {
        DataSet line = DataSet.builder()
                .string(Tag.GRAPHIC_ANNOTATION_UNITS, "PIXEL")
                .string(Tag.GRAPHIC_TYPE, "POLYLINE")
                .decimal(Tag.GRAPHIC_DATA, 1, 1, 10.5, 20)
                .build();
        DataSet text = DataSet.builder()
                .string(Tag.UNFORMATTED_TEXT_VALUE, "Läsion 病変")
                .string(Tag.ANCHOR_POINT_ANNOTATION_UNITS, "PIXEL")
                .decimal(Tag.ANCHOR_POINT, 5, 6)
                .build();
        DataSet image = DataSet.builder()
                .string(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.1")
                .string(Tag.REFERENCED_FRAME_NUMBER, "1", "2")
                .build();
        return header("11.1")
                .string(Tag.PRESENTATION_LUT_SHAPE, "INVERSE")
                .integer(Tag.IMAGE_ROTATION, 90)
                .items(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder()
                                .items(Tag.REFERENCED_IMAGE_SEQUENCE, image)
                                .build())
                .items(
                        Tag.GRAPHIC_ANNOTATION_SEQUENCE,
                        DataSet.builder()
                                .items(Tag.GRAPHIC_OBJECT_SEQUENCE, line)
                                .items(Tag.TEXT_OBJECT_SEQUENCE, text)
                                .build());
    }

    private static DataSetBuilder report() {
        DataSet name = DataSet.builder().string(Tag.CODE_MEANING, "Finding").build();
        DataSet leaf = DataSet.builder()
                .string(0x0040A010, Vr.CS, "CONTAINS")
                .string(0x0040A040, Vr.CS, "TEXT")
                .string(Tag.TEXT_VALUE, "Nothing to see")
                .items(Tag.CONCEPT_NAME_CODE_SEQUENCE, name)
                .build();
        DataSet section = leaf.toBuilder()
                .string(0x0040A040, Vr.CS, "CONTAINER")
                .items(Tag.CONTENT_SEQUENCE, leaf, leaf)
                .build();
        return header("88.33")
                .string(0x0040A040, Vr.CS, "CONTAINER")
                .items(Tag.CONCEPT_NAME_CODE_SEQUENCE, name)
                .items(Tag.CONTENT_SEQUENCE, section, leaf);
    }

    private static DataSetBuilder waveform() {
        DataSet channel = DataSet.builder()
                .decimal(0x003A0210, Vr.DS, 1.25)
                .integer(0x003A021A, Vr.US, 16)
                .build();
        DataSet group = DataSet.builder()
                .integer(0x003A0005, Vr.US, 2)
                .integer(0x003A0010, Vr.UL, 100)
                .decimal(0x003A001A, Vr.DS, 500)
                .items(0x003A0200, channel, channel)
                .integer(0x54001004, Vr.US, 16)
                .string(0x54001006, Vr.CS, "SS")
                .bytes(0x54001010, Vr.OW, new byte[400])
                .build();
        return header("9.1.1").items(0x54000100, group);
    }
}
