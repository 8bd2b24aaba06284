// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

class FinishTest {
    private static byte[] file(String format, int type) throws Exception {
        BufferedImage image = new BufferedImage(8, 8, type);
        image.setRGB(3, 3, 0x804020);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void a_profile_goes_into_colour_files_and_leaves_the_pixels_alone(String format) throws Exception {
        byte[] colour = file(format, BufferedImage.TYPE_INT_RGB);
        byte[] with = EmbeddedProfile.in(colour);
        assertThat(with.length).isGreaterThan(colour.length + 500);
        assertThat(ImageIO.read(new ByteArrayInputStream(with)).getRGB(3, 3))
                .isEqualTo(ImageIO.read(new ByteArrayInputStream(colour)).getRGB(3, 3));
        byte[] grey = file(format, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(EmbeddedProfile.in(grey)).isEqualTo(grey);
    }

    @Test
    void a_part_outside_of_the_picture_is_refused_and_one_over_its_edge_is_black_there() throws Exception {
        assertThatIllegalArgumentException().isThrownBy(() -> new Finish.Part(1, 0, 1, 1, false, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Finish.Part(0, 0, 0, 1, false, false));
        BufferedImage white = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        white.getRaster().setSamples(0, 0, 4, 4, 0, new int[] {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9});
        Finish finish = new Finish(
                Finish.Type.PNG, 90, new Finish.Part(0.5, 0, 1, 1, false, false), 0, 0, List.of(), List.of());
        BufferedImage cut = ImageIO.read(new ByteArrayInputStream(Finishing.file(white, finish)));
        assertThat(cut.getRaster().getSample(1, 1, 0)).isEqualTo(9);
        assertThat(cut.getRaster().getSample(2, 1, 0)).isZero();
    }

    @Test
    void the_words_say_who_and_what() {
        DataSet data = DataSet.builder()
                .string(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .string(Tag.PATIENT_NAME, "Yamada^Tarou=山田^太郎")
                .string(Tag.PATIENT_ID, "9990000018")
                .string(Tag.PATIENT_BIRTH_DATE, "19570314")
                .string(Tag.PATIENT_SEX, "M")
                .string(Tag.STUDY_DATE, "20261120")
                .string(Tag.STUDY_TIME, "101500")
                .string(Tag.MODALITY, "CT")
                .string(Tag.SERIES_NUMBER, "2")
                .string(Tag.INSTANCE_NUMBER, "7")
                .build();
        assertThat(AnnotationText.patient(data)).containsExactly("Yamada Tarou  山田 太郎", "9990000018", "1957-03-14 M");
        assertThat(AnnotationText.technique(data, 3, 20))
                .containsExactly("2026-11-20 10:15", "CT", "Series 2 Image 7 Frame 3/20");
        assertThat(AnnotationText.patient(DataSet.EMPTY)).isEmpty();
    }
}
