// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.rendering.PixelFixtures.decode;
import static org.wardlight.rendering.PixelFixtures.image;
import static org.wardlight.rendering.PixelFixtures.values;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.LosslessJpegWriter;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.pixel.ImageHeaders;

/** Pixel data that are coded in another way than the file's transfer syntax says. */
class MiscalledTest {
    private static final int[] PIXELS = {1, 2, 3, 4, 5, 6};

    /** Written in a syntax that fits, then named otherwise: our writer makes no such files. */
    private static DicomObject fragments(byte[] frame, TransferSyntax stated) {
        return miscalled(
                image(2, 3, 8, 8, "MONOCHROME2", 1).frames(List.of(frame)), TransferSyntax.JPEG_LOSSLESS_SV1, stated);
    }

    private static DicomObject miscalled(DataSetBuilder data, TransferSyntax fitting, TransferSyntax stated) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DicomWriter.write(data.build(), fitting, out);
            byte[] name = fitting.uid().getBytes(StandardCharsets.US_ASCII);
            byte[] other = Arrays.copyOf(stated.uid().getBytes(StandardCharsets.US_ASCII), name.length);
            byte[] file = out.toByteArray();
            String text = new String(file, StandardCharsets.ISO_8859_1);
            System.arraycopy(other, 0, file, text.indexOf(fitting.uid()), other.length);
            return DicomReader.read(new MemoryByteSource(file), Limits.STANDARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] rle() {
        byte[] rle = new byte[72];
        rle[0] = 1;
        rle[4] = 64;
        System.arraycopy(new byte[] {5, 1, 2, 3, 4, 5, 6}, 0, rle, 64, 7);
        return rle;
    }

    private static String notice(DicomObject object) {
        return String.join("; ", ImageHeaders.of(object).kinds().get(0).notices());
    }

    @Test
    void a_codestream_in_a_file_that_calls_itself_native_is_decoded_and_said() {
        byte[] jpeg = LosslessJpegWriter.encode(PIXELS, 2, 3, 1, 8, 1, true);
        for (TransferSyntax stated :
                List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN)) {
            DicomObject object = fragments(jpeg, stated);
            assertThat(values(decode(object, 1))).containsExactly(PIXELS);
            assertThat(notice(object)).contains(stated.name(), "pixel data are JPEG Lossless");
        }
        assertThat(values(decode(fragments(rle(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN), 1)))
                .containsExactly(PIXELS);
    }

    @Test
    void raw_pixels_in_fragments_of_a_native_file_are_read_as_they_lie() {
        DicomObject object = fragments(new byte[] {1, 2, 3, 4, 5, 6}, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        // Six bytes prove nothing by how they begin: it is their number.
        assertThat(values(decode(object, 1))).containsExactly(PIXELS);
    }

    @Test
    void one_coding_under_the_name_of_another_is_decoded_and_said() {
        DicomObject object = fragments(rle(), TransferSyntax.JPEG_BASELINE);
        assertThat(values(decode(object, 1))).containsExactly(PIXELS);
        assertThat(notice(object)).contains("JPEG Baseline", "RLE Lossless");
    }

    @Test
    void fragments_that_begin_like_nothing_known_are_not_taken_for_pixels() {
        byte[] bytes = "neither pixels nor a codestream".getBytes(StandardCharsets.US_ASCII);
        DicomObject object = fragments(bytes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        assertThatThrownBy(() -> decode(object, 1))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("fragments");
        assertThatThrownBy(() -> ImageHeaders.of(object)).isInstanceOf(MalformedDicom.class);
    }

    @Test
    void native_pixels_under_a_compressed_syntax_are_read_and_said() {
        DicomObject object = miscalled(
                image(2, 3, 8, 8, "MONOCHROME2", 1).bytes(Tag.PIXEL_DATA, Vr.OB, new byte[] {1, 2, 3, 4, 5, 6}),
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                TransferSyntax.RLE_LOSSLESS);
        assertThat(values(decode(object, 1))).containsExactly(PIXELS);
        assertThat(notice(object)).contains("RLE Lossless", "Explicit VR Little Endian");
    }

    @Test
    void a_file_that_is_as_it_says_has_no_notice() {
        assertThat(notice(fragments(rle(), TransferSyntax.RLE_LOSSLESS))).isEmpty();
    }
}
