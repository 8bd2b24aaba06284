// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Small objects for tests, made by the writer. */
final class DicomFixtures {
    private DicomFixtures() {}

    /** A 16-bit image of two frames of 2 x 3 pixels whose values count up from 2. */
    static DataSetBuilder image() {
        byte[] pixels = new byte[24];
        for (int i = 0; i < 12; i++) {
            pixels[2 * i] = (byte) (i + 2);
        }
        return DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7.3")
                .string(Tag.SOP_INSTANCE_UID, "2.25.123")
                .string(Tag.MODALITY, "OT")
                .string(Tag.PATIENT_NAME, "ZZTEST^ADA")
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .string(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.NUMBER_OF_FRAMES, 2)
                .integer(Tag.ROWS, 2)
                .integer(Tag.COLUMNS, 3)
                .integer(Tag.BITS_ALLOCATED, 16)
                .integer(Tag.BITS_STORED, 12)
                .integer(Tag.HIGH_BIT, 11)
                .integer(Tag.PIXEL_REPRESENTATION, 1)
                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels);
    }

    /** The image with one value of each sort around it. */
    static DataSetBuilder rich() {
        DataSet inner = DataSet.builder().string(Tag.CODE_MEANING, "Größe").build();
        return image().string(Tag.PATIENT_NAME, "Ærø^Åse=王^小东=おう")
                .integer(Tag.PIXEL_PADDING_VALUE, -2000)
                .decimal(Tag.PIXEL_SPACING, 0.1, 1.0 / 3)
                .decimal(0x00189098, 1.5, -2.25)
                .integer(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME)
                .string(0x00091010, Vr.LO, "private")
                .string(0x00090010, Vr.LO, "WARDLIGHT TEST")
                .bytes(0x00091011, Vr.UN, new byte[] {1, 2, 3, 4})
                .items(
                        Tag.REFERENCED_IMAGE_SEQUENCE,
                        DataSet.builder()
                                .string(Tag.REFERENCED_SOP_INSTANCE_UID, "1.2.3")
                                .items(Tag.CONCEPT_NAME_CODE_SEQUENCE, inner, DataSet.EMPTY)
                                .build(),
                        DataSet.EMPTY);
    }

    static void assertRich(DicomObject object) {
        DataSet data = object.data();
        assertThat(object.complete()).isTrue();
        assertThat(data.personName(Tag.PATIENT_NAME)).contains(new PersonName("Ærø^Åse", "王^小东", "おう"));
        assertThat(data.integer(Tag.PIXEL_PADDING_VALUE)).hasValue(-2000);
        assertThat(data.decimals(Tag.PIXEL_SPACING)).containsExactly(0.1, 0.33333333333333);
        assertThat(data.decimals(0x00189098)).containsExactly(1.5, -2.25);
        assertThat(data.integer(Tag.FRAME_INCREMENT_POINTER)).hasValue(Tag.FRAME_TIME);
        assertThat(data.string(0x00091010)).contains("private");
        assertThat(data.bytes(0x00091011)).contains(new byte[] {1, 2, 3, 4});
        assertThat(data.items(Tag.REFERENCED_IMAGE_SEQUENCE)).hasSize(2);
        DataSet item = data.item(Tag.REFERENCED_IMAGE_SEQUENCE).orElseThrow();
        assertThat(item.string(Tag.REFERENCED_SOP_INSTANCE_UID)).contains("1.2.3");
        assertThat(item.items(Tag.CONCEPT_NAME_CODE_SEQUENCE).get(0).string(Tag.CODE_MEANING))
                .contains("Größe");
    }

    static byte[] write(DataSet data, TransferSyntax syntax) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DicomWriter.write(data, syntax, bytes);
        return bytes.toByteArray();
    }

    /** As {@link #write}, for lambdas. */
    static byte[] written(DataSet data, TransferSyntax syntax) {
        try {
            return write(data, syntax);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static DicomObject read(byte[] bytes) throws IOException {
        return DicomReader.read(new MemoryByteSource(bytes), Limits.STANDARD);
    }

    /** One frame, from 0, as the shape in the header has it. */
    static byte[] frame(DicomObject object, int index) throws IOException {
        FrameShape shape = FrameShape.of(object.data());
        return object.pixelData().orElseThrow().frame(object.source(), index, shape, Limits.STANDARD);
    }

    /** The data set's bytes without preamble and meta group. */
    static byte[] bare(byte[] file) throws IOException {
        SourceCursor in = new SourceCursor(new MemoryByteSource(file));
        in.seek(132);
        new DataSetParser(in, Limits.STANDARD, null).parseMeta(false);
        return Arrays.copyOfRange(file, (int) in.position(), file.length);
    }
}
