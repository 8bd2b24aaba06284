// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.rendering.PixelFixtures.decode;
import static org.wardlight.rendering.PixelFixtures.grey;
import static org.wardlight.rendering.PixelFixtures.image;
import static org.wardlight.rendering.PixelFixtures.object;
import static org.wardlight.rendering.PixelFixtures.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;

class FramesTest {
    private static byte[] counting(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    @Test
    void frames_of_an_odd_number_of_bytes_do_not_drift() {
        DicomObject object = object(image(3, 3, 8, 8, "MONOCHROME2", 1)
                .integer(Tag.NUMBER_OF_FRAMES, 4)
                .bytes(Tag.PIXEL_DATA, Vr.OB, counting(36)));
        assertThat(values(decode(object, 4))).containsExactly(27, 28, 29, 30, 31, 32, 33, 34, 35);
    }

    @Test
    void one_bit_frames_follow_each_other_inside_a_byte() {
        // Two frames of 2 x 3: 101100 and 011010, lowest bit first.
        byte[] packed = {(byte) 0b1000_1101, 0b0000_0101};
        DicomObject object = object(image(2, 3, 1, 1, "MONOCHROME2", 1)
                .integer(Tag.NUMBER_OF_FRAMES, 2)
                .bytes(Tag.PIXEL_DATA, Vr.OB, packed));
        assertThat(values(decode(object, 1))).containsExactly(1, 0, 1, 1, 0, 0);
        assertThat(values(decode(object, 2))).containsExactly(0, 1, 1, 0, 1, 0);
    }

    @Test
    void big_endian_words_are_turned_round_and_bytes_are_not() {
        DicomObject words = object(
                grey(1, 2, 16).bytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {1, 2, 3, 4}),
                TransferSyntax.EXPLICIT_BIG_ENDIAN);
        assertThat(values(decode(words, 1))).containsExactly(0x201, 0x403);
        for (Vr vr : List.of(Vr.OB, Vr.OW)) {
            DicomObject colour = object(
                    image(1, 2, 8, 8, "RGB", 3).bytes(Tag.PIXEL_DATA, vr, counting(6)),
                    TransferSyntax.EXPLICIT_BIG_ENDIAN);
            assertThat(values(decode(colour, 1))).as(vr.name()).containsExactly(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void a_frame_that_is_not_there_is_malformed() {
        DicomObject object = object(grey(2, 2, 12));
        assertThatThrownBy(() -> decode(object, 2))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("no frame 2");
        assertThatThrownBy(() -> decode(object, 0)).isInstanceOf(MalformedDicom.class);
    }

    @Test
    void an_object_without_pixels_says_so() {
        DicomObject whole = object(grey(2, 2, 12));
        DicomObject none = new DicomObject(
                whole.meta(), whole.data(), whole.syntax(), java.util.Optional.empty(), true, whole.source());
        assertThatThrownBy(() -> decode(none, 1))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("no image");
    }

    @Test
    void limits_are_asked_before_a_frame_is_read() {
        DicomObject object = object(grey(20, 20, 12));
        Limits tight = new Limits(1 << 20, 1 << 20, 100, 10, 799, 10);
        assertThatThrownBy(() -> Frames.decode(object, object.source(), 1, tight))
                .isInstanceOf(LimitExceeded.class);
    }

    @Test
    void rle_in_fragments_is_one_frame() {
        byte[] rle = new byte[70];
        rle[0] = 1;
        rle[4] = 64;
        System.arraycopy(new byte[] {3, 9, 8, 7, 6}, 0, rle, 64, 5);
        DicomObject object =
                object(image(2, 2, 8, 8, "MONOCHROME2", 1).frames(List.of(rle)), TransferSyntax.RLE_LOSSLESS);
        assertThat(values(decode(object, 1))).containsExactly(9, 8, 7, 6);
    }
}
