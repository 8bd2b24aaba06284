// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.wardlight.rendering.PixelFixtures.image;
import static org.wardlight.rendering.PixelFixtures.values;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.InFile;
import org.wardlight.rendering.dicom.Value.Raw;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.rendering.video.VideoStream;

/** Objects of more than 4 GiB on a disk: written whole by our writer, as files with holes where nothing but zeros is. */
class FourGigabytesTest {
    private static final long GIB = 1L << 30;
    private static final long HOLE = 3 * GIB / 2;

    @TempDir
    Path folder;

    /** So many zeros. */
    private record Zeros(long size) implements ByteSource {
        @Override
        public void read(long position, byte[] target, int offset, int length) {
            Arrays.fill(target, offset, offset + length, (byte) 0);
        }

        @Override
        public void close() {}
    }

    /** Leaves a hole where a piece of zeros is written. One thread. */
    private static final class Sparse extends OutputStream {
        private static final byte[] NOTHING = new byte[1 << 16];

        private final FileChannel file;
        private long position;

        Sparse(Path path) throws IOException {
            file = FileChannel.open(
                    path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = 0; at < length; at += NOTHING.length) {
                int count = Math.min(NOTHING.length, length - at);
                boolean hole =
                        count > 4096 && Arrays.equals(bytes, offset + at, offset + at + count, NOTHING, 0, count);
                if (!hole) {
                    file.write(ByteBuffer.wrap(bytes, offset + at, count), position);
                }
                position += count;
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static byte[] rle(int first) {
        byte[] rle = new byte[70];
        rle[0] = 1;
        rle[4] = 64;
        System.arraycopy(new byte[] {3, (byte) first, 8, 7, 6}, 0, rle, 64, 5);
        return rle;
    }

    private static byte[] offsets(List<Raw> fragments, boolean lengths) {
        ByteBuffer table = ByteBuffer.allocate(8 * fragments.size()).order(ByteOrder.LITTLE_ENDIAN);
        long at = 0;
        for (Raw each : fragments) {
            table.putLong(lengths ? each.length() : at);
            at += 8 + each.length();
        }
        return table.array();
    }

    private Path written(DataSetBuilder data, List<Raw> fragments, TransferSyntax syntax) throws IOException {
        assumeTrue(Files.getFileStore(folder).getUsableSpace() > 6 * GIB, "no room, should the disk know no holes");
        Path file = folder.resolve("large.dcm");
        DataSet whole = data.put(new Element(Tag.PIXEL_DATA, Vr.OB, new Value.Fragments(fragments, List.of())))
                .build();
        try (Sparse out = new Sparse(file)) {
            DicomWriter.write(whole, syntax, out);
        }
        assertThat(Files.size(file)).isGreaterThan(4 * GIB);
        return file;
    }

    @Test
    void the_frame_behind_four_gigabytes_is_found_by_the_extended_offset_table() throws IOException {
        List<Raw> fragments = new ArrayList<>();
        fragments.add(new Bytes(rle(1)));
        for (int i = 0; i < 3; i++) {
            fragments.add(new InFile(new Zeros(HOLE), 0, HOLE, false));
        }
        fragments.add(new Bytes(rle(5)));
        DataSetBuilder data = image(2, 2, 8, 8, "MONOCHROME2", 1)
                .integer(Tag.NUMBER_OF_FRAMES, 5)
                .put(new Element(Tag.EXTENDED_OFFSET_TABLE, Vr.OV, new Bytes(offsets(fragments, false))))
                .put(new Element(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, Vr.OV, new Bytes(offsets(fragments, true))));
        Path file = written(data, fragments, TransferSyntax.RLE_LOSSLESS);
        try (FileByteSource source = FileByteSource.open(file)) {
            DicomObject object = DicomReader.read(source, Limits.STANDARD);
            assertThat(object.complete()).isTrue();
            assertThat(values(Frames.decode(object, source, 1, Limits.STANDARD)))
                    .containsExactly(1, 8, 7, 6);
            assertThat(values(Frames.decode(object, source, 5, Limits.STANDARD)))
                    .containsExactly(5, 8, 7, 6);
            EncapsulatedPixelData pixels =
                    (EncapsulatedPixelData) object.pixelData().orElseThrow();
            assertThat(pixels.fragmentOffset(4)).isGreaterThan(4 * GIB);
        }
    }

    @Test
    void a_video_of_more_than_four_gigabytes_in_fragments_is_one_stream() throws IOException {
        byte[] head = Arrays.copyOf("\0\0\0\030ftypmp42".getBytes(StandardCharsets.ISO_8859_1), 1024);
        byte[] tail = "the last bytes".getBytes(StandardCharsets.US_ASCII);
        List<Raw> fragments = List.of(
                new Bytes(head),
                new InFile(new Zeros(HOLE), 0, HOLE, false),
                new InFile(new Zeros(HOLE), 0, HOLE, false),
                new InFile(new Zeros(HOLE), 0, HOLE, false),
                new Bytes(tail));
        Path file = written(
                image(480, 640, 8, 8, "YBR_PARTIAL_420", 3).integer(Tag.NUMBER_OF_FRAMES, 100),
                fragments,
                TransferSyntax.of("1.2.840.10008.1.2.4.102.1"));
        try (FileByteSource source = FileByteSource.open(file)) {
            VideoStream stream = VideoStream.of(DicomReader.read(source, Limits.STANDARD), source)
                    .orElseThrow();
            long size = head.length + 3 * HOLE + tail.length;
            assertThat(stream.facts().bytes()).isEqualTo(size).isGreaterThan(4 * GIB);
            assertThat(stream.container()).isEqualTo(VideoStream.Container.MP4);
            byte[] end = new byte[tail.length + 2];
            stream.bytes().read(size - end.length, end, 0, end.length);
            assertThat(new String(end, StandardCharsets.US_ASCII)).isEqualTo("\0\0the last bytes");
        }
    }
}
