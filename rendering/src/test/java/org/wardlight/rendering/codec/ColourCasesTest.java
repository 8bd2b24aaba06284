// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.rendering.PixelFixtures.decode;
import static org.wardlight.rendering.PixelFixtures.image;
import static org.wardlight.rendering.PixelFixtures.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.pixel.Screen;

/** Section B of the cases: colour that others showed wrong, from file to screen. */
class ColourCasesTest {
    private static final TransferSyntax BASELINE = TransferSyntax.of("1.2.840.10008.1.2.4.50");
    private static final TransferSyntax J2K = TransferSyntax.of("1.2.840.10008.1.2.4.90");
    private static final int ROWS = 16;

    /** Red on the left, blue on the right. */
    private static byte[] redAndBlue(int columns) {
        return redAndBlue(ROWS, columns);
    }

    private static byte[] redAndBlue(int rows, int columns) {
        byte[] rgb = new byte[rows * columns * 3];
        for (int i = 0; i < rows * columns; i++) {
            rgb[3 * i] = (byte) (i % columns < columns / 2 ? 200 : 20);
            rgb[3 * i + 1] = 30;
            rgb[3 * i + 2] = (byte) (i % columns < columns / 2 ? 20 : 200);
        }
        return rgb;
    }

    private static byte[] screen(DicomObject object) {
        FrameKind kind = ImageHeaders.of(object).kinds().get(0);
        return Screen.render(decode(object, 1), kind).pixels();
    }

    private static DicomObject encoded(DataSetBuilder header, TransferSyntax syntax, byte[] stream) {
        return PixelFixtures.object(header.frames(List.of(stream)), syntax);
    }

    private static void near(byte[] found, byte[] expected, int most) {
        assertThat(found).hasSameSizeAs(expected);
        long sum = 0;
        for (int i = 0; i < found.length; i++) {
            sum += Math.abs((found[i] & 0xFF) - (expected[i] & 0xFF));
        }
        assertThat((double) sum / found.length).isLessThan(most);
    }

