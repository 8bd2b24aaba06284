// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.Fragments;
import org.wardlight.rendering.dicom.Value.Raw;

/** From fragments to frames (PS3.5 A.4): tables that are empty, wrong or extended, and fragments that are many or missing. */
class FragmentsTest {
    private static final TransferSyntax JPEG = TransferSyntax.JPEG_BASELINE;

    @Test
    void an_empty_basic_offset_table_with_a_fragment_a_frame_is_accepted() throws IOException {
        DicomObject object = read(3, List.of(jpeg(1), jpeg(2), jpeg(3)), List.of());

        assertThat(pixels(object).basicOffsetTable()).isEmpty();
        assertFrames(object, jpeg(1), jpeg(2), jpeg(3));
    }

    @Test
    void a_single_frame_has_all_fragments_however_they_begin() throws IOException {
        byte[] whole = rle(3000);
        List<byte[]> pieces = List.of(part(whole, 0, 1024), part(whole, 1024, 2048), part(whole, 2048, 3000));

        assertFrames(read(1, pieces, List.of()), whole);
    }

    @Test
    void the_basic_offset_table_says_where_frames_of_several_fragments_begin() throws IOException {
        byte[] first = jpeg(1);
        List<byte[]> pieces = List.of(part(first, 0, 10), part(first, 10, first.length), jpeg(2));

        DicomObject object = read(2, pieces, List.of(0, 2));

        assertThat(pixels(object).basicOffsetTable()).containsExactly(0, 8 + 10 + 8 + first.length - 10);
        assertFrames(object, first, jpeg(2));
    }

    @Test
    void without_a_table_frames_of_several_fragments_are_told_by_their_first_bytes() throws IOException {
        byte[] first = jpeg(1);
        List<byte[]> pieces = List.of(part(first, 0, 20), part(first, 20, first.length), jpeg(2));

        assertFrames(read(2, pieces, List.of()), first, jpeg(2));
        assertFrames(
                read(2, List.of(rle(100), part(rle(200), 64, 200), rle(100)), List.of()),
                join(rle(100), part(rle(200), 64, 200)),
                rle(100));
    }

    @Test
    void a_table_that_points_into_a_fragment_or_past_the_end_is_not_believed() throws IOException {
        for (int wrong : new int[] {20, 1 << 20, 0, -8}) {
            byte[] file = file(2, new int[] {0, wrong}, jpeg(1), jpeg(2));
            assertFrames(DicomFixtures.read(file), jpeg(1), jpeg(2));
        }
    }

    @Test
    void a_table_with_an_entry_too_many_still_serves_its_frames() throws IOException {
        int second = 8 + jpeg(1).length;
        byte[] file = file(2, new int[] {0, second, 2 * second}, jpeg(1), jpeg(2));

        assertFrames(DicomFixtures.read(file), jpeg(1), jpeg(2));
    }

    @Test
    void the_extended_offset_table_is_used_and_cuts_the_padding() throws IOException {
        byte[] odd = part(jpeg(1), 0, 39);
        DataSet data = header(2)
                .bytes(Tag.EXTENDED_OFFSET_TABLE, Vr.OV, longs(0, 48))
                .bytes(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, Vr.OV, longs(39, 40))
                .put(new Element(Tag.PIXEL_DATA, Vr.OB, new Fragments(raw(List.of(odd, jpeg(2))), List.of())))
                .build();

        assertFrames(DicomFixtures.read(DicomFixtures.write(data, JPEG)), odd, jpeg(2));
    }

    @Test
    void an_empty_last_fragment_is_no_frame() throws IOException {
        assertFrames(read(2, List.of(jpeg(1), jpeg(2), new byte[0]), List.of()), jpeg(1), jpeg(2));
    }

    @Test
    void an_empty_fragment_in_the_middle_is_a_missing_frame_that_shifts_no_other() throws IOException {
        DicomObject object = read(3, List.of(jpeg(1), new byte[0], jpeg(3)), List.of());

        assertThat(DicomFixtures.frame(object, 0)).isEqualTo(jpeg(1));
        assertThatThrownBy(() -> DicomFixtures.frame(object, 1))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("frame 2 is empty");
        assertThat(DicomFixtures.frame(object, 2)).isEqualTo(jpeg(3));
    }

    @Test
    void fewer_fragments_than_frames_serve_the_frames_that_are_there() throws IOException {
        DicomObject object = read(9, List.of(jpeg(1), jpeg(2), jpeg(3)), List.of());

        assertThat(pixels(object).frames(FrameShape.of(object.data()))).isEqualTo(3);
        assertThat(DicomFixtures.frame(object, 2)).isEqualTo(jpeg(3));
        assertThatThrownBy(() -> DicomFixtures.frame(object, 3)).isInstanceOf(MalformedDicom.class);
    }

    @Test
    void a_file_cut_at_sixty_percent_serves_its_whole_frames_and_is_not_complete() throws IOException {
        byte[] file = file(3, new int[0], jpeg(1), jpeg(2), jpeg(3));
        int stream = 3 * (8 + jpeg(1).length) + 8;
        byte[] cut = part(file, 0, file.length - stream + stream * 6 / 10);

        DicomObject object = DicomFixtures.read(cut);

        assertThat(object.complete()).isFalse();
        assertThat(pixels(object).frames(FrameShape.of(object.data()))).isEqualTo(1);
        assertThat(DicomFixtures.frame(object, 0)).isEqualTo(jpeg(1));
        assertThatThrownBy(() -> DicomFixtures.frame(object, 1))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("cut off");
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        DicomWriter.write(object, again);
        assertThat(pixels(DicomFixtures.read(again.toByteArray())).fragmentCount())
                .isEqualTo(1);
    }

