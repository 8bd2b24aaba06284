// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.pixel.ScreenImage;

/** PS3.3 A.33.3, PS3.4 N.2.4: Modality LUT, VOI LUT, then a palette in place of a Presentation LUT. */
class PseudoColourTest {
    private static byte[] words(int... values) {
        byte[] out = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            out[2 * i] = (byte) values[i];
            out[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return out;
    }

    /** Two entries of 16 bits: black, then 255, 128, 0; for values from 10 to 20. */
    private static DataSetBuilder state() {
        DataSet window = DataSet.builder()
                .decimal(Tag.WINDOW_CENTER, 15)
                .decimal(Tag.WINDOW_WIDTH, 10)
                .string(Tag.VOI_LUT_FUNCTION, "LINEAR_EXACT")
                .build();
        DataSet image = DataSet.builder()
                .string(Tag.REFERENCED_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
                .string(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.1")
                .build();
        DataSetBuilder builder = DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.11.3")
                .string(Tag.SOP_INSTANCE_UID, "2.25.7")
                .items(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder()
                                .items(Tag.REFERENCED_IMAGE_SEQUENCE, image)
                                .build())
                .items(Tag.SOFTCOPY_VOI_LUT_SEQUENCE, window)
                // No place for it here: it must change nothing.
                .string(Tag.PRESENTATION_LUT_SHAPE, "INVERSE");
        int[] last = {0xFF00, 0x8000, 0};
        for (int colour = 0; colour < 3; colour++) {
            builder.integer(Tag.RED_PALETTE_DESCRIPTOR + colour, 2, 0, 16)
                    .bytes(Tag.RED_PALETTE_DATA + colour, Vr.OW, words(0, last[colour]));
        }
        return builder;
    }

    private static PresentationState read(DataSetBuilder builder) {
        return PresentationStates.of(PixelFixtures.written(builder.build()));
    }

    @Test
    void the_grey_of_the_voi_step_is_spread_over_the_palette() {
        PresentationState state = read(state());
        StoredFrame frame = PixelFixtures.frame(1, 4, 8, false, 0, 10, 20, 255);
        ScreenImage grey = new SoftcopyScale(state, "2.25.1", 1, frame.layout()).render(frame, null);
        assertThat(grey.pixels()).containsExactly(0, 0, 255, 255);
        ScreenImage colours = PseudoColour.over(grey, state);
        assertThat(colours.samples()).isEqualTo(3);
        assertThat(colours.pixels()).containsExactly(0, 0, 0, 0, 0, 0, 255, 128, 0, 255, 128, 0);
    }

    @Test
    void each_level_takes_the_nearest_entry_of_a_table_of_any_length() {
        DataSetBuilder builder = state();
        for (int colour = 0; colour < 3; colour++) {
            int[] entries = new int[1024];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = colour == 0 ? i * 64 : 0x1000;
            }
            builder.integer(Tag.RED_PALETTE_DESCRIPTOR + colour, 1024, 0, 16)
                    .bytes(Tag.RED_PALETTE_DATA + colour, Vr.OW, words(entries));
        }
        byte[] levels =
                PseudoColour.levels(PixelFixtures.written(builder.build()).data());
        assertThat(levels).hasSize(768);
        assertThat(levels[3 * 100] & 0xFF).isEqualTo(Math.round(100 * 1023 / 255.0f) * 64 >> 8);
        assertThat(levels[3 * 255] & 0xFF).isEqualTo(255);
        assertThat(levels[3 * 255 + 1]).isEqualTo((byte) 0x10);
    }

    @Test
    void a_state_without_its_palette_is_broken_and_one_of_grey_has_none() {
        assertThatThrownBy(() -> read(state().remove(Tag.RED_PALETTE_DATA))).isInstanceOf(MalformedDicom.class);
        PresentationState grey = read(state().string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.11.1"));
        assertThat(grey.levels()).isNull();
        ScreenImage image = new ScreenImage(1, 1, 1, new byte[] {7});
        assertThat(PseudoColour.over(image, grey)).isSameAs(image);
    }
}
