// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.rendering.PixelFixtures.decode;
import static org.wardlight.rendering.PixelFixtures.image;
import static org.wardlight.rendering.PixelFixtures.object;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.pixel.ScreenImage;

/** Pixels that are not square are square wherever a whole picture is made of them; tiles stay pixel for pixel. */
class AspectTest {
    private static final int ROWS = 40;
    private static final int COLUMNS = 60;

    /** A white square of a real edge of 10 columns on black, in pixels of that shape. */
    private static DicomObject square(String attribute, double aspect) {
        byte[] pixels = new byte[ROWS * COLUMNS];
        int high = (int) (10 / aspect);
        for (int y = 0; y < high; y++) {
            java.util.Arrays.fill(pixels, y * COLUMNS, y * COLUMNS + 10, (byte) 255);
        }
        DataSetBuilder data = image(ROWS, COLUMNS, 8, 8, "MONOCHROME2", 1).bytes(Tag.PIXEL_DATA, Vr.OB, pixels);
        return object(
                attribute.equals("ratio")
                        ? data.integer(Tag.PIXEL_ASPECT_RATIO, (int) (2 * aspect), 2)
                        : data.decimal(Tag.PIXEL_SPACING, aspect, 1));
    }

    @ParameterizedTest
    @CsvSource({"ratio,2", "ratio,0.5", "spacing,2", "spacing,0.5", "spacing,1"})
    void a_square_stays_one_in_pictures_and_thumbnails(String attribute, double aspect) throws IOException {
        DicomObject object = square(attribute, aspect);
        FrameKind kind = ImageHeaders.of(object).kinds().get(0);
        assertThat(kind.pixelAspect()).isEqualTo(aspect);
        Pyramid pyramid = Pyramid.of(decode(object, 1), kind);
        for (int[] viewport : new int[][] {{0, 0}, {30, 300}, {120, 160}}) {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                    Pictures.encode(pyramid, new Picture(Picture.Type.PNG, 90, null, viewport[0], viewport[1]))));
            assertThat(picture.getWidth() * ROWS * aspect).isEqualTo(picture.getHeight() * (double) COLUMNS);
            assertThat(whiteDown(picture)).isEqualTo(whiteAcross(picture));
        }
        ScreenImage cell = StripSheets.cell(decode(object, 1), kind);
        assertThat(cell.rows() / (double) cell.columns())
                .isCloseTo(ROWS * aspect / COLUMNS, org.assertj.core.data.Offset.offset(0.01));
    }

    private static int whiteAcross(BufferedImage picture) {
        int x = 0;
        while ((picture.getRaster().getSample(x, 0, 0)) > 127) {
            x++;
        }
        return x;
    }

    private static int whiteDown(BufferedImage picture) {
        int y = 0;
        while ((picture.getRaster().getSample(0, y, 0)) > 127) {
            y++;
        }
        return y;
    }
}