    /** Samples as they are, without JFIF or Adobe segment: component ids 1 2 3, or as given. */
    private static byte[] bareJpeg(byte[] samples, int columns, String ids) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(JpegPictures.raster(samples, columns, ROWS), null, null), null);
        } finally {
            writer.dispose();
        }
        return JpegPictures.withIds(out.toByteArray(), ids);
    }

    @Test
    void b01_a_ycbcr_stream_under_an_rgb_header_is_not_green() throws IOException {
        byte[] rgb = redAndBlue(32);
        DicomObject object = encoded(image(ROWS, 32, 8, 8, "RGB", 3), BASELINE, JpegPictures.jfif(rgb, 32, ROWS));
        near(screen(object), rgb, 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RGB", "YBR_FULL_422"})
    void b01_a_stream_whose_components_are_named_rgb_is_converted_by_no_header(String photometric) throws IOException {
        byte[] rgb = redAndBlue(32);
        near(screen(encoded(image(ROWS, 32, 8, 8, photometric, 3), BASELINE, bareJpeg(rgb, 32, "RGB"))), rgb, 6);
    }

    @Test
    void b01_halved_chroma_of_an_odd_width_keeps_its_place() throws IOException {
        byte[] rgb = redAndBlue(33);
        DicomObject object =
                encoded(image(ROWS, 33, 8, 8, "YBR_FULL_422", 3), BASELINE, JpegPictures.jfif(rgb, 33, ROWS));
        near(screen(object), rgb, 12);
    }

    /** Planes of one colour; the flag that says whether they went through the reversible transform is set by hand. */
    private static byte[] jpeg2000(int transform, int first, int second, int third) {
        byte[] planes = new byte[64 * 64 * 3];
        for (int i = 0; i < planes.length; i += 3) {
            planes[i] = (byte) first;
            planes[i + 1] = (byte) second;
            planes[i + 2] = (byte) third;
        }
        byte[] stream = Jpeg2000Pictures.colour(64, 64, planes);
        int cod = 0;
        while ((stream[cod] & 0xFF) != 0xFF || (stream[cod + 1] & 0xFF) != 0x52) {
            cod++;
        }
        stream[cod + 8] = (byte) transform;
        return stream;
    }

    private static byte[] firstPixel(String photometric, byte[] stream) {
        return Arrays.copyOf(screen(encoded(image(64, 64, 8, 8, photometric, 3), J2K, stream)), 3);
    }

    /** B03 with the transform on, B04: 120, 118, 138 are Y, U and V of 130, 120, 110 (T.800 G.2), half the range up. */
    @ParameterizedTest
    @ValueSource(strings = {"YBR_RCT", "YBR_ICT", "YBR_FULL", "RGB"})
    void b03_b04_jpeg_2000_behind_a_colour_transform_is_rgb_under_every_header(String photometric) {
        assertThat(firstPixel(photometric, jpeg2000(1, 120, 118, 138))).containsExactly(130, 120, 110);
    }

    @Test
    void b03_jpeg_2000_without_a_colour_transform_is_what_the_header_says() {
        byte[] stream = jpeg2000(0, 76, 85, 255);
        assertThat(firstPixel("YBR_FULL", stream)).containsExactly(254, 0, 0);
        assertThat(firstPixel("RGB", stream)).containsExactly(76, 85, 255);
    }

    @Test
    void b05_planar_configuration_means_nothing_once_a_codestream_is_decoded() {
        byte[] rgb = redAndBlue(32);
        int[] samples = new int[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            samples[i] = rgb[i] & 0xFF;
        }
        byte[] stream = LosslessJpegWriter.encode(samples, ROWS, 32, 3, 8, 1, true);
        DataSetBuilder header = image(ROWS, 32, 8, 8, "RGB", 3).integer(Tag.PLANAR_CONFIGURATION, 1);
        assertThat(screen(encoded(header, TransferSyntax.of("1.2.840.10008.1.2.4.70"), stream)))
                .isEqualTo(rgb);
    }

    /** B07: what is improbable is not turned silently: the header's word holds for native pixels. */
    @Test
    void b07_native_planes_are_read_as_the_header_says() {
        byte[] planes = {10, 20, 30, 40, 50, 60};
        DataSetBuilder header = image(1, 2, 8, 8, "RGB", 3).bytes(Tag.PIXEL_DATA, Vr.OB, planes);
        assertThat(screen(written(header.integer(Tag.PLANAR_CONFIGURATION, 1).build())))
                .containsExactly(10, 30, 50, 20, 40, 60);
        assertThat(screen(written(header.integer(Tag.PLANAR_CONFIGURATION, 0).build())))
                .containsExactly(10, 20, 30, 40, 50, 60);
    }

    private static DataSetBuilder palette(DataSetBuilder header, int count, int first, int bits, byte[] table) {
        boolean signed = first < 0;
        for (int tag :
                new int[] {Tag.RED_PALETTE_DESCRIPTOR, Tag.GREEN_PALETTE_DESCRIPTOR, Tag.BLUE_PALETTE_DESCRIPTOR}) {
            header.integer(tag, signed ? Vr.SS : Vr.US, count, first, bits);
        }
        for (int tag : new int[] {Tag.RED_PALETTE_DATA, Tag.GREEN_PALETTE_DATA, Tag.BLUE_PALETTE_DATA}) {
            header.bytes(tag, Vr.OW, table);
        }
        return header;
    }

    @Test
    void b08_a_palette_of_no_entries_has_65536() {
        byte[] table = new byte[131072];
        table[2 * 40000 + 1] = 77;
        DataSetBuilder header = image(1, 1, 16, 16, "PALETTE COLOR", 1)
                .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {(byte) (40000 & 0xFF), (byte) (40000 >> 8)});
        table[1] = (byte) 200;
        assertThat(screen(written(palette(header, 0, 0, 16, table).build()))).containsExactly(77, 77, 77);
    }

    @Test
    void b09_entries_are_as_wide_as_their_data_and_the_high_byte_counts() {
        byte[] words = new byte[512];
        byte[] bytes = new byte[256];
        for (int i = 0; i < 256; i++) {
            words[2 * i + 1] = (byte) (255 - i);
            bytes[i] = (byte) (255 - i);
        }
        for (byte[] table : List.of(words, bytes)) {
            DataSetBuilder header =
                    image(1, 2, 8, 8, "PALETTE COLOR", 1).bytes(Tag.PIXEL_DATA, Vr.OB, new byte[] {3, (byte) 250});
            assertThat(screen(written(palette(header, 256, 0, 8, table).build())))
                    .containsExactly(252, 252, 252, 5, 5, 5);
        }
    }

    @Test
    void b11_signed_indices_are_counted_from_the_first_mapped_and_clamped_at_both_ends() {
        DataSetBuilder header = image(1, 4, 8, 8, "PALETTE COLOR", 1)
                .integer(Tag.PIXEL_REPRESENTATION, 1)
                .bytes(Tag.PIXEL_DATA, Vr.OB, new byte[] {-128, -100, -99, 127});
        byte[] table = {9, 0, 8, 0, 7, 0, 6, 0};
        // Entries of 16 bits of which none passes 255 have eight.
        assertThat(screen(written(palette(header, 4, -101, 16, table).build())))
                .containsExactly(9, 9, 9, 8, 8, 8, 7, 7, 7, 6, 6, 6);
    }

    @Test
    void b12_rle_is_plane_by_plane_and_converted_after() {
        byte[] stream = new byte[64 + 6];
        stream[0] = 3;
        byte[][] planes = {{0, 76}, {0, 85}, {0, (byte) 255}};
        for (int s = 0; s < 3; s++) {
            stream[4 + 4 * s] = (byte) (64 + 2 * s);
            stream[64 + 2 * s] = planes[s][0];
            stream[65 + 2 * s] = planes[s][1];
        }
        DataSetBuilder header = image(1, 1, 8, 8, "YBR_FULL", 3).integer(Tag.PLANAR_CONFIGURATION, 1);
        assertThat(screen(encoded(header, TransferSyntax.of("1.2.840.10008.1.2.5"), stream)))
                .containsExactly(254, 0, 0);
    }

    @Test
    void b13_big_endian_colour_is_the_same_in_bytes_and_in_words() {
        byte[] rgb = {10, 20, 30, 40, 50, 60};
        TransferSyntax big = TransferSyntax.of("1.2.840.10008.1.2.2");
        DataSetBuilder header = image(1, 2, 8, 8, "RGB", 3);
        assertThat(screen(PixelFixtures.object(header.bytes(Tag.PIXEL_DATA, Vr.OB, rgb), big)))
                .isEqualTo(rgb);
        assertThat(screen(PixelFixtures.object(header.bytes(Tag.PIXEL_DATA, Vr.OW, rgb), big)))
                .isEqualTo(rgb);
    }

    @Test
    void partial_range_pairs_become_full_range_rgb() {
        byte[] pairs = {(byte) 235, 16, (byte) 128, (byte) 128};
        DataSetBuilder header = image(1, 2, 8, 8, "YBR_PARTIAL_422", 3).bytes(Tag.PIXEL_DATA, Vr.OB, pairs);
        assertThat(screen(written(header.build()))).containsExactly(255, 255, 255, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HSV", "ARGB", "CMYK"})
    void retired_colours_are_named(String photometric) {
        DataSetBuilder header = image(1, 2, 8, 8, photometric, 3);
        assertThatThrownBy(() -> ImageHeaders.of(PixelFixtures.object(header)))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining(photometric);
    }

    @Test
    void colour_of_sixteen_bits_says_that_it_was_reduced() {
        byte[] pixel = {0x34, 0x12, (byte) 0xFF, (byte) 0xFF, 0x00, (byte) 0x80};
        DicomObject object = written(image(1, 1, 16, 16, "RGB", 3)
                .bytes(Tag.PIXEL_DATA, Vr.OW, pixel)
                .build());
        FrameKind kind = ImageHeaders.of(object).kinds().get(0);
        assertThat(kind.colour()).isEqualTo("16 bits a colour reduced to 8");
        assertThat(kind.reduction()).isEqualTo(new FrameKind.Reduction(0, 256, false));
        assertThat(screen(object)).containsExactly(0x12, 0xFF, 0x80);
    }

    /** C.7.6.19: 0 to 99 is grey as windowed, 100 and above is colour. */
    @Test
    void a_supplemental_palette_colours_what_is_above_and_leaves_grey_below() {
        byte[] pixels = {0, 0, 50, 0, 99, 0, 100, 0, 101, 0, (byte) 200, 0};
        DataSetBuilder header = image(1, 6, 16, 8, "MONOCHROME2", 1)
                .string(Tag.PIXEL_PRESENTATION, "COLOR")
                .decimal(Tag.WINDOW_CENTER, 50)
                .decimal(Tag.WINDOW_WIDTH, 100)
                .string(Tag.VOI_LUT_FUNCTION, "LINEAR_EXACT")
                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        palette(header, 2, 100, 8, new byte[] {1, 2});
        header.bytes(Tag.RED_PALETTE_DATA, Vr.OW, new byte[] {(byte) 255, (byte) 200});
        DicomObject object = written(header.build());
        FrameKind kind = ImageHeaders.of(object).kinds().get(0);
        assertThat(kind.format()).isEqualTo(FrameKind.Format.RGB8);
        assertThat(kind.colour()).startsWith("Supplemental palette: colour from stored value 100 on");
        assertThat(screen(object))
                .containsExactly(0, 0, 0, 128, 128, 128, 252, 252, 252, 255, 1, 1, 200, 2, 2, 200, 2, 2);
    }

    @Test
    void tables_beside_grey_pixels_mean_nothing_unless_the_object_says_so() {
        DataSetBuilder header = palette(image(1, 2, 8, 8, "MONOCHROME2", 1), 2, 100, 8, new byte[] {1, 2});
        assertThat(ImageHeaders.of(PixelFixtures.object(header)).kinds().get(0).format())
                .isEqualTo(FrameKind.Format.GREY8);
    }
}