    @Test
    void a_missing_delimiter_alone_loses_nothing() throws IOException {
        byte[] file = file(2, new int[0], jpeg(1), jpeg(2));

        DicomObject object = DicomFixtures.read(part(file, 0, file.length - 8));

        assertThat(object.complete()).isTrue();
        assertFrames(object, jpeg(1), jpeg(2));
    }

    @Test
    void a_fragment_of_four_gigabytes_that_is_not_there_allocates_nothing() throws IOException {
        byte[] file = header(
                1,
                RawBytes.create()
                        .explicitLong(Tag.PIXEL_DATA, "OB", 0xFFFF_FFFFL)
                        .implicit(Tag.ITEM, 0)
                        .implicit(Tag.ITEM, 0xFFFF_FFF0L)
                        .bytes(jpeg(1)));

        DicomObject object = DicomFixtures.read(file);

        assertThat(object.complete()).isFalse();
        assertThatThrownBy(() -> DicomFixtures.frame(object, 0)).isInstanceOf(MalformedDicom.class);
    }

    @Test
    void a_codestream_above_the_limit_is_refused_before_it_is_read() throws IOException {
        DicomObject object = read(1, List.of(jpeg(1)), List.of());
        Limits small = new Limits(1 << 20, 1 << 20, 1000, 32, 16, 100);

        assertThatThrownBy(() -> pixels(object).codestream(object.source(), 0, small))
                .isInstanceOf(LimitExceeded.class);
    }

    @Test
    void an_icons_own_pixel_data_is_not_the_image() throws IOException {
        DataSet icon = header(1)
                .put(new Element(Tag.PIXEL_DATA, Vr.OB, new Fragments(raw(List.of(jpeg(9))), List.of())))
                .build();
        DataSet data = header(1)
                .items(Tag.ICON_IMAGE_SEQUENCE, icon)
                .frames(List.of(jpeg(1)))
                .build();

        DicomObject object = DicomFixtures.read(DicomFixtures.write(data, JPEG));

        assertFrames(object, jpeg(1));
        assertThat(object.data().item(Tag.ICON_IMAGE_SEQUENCE).orElseThrow().contains(Tag.PIXEL_DATA))
                .isTrue();
        assertThat(DicomFixtures.read(DicomFixtures.write(
                                header(1).items(Tag.ICON_IMAGE_SEQUENCE, icon).build(), JPEG))
                        .pixelData())
                .isEmpty();
    }

    private static DicomObject read(int frames, List<byte[]> fragments, List<Integer> starts) throws IOException {
        DataSet data = header(frames)
                .put(new Element(Tag.PIXEL_DATA, Vr.OB, new Fragments(raw(fragments), starts)))
                .build();
        return DicomFixtures.read(DicomFixtures.write(data, JPEG));
    }

    /** A file with a Basic Offset Table as given. */
    private static byte[] file(int frames, int[] table, byte[]... fragments) throws IOException {
        RawBytes pixels = RawBytes.create()
                .explicitLong(Tag.PIXEL_DATA, "OB", 0xFFFF_FFFFL)
                .implicit(Tag.ITEM, 4L * table.length);
        IntStream.of(table).forEach(pixels::u32);
        for (byte[] fragment : fragments) {
            pixels.implicit(Tag.ITEM, fragment.length).bytes(fragment);
        }
        return header(frames, pixels.implicit(Tag.SEQUENCE_DELIMITATION, 0));
    }

    private static byte[] header(int frames, RawBytes pixels) throws IOException {
        byte[] head = DicomFixtures.write(header(frames).build(), JPEG);
        return RawBytes.create().bytes(head).bytes(pixels.toBytes()).toBytes();
    }

    private static DataSetBuilder header(int frames) {
        return DicomFixtures.image().remove(Tag.PIXEL_DATA).integer(Tag.NUMBER_OF_FRAMES, frames);
    }

    private static List<Raw> raw(List<byte[]> fragments) {
        return fragments.stream().<Raw>map(Bytes::new).toList();
    }

    private static EncapsulatedPixelData pixels(DicomObject object) {
        return (EncapsulatedPixelData) object.pixelData().orElseThrow();
    }

    private static void assertFrames(DicomObject object, byte[]... frames) throws IOException {
        assertThat(pixels(object).frames(FrameShape.of(object.data()))).isEqualTo(frames.length);
        for (int i = 0; i < frames.length; i++) {
            assertThat(DicomFixtures.frame(object, i)).as("frame " + i).isEqualTo(frames[i]);
        }
    }

    /** 40 bytes that begin and end as a JPEG does. */
    private static byte[] jpeg(int mark) {
        return RawBytes.create()
                .bytes(0xFF, 0xD8, 0xFF, 0xE0)
                .bytes(new byte[33])
                .bytes(mark, 0xFF, 0xD9)
                .toBytes();
    }

    /** An RLE header of one segment, and filler. */
    private static byte[] rle(int length) {
        return RawBytes.create()
                .u32(1)
                .u32(64)
                .bytes(new byte[56])
                .bytes(new byte[length - 64])
                .toBytes();
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] join(byte[] first, byte[] second) {
        return RawBytes.create().bytes(first).bytes(second).toBytes();
    }

    private static byte[] longs(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            buffer.putLong(value);
        }
        return buffer.array();
    }
}
