// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Frames of uncompressed pixel data by byte range (PS3.5 8.1.1, A.1 to A.3). */
class NativeFramesTest {
    @Test
    void frames_of_odd_length_follow_each_other_without_padding() throws IOException {
        byte[] pixels = new byte[36];
        for (int i = 0; i < 36; i++) {
            pixels[i] = (byte) i;
        }
        for (TransferSyntax syntax : OpeningTest.plainSyntaxes().toList()) {
            for (Vr vr : new Vr[] {Vr.OB, Vr.OW}) {
                DicomObject object = written(shape(3, 3, 8, 4).bytes(Tag.PIXEL_DATA, vr, pixels), syntax);
                assertThat(DicomFixtures.frame(object, 1)).containsExactly(9, 10, 11, 12, 13, 14, 15, 16, 17);
                assertThat(DicomFixtures.frame(object, 3)).containsExactly(27, 28, 29, 30, 31, 32, 33, 34, 35);
            }
        }
    }

    @Test
    void one_bit_frames_straddle_bytes_and_come_aligned() throws IOException {
        int bitsPerFrame = 12 * 13;
        byte[] packed = new byte[(8 * bitsPerFrame + 7) / 8];
        for (int frame = 0; frame < 8; frame++) {
            int bit = frame * bitsPerFrame + frame;
            packed[bit / 8] |= (byte) (1 << bit % 8);
        }
        DicomObject object = written(
                shape(12, 13, 1, 8).bytes(Tag.PIXEL_DATA, Vr.OB, packed), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        for (int frame = 0; frame < 8; frame++) {
            byte[] bits = DicomFixtures.frame(object, frame);
            assertThat(bits).hasSize(20);
            for (int pixel = 0; pixel < bitsPerFrame; pixel++) {
                assertThat(bits[pixel / 8] >> pixel % 8 & 1)
                        .as("frame " + frame + " pixel " + pixel)
                        .isEqualTo(pixel == frame ? 1 : 0);
            }
        }
    }

    @Test
    void big_endian_words_come_in_little_endian() throws IOException {
        DicomObject object = written(DicomFixtures.image(), TransferSyntax.EXPLICIT_BIG_ENDIAN);

        assertThat(DicomFixtures.frame(object, 0)).containsExactly(2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0);
    }

    @Test
    void pixel_data_cut_off_serves_whole_frames_and_says_what_is_missing() throws IOException {
        byte[] file = DicomFixtures.write(DicomFixtures.image().build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        DicomObject object = DicomFixtures.read(Arrays.copyOf(file, file.length - 5));

        assertThat(object.complete()).isFalse();
        assertThat(object.pixelData().orElseThrow().frames(FrameShape.of(object.data())))
                .isEqualTo(1);
        assertThat(DicomFixtures.frame(object, 0)).hasSize(12);
        assertThatThrownBy(() -> DicomFixtures.frame(object, 1))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("frame 2 of 2 needs bytes 12 to 24 of (7FE0,0010), which has 19");
    }

    @Test
    void float_and_double_float_pixel_data_are_found() throws IOException {
        DataSetBuilder floats = shape(1, 2, 32, 1).decimal(Tag.FLOAT_PIXEL_DATA, 1.5, -2.5);
        DataSetBuilder doubles = shape(1, 2, 64, 1).decimal(Tag.DOUBLE_FLOAT_PIXEL_DATA, 1.5, -2.5);
        for (TransferSyntax syntax : OpeningTest.plainSyntaxes().toList()) {
            assertThat(DicomFixtures.frame(written(floats, syntax), 0))
                    .containsExactly(0, 0, 0xC0, 0x3F, 0, 0, 0x20, 0xC0);
            assertThat(DicomFixtures.frame(written(doubles, syntax), 0))
                    .hasSize(16)
                    .endsWith(0x04, 0xC0);
        }
    }

    @Test
    void huge_dimensions_over_little_data_allocate_nothing() throws IOException {
        DicomObject object = written(
                shape(65535, 65535, 16, 1).bytes(Tag.PIXEL_DATA, Vr.OW, new byte[64]),
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

        assertThat(object.pixelData().orElseThrow().frames(FrameShape.of(object.data())))
                .isZero();
        assertThatThrownBy(() -> DicomFixtures.frame(object, 0)).isInstanceOf(LimitExceeded.class);
    }

    @Test
    void a_deflated_frame_is_the_same_from_the_object_and_from_the_file_opened_again() throws IOException {
        byte[] file = DicomFixtures.write(DicomFixtures.image().build(), TransferSyntax.DEFLATED);
        DicomObject object = DicomFixtures.read(file);

        byte[] again = object.pixelData()
                .orElseThrow()
                .frame(new MemoryByteSource(file), 1, FrameShape.of(object.data()), Limits.STANDARD);

        assertThat(again).isEqualTo(DicomFixtures.frame(object, 1)).startsWith(8, 0, 9);
    }

    @Test
    void frames_past_two_and_four_gigabytes_are_read_by_range(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("sparse.dcm");
        int frames = 130; // of 32 MiB: 4.06 GiB
        DataSet data = shape(4096, 4096, 16, frames).build();
        byte[] head = RawBytes.create()
                .bytes(DicomFixtures.write(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
                .explicitLong(Tag.PIXEL_DATA, "OW", 0xFFFF_FFFEL)
                .toBytes();
        long frameBytes = 4096L * 4096 * 2;
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(head);
            mark(file, head.length + 70 * frameBytes, 70);
            mark(file, head.length + 126 * frameBytes, 126);
            file.setLength(head.length + 0xFFFF_FFFEL);
        }
        try (ByteSource source = FileByteSource.open(path)) {
            DicomObject object = DicomReader.read(source, Limits.STANDARD);

            assertThat(object.complete()).isTrue();
            assertThat(DicomFixtures.frame(object, 70)).startsWith(70);
            assertThat(DicomFixtures.frame(object, 126)).startsWith(126);
            assertThatThrownBy(() -> DicomFixtures.frame(object, 128)).isInstanceOf(MalformedDicom.class);
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void fragments_past_four_gigabytes_are_read_by_range(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("sparse.dcm");
        byte[] head = RawBytes.create()
                .bytes(DicomFixtures.write(shape(2, 2, 8, 3).build(), TransferSyntax.RLE_LOSSLESS))
                .explicitLong(Tag.PIXEL_DATA, "OB", 0xFFFF_FFFFL)
                .implicit(Tag.ITEM, 0)
                .toBytes();
        long large = 2_300_000_000L;
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(head);
            file.write(RawBytes.create().implicit(Tag.ITEM, large).toBytes());
            file.seek(head.length + 8 + large);
            file.write(RawBytes.create().implicit(Tag.ITEM, large).toBytes());
            file.seek(head.length + 2 * (8 + large));
            file.write(RawBytes.create().implicit(Tag.ITEM, 4).bytes(1, 2, 3, 4).toBytes());
            file.write(RawBytes.create().implicit(Tag.SEQUENCE_DELIMITATION, 0).toBytes());
        }
        try (ByteSource source = FileByteSource.open(path)) {
            DicomObject object = DicomReader.read(source, Limits.STANDARD);

            assertThat(object.complete()).isTrue();
            assertThat(DicomFixtures.frame(object, 2)).containsExactly(1, 2, 3, 4);
            assertThatThrownBy(() -> DicomFixtures.frame(object, 1)).isInstanceOf(LimitExceeded.class);
        } finally {
            Files.delete(path);
        }
    }

    private static void mark(RandomAccessFile file, long position, int value) throws IOException {
        file.seek(position);
        file.write(value);
    }

    private static DicomObject written(DataSetBuilder data, TransferSyntax syntax) throws IOException {
        return DicomFixtures.read(DicomFixtures.write(data.build(), syntax));
    }

    private static DataSetBuilder shape(int rows, int columns, int bits, int frames) {
        return DicomFixtures.image()
                .remove(Tag.PIXEL_DATA)
                .integer(Tag.ROWS, rows)
                .integer(Tag.COLUMNS, columns)
                .integer(Tag.BITS_ALLOCATED, bits)
                .integer(Tag.NUMBER_OF_FRAMES, frames);
    }
}
