// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;

class DicomImageReaderTest {
    @TempDir
    Path folder;

    /** Two frames of 2 x 3 signed values: 0 10 20 30 40 50, then a hundred more; windows 25/51 and 0/11. */
    private static DataSetBuilder grey() {
        byte[] pixels = new byte[24];
        for (int i = 0; i < 12; i++) {
            pixels[2 * i] = (byte) (i < 6 ? i * 10 : i * 10 + 40);
        }
        return PixelFixtures.grey(2, 3, 12)
                .integer(Tag.NUMBER_OF_FRAMES, 2)
                .integer(Tag.PIXEL_REPRESENTATION, 1)
                .string(Tag.WINDOW_CENTER, "25.5", "0")
                .string(Tag.WINDOW_WIDTH, "51", "11")
                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels);
    }

    private File file(DataSetBuilder data, TransferSyntax syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(data.build(), syntax, out);
        return Files.write(folder.resolve("x.dcm"), out.toByteArray()).toFile();
    }

    private ImageReader reader(DataSetBuilder data) throws IOException {
        ImageReader reader = ImageIO.getImageReadersBySuffix("dcm").next();
        reader.setInput(ImageIO.createImageInputStream(file(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN)));
        return reader;
    }

    private static int[] pixels(Raster raster) {
        return raster.getPixels(
                raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), (int[]) null);
    }

    @Test
    void image_io_reads_the_first_frame_in_its_first_window() throws IOException {
        BufferedImage image = ImageIO.read(file(grey(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(pixels(image.getRaster())).containsExactly(0, 51, 102, 153, 204, 255);
    }

    @Test
    void a_stream_that_does_not_know_its_length_is_read_too() throws IOException {
        byte[] bytes = Files.readAllBytes(file(grey(), TransferSyntax.DEFLATED).toPath());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(pixels(image.getRaster())).containsExactly(0, 51, 102, 153, 204, 255);
    }

    @Test
    void a_window_and_a_voi_index_change_the_picture() throws IOException {
        ImageReader reader = reader(grey());
        DicomImageReadParam param = (DicomImageReadParam) reader.getDefaultReadParam();
        param.setVoiIndex(1);
        assertThat(pixels(reader.read(0, param).getRaster())).containsExactly(140, 255, 255, 255, 255, 255);
        param.setWindow(30.5, 2);
        assertThat(pixels(reader.read(0, param).getRaster())).containsExactly(0, 0, 0, 128, 255, 255);
        param.clearWindow();
        assertThat(pixels(reader.read(0, param).getRaster())).containsExactly(0, 51, 102, 153, 204, 255);
        param.setVoiIndex(2);
        assertThatThrownBy(() -> reader.read(0, param))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 windows");
        assertThatThrownBy(() -> param.setWindow(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> param.setVoiIndex(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void frames_are_images() throws IOException {
        ImageReader reader = reader(grey());
        assertThat(reader.getNumImages(true)).isEqualTo(2);
        assertThat(reader.getWidth(1)).isEqualTo(3);
        assertThat(reader.getHeight(1)).isEqualTo(2);
        assertThat(pixels(reader.readRaster(1, null))).containsExactly(100, 110, 120, 130, 140, 150);
        assertThatThrownBy(() -> reader.read(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(reader.getImageMetadata(0)).isNull();
    }

    @Test
    void a_raster_has_the_stored_values_with_their_sign() throws IOException {
        byte[] pixels = {-1, -1, 5, 0, 0, -8, -1, 7, 0, 0, 0, 0};
        Raster raster = reader(PixelFixtures.grey(2, 3, 12)
                        .integer(Tag.PIXEL_REPRESENTATION, 1)
                        .bytes(Tag.PIXEL_DATA, Vr.OW, pixels))
                .readRaster(0, null);
        assertThat(raster.getTransferType()).isEqualTo(DataBuffer.TYPE_SHORT);
        assertThat(pixels(raster)).containsExactly(-1, 5, -2048, 2047, 0, 0);
    }

    @Test
    void a_region_and_subsampling_are_obeyed() throws IOException {
        ImageReader reader = reader(grey());
        DicomImageReadParam param = (DicomImageReadParam) reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle(1, 0, 2, 2));
        assertThat(pixels(reader.read(0, param).getRaster())).containsExactly(51, 102, 204, 255);
        assertThat(pixels(reader.readRaster(0, param))).containsExactly(10, 20, 40, 50);
        param.setSourceRegion(null);
        param.setSourceSubsampling(2, 1, 0, 0);
        assertThat(pixels(reader.read(0, param).getRaster())).containsExactly(0, 102, 153, 255);
    }

    @Test
    void colour_is_red_green_blue() throws IOException {
        DataSetBuilder colour = PixelFixtures.image(1, 2, 8, 8, "RGB", 3)
                .bytes(Tag.PIXEL_DATA, Vr.OB, new byte[] {(byte) 200, 10, 30, 1, 2, 3});
        BufferedImage image = reader(colour).read(0);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFC80A1E);
        assertThat(image.getRGB(1, 0)).isEqualTo(0xFF010203);
    }

    @Test
    void the_aspect_ratio_counts_pixels_that_are_not_square() throws IOException {
        ImageReader reader = reader(grey().string(Tag.PIXEL_ASPECT_RATIO, "2", "1"));
        assertThat(reader.getAspectRatio(0)).isCloseTo(0.75f, within(1e-6f));
    }

    @Test
    void what_is_not_shown_is_said_in_words() throws IOException {
        ImageReader reader = reader(grey().remove(Tag.PIXEL_DATA).remove(Tag.NUMBER_OF_FRAMES));
        assertThatThrownBy(() -> reader.read(0))
                .isInstanceOf(IIOException.class)
                .hasMessageContaining("no pixel data");
    }

    @Test
    void a_data_set_without_preamble_is_recognised_when_its_elements_prove_it() throws IOException {
        byte[] whole = Files.readAllBytes(
                file(grey(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN).toPath());
        byte[] bare = Arrays.copyOfRange(whole, 132, whole.length);
        assertThat(ImageIO.read(new ByteArrayInputStream(bare)).getWidth()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void other_formats_stay_with_their_own_readers(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_3BYTE_BGR), format, out);
        DicomImageReaderSpi provider = new DicomImageReaderSpi();
        assertThat(provider.canDecodeInput(ImageIO.createImageInputStream(new ByteArrayInputStream(out.toByteArray()))))
                .isFalse();
    }

    @Test
    void rubbish_is_not_taken_for_a_data_set() throws IOException {
        DicomImageReaderSpi provider = new DicomImageReaderSpi();
        for (byte[] bytes : List.of(
                new byte[0],
                new byte[] {8, 0, 5},
                new byte[400],
                new byte[] {8, 0, 5, 0, 'C', 'S', 2, 0, 'A', 'B', 7, 0, 0, 0, 0, 0, 0, 0},
                "II*\0 a picture of another kind".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))) {
            assertThat(provider.canDecodeInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))))
                    .isFalse();
        }
        assertThat(provider.canDecodeInput("a string")).isFalse();
    }
}
