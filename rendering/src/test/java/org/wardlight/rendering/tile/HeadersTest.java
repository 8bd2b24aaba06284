// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.rendering.PixelFixtures.image;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Reduction;
import org.wardlight.rendering.pixel.ImageHeader;

class HeadersTest {
    private static ImageHeader header(DicomObject object) throws IOException {
        return Headers.of(object, object.source(), Limits.STANDARD);
    }

    private static DataSetBuilder deep(byte... pixels) {
        return image(1, 1, 32, 32, "MONOCHROME2", 1)
                .integer(Tag.NUMBER_OF_FRAMES, 2)
                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels);
    }

    @Test
    void each_frame_of_32_bits_has_its_own_line() throws IOException {
        ImageHeader header = header(PixelFixtures.object(
                deep((byte) 1, (byte) 0, (byte) 0, (byte) 0, (byte) 2, (byte) 0, (byte) 0, (byte) 1)));
        assertThat(header.kinds())
                .extracting(FrameKind::reduction)
                .containsExactly(new Reduction(1, 1, true), new Reduction((1 << 24) + 2, 1, true));
        assertThat(header.kinds()).allSatisfy(kind -> {
            assertThat(kind.format()).isEqualTo(FrameKind.Format.GREY16);
            assertThat(kind.bitsStored()).isEqualTo(16);
            assertThat(kind.signed()).isFalse();
        });
    }

    @Test
    void a_frame_that_is_not_there_is_never_exact_and_does_not_hide_the_others() throws IOException {
        ImageHeader header = header(PixelFixtures.object(deep((byte) 1, (byte) 0, (byte) 0, (byte) 0)));
        assertThat(header.kinds())
                .extracting(FrameKind::reduction)
                .containsExactly(new Reduction(1, 1, true), new Reduction(0, 1, false));
    }

    @Test
    void floating_point_pixels_are_decoded_and_drawn() throws IOException {
        DataSet data = DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.30")
                .string(Tag.SOP_INSTANCE_UID, "2.25.1")
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .string(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.ROWS, 1)
                .integer(Tag.COLUMNS, 2)
                .integer(Tag.BITS_ALLOCATED, 32)
                .decimal(Tag.FLOAT_PIXEL_DATA, 1.5, -2.5)
                .build();
        DicomObject object = PixelFixtures.written(data);
        StoredFrame frame = PixelFixtures.decode(object, 1);
        assertThat(frame.number(0)).isEqualTo(1.5);
        assertThat(frame.bytes()).containsExactly(0, 0, 0xC0, 0x3F, 0, 0, 0x20, 0xC0);
        FrameKind kind = header(object).kinds().get(0);
        assertThat(kind.reduction()).isEqualTo(new Reduction(-2.5, 4, true));
        assertThat(ExactTiles.encode(Pyramid.of(frame, kind), new TileAddress(0, 0, 0)))
                .isNotEmpty();
    }
}
