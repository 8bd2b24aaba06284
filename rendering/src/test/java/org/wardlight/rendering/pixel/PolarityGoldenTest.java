// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.present.PresentationStates;
import org.wardlight.rendering.present.SoftcopyScale;

/**
 * A01, A02, A03: one inversion, after modality and VOI, whatever asks for it and how often; a presentation state's polarity takes the place
 * of the image's (docs/decisions/0010). Pictures in {@code golden/polarity}; {@code -Dgolden.bless=true} makes them anew: look at them.
 */
class PolarityGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/polarity");

    @ParameterizedTest
    @CsvSource({
        "A01-window,MONOCHROME1,,false,",
        "A01-voi-lut,MONOCHROME1,,true,",
        "A03-monochrome1-inverse,MONOCHROME1,INVERSE,false,",
        "A03-monochrome1-identity,MONOCHROME1,IDENTITY,false,",
        "A03-monochrome2-inverse,MONOCHROME2,INVERSE,false,",
        "A03-monochrome2-identity,MONOCHROME2,IDENTITY,false,",
        "A03-monochrome1-state-inverse,MONOCHROME1,INVERSE,false,INVERSE",
        "A03-monochrome1-state-identity,MONOCHROME1,INVERSE,false,IDENTITY"
    })
    void a_ramp_is_shown_in_its_polarity(String name, String photometric, String shape, boolean lut, String stateShape)
            throws IOException {
        DicomObject object = PixelFixtures.object(ramp(photometric, shape, lut));
        ScreenImage first = render(object, stateShape);
        matches(name, first);
        // A02: what is shown after a reset is what was shown at first.
        assertThat(render(object, stateShape).pixels()).isEqualTo(first.pixels());
    }

    private static ScreenImage render(DicomObject object, String stateShape) {
        StoredFrame frame = PixelFixtures.decode(object, 1);
        FrameKind kind = ImageHeaders.of(object).kinds().get(0);
        if (stateShape == null) {
            return Screen.render(frame, kind);
        }
        DicomObject state = PixelFixtures.written(DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.11.1")
                .string(Tag.SOP_INSTANCE_UID, "2.25.7")
                .string(Tag.PRESENTATION_LUT_SHAPE, stateShape)
                .build());
        return new SoftcopyScale(PresentationStates.of(state), "2.25.1", 1, frame.layout()).render(frame, null);
    }

    private static DataSetBuilder ramp(String photometric, String shape, boolean lut) {
        byte[] pixels = new byte[2 * 64 * 4];
        for (int i = 0; i < 256; i++) {
            int value = i % 64 * 1040;
            pixels[2 * i] = (byte) value;
            pixels[2 * i + 1] = (byte) (value >> 8);
        }
        DataSetBuilder builder =
                PixelFixtures.image(4, 64, 16, 16, photometric, 1).bytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        if (shape != null) {
            builder.string(Tag.PRESENTATION_LUT_SHAPE, shape);
        }
        if (!lut) {
            return builder.decimal(Tag.WINDOW_CENTER, 32768).decimal(Tag.WINDOW_WIDTH, 65536);
        }
        return builder.items(
                Tag.VOI_LUT_SEQUENCE,
                DataSet.builder()
                        .integer(Tag.LUT_DESCRIPTOR, Vr.US, 4, 32768, 8)
                        .bytes(Tag.LUT_DATA, Vr.OW, new byte[] {0, 0, 85, 0, (byte) 170, 0, (byte) 255, 0})
                        .build());
    }

    private static void matches(String name, ScreenImage image) throws IOException {
        Path file = GOLDEN.resolve(name + ".png");
        if (Boolean.getBoolean("golden.bless")) {
            BufferedImage picture = new BufferedImage(image.columns(), image.rows(), BufferedImage.TYPE_BYTE_GRAY);
            picture.getRaster().setDataElements(0, 0, image.columns(), image.rows(), image.pixels());
            Files.createDirectories(GOLDEN);
            ImageIO.write(picture, "png", file.toFile());
        }
        BufferedImage expected = ImageIO.read(file.toFile());
        assertThat((byte[]) expected.getRaster().getDataElements(0, 0, image.columns(), image.rows(), null))
                .isEqualTo(image.pixels());
    }
}
