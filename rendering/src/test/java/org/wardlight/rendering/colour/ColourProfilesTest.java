// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.colour.ColourProfile.Verdict;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.pixel.Screen;

class ColourProfilesTest {
    private static final byte[] PIXELS = {0, 64, (byte) 128, (byte) 255, 10, 20};

    private static byte[] profile(int space) {
        return ICC_Profile.getInstance(space).getData();
    }

    private static DataSetBuilder image() {
        return PixelFixtures.image(1, 2, 8, 8, "RGB", 3).bytes(Tag.PIXEL_DATA, Vr.OB, PIXELS);
    }

    private static FrameKind kind(DicomObject object) {
        return ImageHeaders.of(object).kinds().get(0);
    }

    private static byte[] screen(DicomObject object) {
        return Screen.render(PixelFixtures.decode(object, 1), kind(object)).pixels();
    }

    @Test
    void linear_light_becomes_srgb_while_stored_values_stay() {
        DicomObject object =
                PixelFixtures.written(image().bytes(Tag.ICC_PROFILE, Vr.OB, profile(ColorSpace.CS_LINEAR_RGB))
                        .build());
        assertThat(kind(object).colour()).isEqualTo("ICC profile converted to sRGB");
        assertThat(PixelFixtures.decode(object, 1).bytes()).isEqualTo(PIXELS);
        byte[] srgb = screen(object);
        for (int i = 0; i < PIXELS.length; i++) {
            double linear = (PIXELS[i] & 0xFF) / 255.0;
            double curve = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            assertThat((double) (srgb[i] & 0xFF)).isCloseTo(255 * curve, org.assertj.core.data.Offset.offset(2.5));
        }
    }

    @Test
    void srgb_and_no_profile_leave_every_byte() {
        for (DataSetBuilder each :
                java.util.List.of(image(), image().bytes(Tag.ICC_PROFILE, Vr.OB, profile(ColorSpace.CS_sRGB)))) {
            DicomObject object = PixelFixtures.written(each.build());
            assertThat(kind(object).colour()).isNull();
            assertThat(kind(object).notices()).isEmpty();
            assertThat(screen(object)).isEqualTo(PIXELS);
        }
    }

    @Test
    void the_profile_of_an_optical_path_goes_before_that_of_the_image() {
        DataSet path = DataSet.builder()
                .bytes(Tag.ICC_PROFILE, Vr.OB, profile(ColorSpace.CS_LINEAR_RGB))
                .build();
        DicomObject object = PixelFixtures.written(image().bytes(Tag.ICC_PROFILE, Vr.OB, profile(ColorSpace.CS_sRGB))
                .items(Tag.OPTICAL_PATH_SEQUENCE, path)
                .build());
        assertThat(kind(object).colour()).isEqualTo("ICC profile converted to sRGB");
    }

    @Test
    void a_profile_that_is_broken_of_grey_or_cut_off_is_left_out_and_told_of() {
        byte[] whole = profile(ColorSpace.CS_LINEAR_RGB);
        byte[] noise = new byte[600];
        new Random(7).nextBytes(noise);
        for (byte[] bad :
                java.util.List.of(noise, Arrays.copyOf(whole, 200), profile(ColorSpace.CS_GRAY), new byte[] {1, 2})) {
            DicomObject object = PixelFixtures.written(
                    image().bytes(Tag.ICC_PROFILE, Vr.OB, bad).build());
            assertThat(kind(object).notices()).containsExactly(ColourProfiles.UNUSABLE);
            assertThat(screen(object)).isEqualTo(PIXELS);
        }
    }

    @Test
    void flipped_bytes_throw_nothing() {
        byte[] whole = profile(ColorSpace.CS_LINEAR_RGB);
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            byte[] bad = whole.clone();
            for (int n = 0; n < 6; n++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            ColourProfile profile = ColourProfile.of(bad);
            byte[] pixels = PIXELS.clone();
            profile.toSrgb(pixels);
            assertThat(profile.verdict()).isIn((Object[]) Verdict.values());
        }
    }
}
