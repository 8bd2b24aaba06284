// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardlight.rendering.dicom.Value.Fragments;
import org.wardlight.rendering.dicom.Value.Streamed;

class DicomWriterTest {
    @Test
    void the_meta_group_says_its_length_and_who_wrote_it() throws IOException {
        byte[] file = DicomFixtures.write(DicomFixtures.image().build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        DataSet meta = DicomFixtures.read(file).meta();

        int metaLength = file.length - 132 - DicomFixtures.bare(file).length;
        assertThat(meta.integer(Tag.FILE_META_INFORMATION_GROUP_LENGTH)).hasValue(metaLength - 12);
        assertThat(meta.string(Tag.IMPLEMENTATION_CLASS_UID)).contains(DicomWriter.IMPLEMENTATION_CLASS_UID);
        assertThat(meta.string(Tag.MEDIA_STORAGE_SOP_CLASS_UID)).contains("1.2.840.10008.5.1.4.1.1.7.3");
        assertThat(meta.string(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID)).contains("2.25.123");
        assertThat(DicomWriter.IMPLEMENTATION_CLASS_UID).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void every_part_of_a_file_has_an_even_length() throws IOException {
        DataSet data = DicomFixtures.image()
                .string(Tag.PATIENT_ID, "ODD")
                .bytes(0x00291010, Vr.OB, new byte[3])
                .build();
        for (TransferSyntax syntax : TransferSyntax.known().subList(0, 4)) {
            byte[] file = DicomFixtures.write(data, syntax);

            assertThat(file.length % 2).isZero();
            assertThat(DicomFixtures.read(file).data().string(Tag.PATIENT_ID)).contains("ODD");
        }
    }

    @Test
    void the_basic_offset_table_has_the_first_fragment_of_each_frame() throws IOException {
        List<Value.Raw> fragments =
                List.of(new Value.Bytes(new byte[11]), new Value.Bytes(new byte[4]), new Value.Bytes(new byte[6]));
        DataSet data = DicomFixtures.image()
                .put(new Element(Tag.PIXEL_DATA, Vr.OB, new Fragments(fragments, List.of(0, 2))))
                .build();

        DicomObject object = DicomFixtures.read(DicomFixtures.write(data, TransferSyntax.JPEG_BASELINE));

        EncapsulatedPixelData pixels =
                (EncapsulatedPixelData) object.pixelData().orElseThrow();
        assertThat(pixels.basicOffsetTable()).containsExactly(0, 8 + 12 + 8 + 4);
        assertThat(pixels.fragmentLength(0)).isEqualTo(12);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        DicomWriter.write(object, again);
        assertThat(((EncapsulatedPixelData) DicomFixtures.read(again.toByteArray())
                                .pixelData()
                                .orElseThrow())
                        .basicOffsetTable())
                .containsExactly(0, 32);
    }

    static java.util.stream.Stream<TransferSyntax> compressed() {
        return TransferSyntax.known().stream().filter(TransferSyntax::encapsulated);
    }

    @ParameterizedTest
    @MethodSource("compressed")
    void compressed_objects_read_back_and_again(TransferSyntax syntax) throws IOException {
        DataSet data = DicomFixtures.rich()
                .frames(List.of(new byte[] {1, 2}, new byte[] {3, 4}))
                .build();
        DicomObject first = DicomFixtures.read(DicomFixtures.write(data, syntax));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        DicomWriter.write(first, again);
        DicomObject second = DicomFixtures.read(again.toByteArray());

        DicomFixtures.assertRich(second);
        assertThat(second.syntax()).isEqualTo(syntax);
        assertThat(second.data()).isEqualTo(first.data());
        assertThat(DicomFixtures.frame(second, 0)).startsWith(1, 2);
    }

    @Test
    void pixel_data_streams_without_being_held() throws IOException {
        long length = 300L << 20;
        AtomicLong written = new AtomicLong();
        OutputStream counter = new OutputStream() {
            @Override
            public void write(int value) {
                written.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int offset, int count) {
                written.addAndGet(count);
            }
        };
        DataSet data = DicomFixtures.image()
                .put(new Element(Tag.PIXEL_DATA, Vr.OW, new Streamed(length, () -> new Zeros(length))))
                .build();

        DicomWriter.write(data, TransferSyntax.EXPLICIT_BIG_ENDIAN, counter);

        assertThat(written.get()).isBetween(length, length + 2000);
    }

    @Test
    void a_stream_that_ends_early_is_an_error() {
        DataSet data = DicomFixtures.image()
                .put(new Element(Tag.PIXEL_DATA, Vr.OW, new Streamed(10, () -> new ByteArrayInputStream(new byte[8]))))
                .build();

        assertThatThrownBy(() ->
                        DicomWriter.write(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, OutputStream.nullOutputStream()))
                .isInstanceOf(java.io.EOFException.class);
    }

    @Test
    void a_value_too_long_for_its_vr_is_written_as_unknown_and_read_as_what_it_is() throws IOException {
        String text = "x".repeat(70_000);
        DataSet data = DicomFixtures.image().string(Tag.PATIENT_COMMENTS, text).build();

        DataSet read = DicomFixtures.read(DicomFixtures.write(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
                .data();

        assertThat(read.element(Tag.PATIENT_COMMENTS).orElseThrow().vr()).isEqualTo(Vr.LT);
        assertThat(read.string(Tag.PATIENT_COMMENTS)).contains(text);
    }

    @Test
    void pixel_data_that_does_not_fit_the_syntax_is_refused() {
        DataSet plain = DicomFixtures.image().build();

        assertThatThrownBy(() -> DicomWriter.write(plain, TransferSyntax.RLE_LOSSLESS, OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void text_that_its_character_set_lacks_is_refused_without_being_told() {
        DataSet data = DicomFixtures.image()
                .string(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                .string(Tag.PATIENT_NAME, "王^小东")
                .build();

        assertThatThrownBy(() ->
                        DicomWriter.write(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("王");
    }

    /** A stream of zeros of a stated length. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = (int) Math.min(left, length);
            Arrays.fill(target, offset, offset + count, (byte) 0);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
