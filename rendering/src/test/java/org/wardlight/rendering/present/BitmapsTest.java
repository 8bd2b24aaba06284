// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.layer.FrameLayers;
import org.wardlight.rendering.layer.LayerImage;
import org.wardlight.rendering.overlay.OverlayMask;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Reduction;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.pixel.Reductions;
import org.wardlight.rendering.pixel.Shutter;

/** PS3.3 C.7.6.15, C.9.2, C.11.7: bitmap shutters and overlays of images and presentation states; states over deep values. */
class BitmapsTest {
    private static final int GROUP_2 = 2 << 16;

    @Test
    void a_bitmap_shutter_of_an_image_covers_the_ones_and_is_no_overlay() throws IOException {
        DicomObject object = PixelFixtures.object(shutter(PixelFixtures.grey(2, 2, 8)));
        FrameKind kind = ImageHeaders.of(object).kinds().get(0);
        assertThat(kind.shutters()).extracting(Shutter::shape).containsExactly(Shutter.Shape.BITMAP);
        assertThat(kind.overlay()).isFalse();
        LayerImage drawn = FrameLayers.named("shutter")
                .orElseThrow()
                .draw(object, 1, Limits.STANDARD)
                .orElseThrow();
        assertThat(drawn.argb()).containsExactly(0xFF808080, 0, 0, 0xFF808080);
        assertThat(FrameLayers.named("overlay").orElseThrow().draw(object, 1, Limits.STANDARD))
                .isEmpty();
    }

    @Test
    void a_bitmap_shutter_without_its_plane_is_named() {
        DicomObject object = PixelFixtures.object(PixelFixtures.grey(2, 2, 8)
                .string(Tag.SHUTTER_SHAPE, "BITMAP")
                .integer(Tag.SHUTTER_OVERLAY_GROUP, 0x6002));
        FrameKind kind = ImageHeaders.of(object).kinds().get(0);
        assertThat(kind.shutters()).isEmpty();
        assertThat(kind.notices()).anyMatch(notice -> notice.contains("C.7.6.15"));
    }

    @Test
    void a_state_draws_its_shutter_then_its_overlay_then_the_planes_of_the_image_that_it_activates() {
        DataSetBuilder builder = shutter(state());
        plane(builder, 0, 0b0010).string(Tag.OVERLAY_ACTIVATION_LAYER, "RED");
        builder.string(Tag.OVERLAY_ACTIVATION_LAYER + 2 * GROUP_2, "OTHER");
        plane(builder, 3 * GROUP_2, 0b1111);
        DicomObject object = PixelFixtures.written(builder.build());
        DataSet image = plane(PixelFixtures.grey(2, 2, 8), 2 * GROUP_2, 0b0100).build();
        PresentationState state = PresentationStates.of(object);
        List<StateBitmaps.Bitmap> all = StateBitmaps.of(object.data(), state, image, true, 2, 2, 1);
        assertThat(all).extracting(StateBitmaps.Bitmap::argb).containsExactly(0xFF808080, 0xFFFF0000, 0xFFFFFFFF);
        assertThat(all).extracting(one -> cells(one.mask())).containsExactly("#..#", ".#..", "..#.");
        assertThat(StateBitmaps.of(object.data(), state, image, false, 2, 2, 1)).hasSize(2);
        assertThat(state.notices()).isEmpty();
    }

    @Test
    void a_state_windows_values_of_32_bits() {
        StoredFrame frame =
                StoredFrame.of(FrameLayout.grey(1, 3, 32, 32, false), new int[] {1_000_000, 1_000_050, 1_000_100});
        DicomObject image = PixelFixtures.object(PixelFixtures.image(1, 3, 32, 32, "MONOCHROME2", 1));
        FrameKind kind = Reductions.settle(ImageHeaders.of(image).kinds().get(0), frame);
        DataSet window = DataSet.builder()
                .decimal(Tag.WINDOW_CENTER, 1_000_050)
                .decimal(Tag.WINDOW_WIDTH, 100)
                .string(Tag.VOI_LUT_FUNCTION, "LINEAR_EXACT")
                .build();
        PresentationState state = PresentationStates.of(PixelFixtures.written(
                state().items(Tag.SOFTCOPY_VOI_LUT_SEQUENCE, window).build()));
        assertThat(new SoftcopyScale(state, "2.25.1", 1, 0, 1)
                        .render(frame, null)
                        .pixels())
                .containsExactly(0, 128, 255);
        assertThat(PresentationLook.of(state, "2.25.1", 1, kind, false)
                        .orElseThrow()
                        .window())
                .isEqualTo(new Window(1_000_050, 100, Function.LINEAR_EXACT, null));
        assertThat(kind.reduction()).extracting(Reduction::exact).isEqualTo(true);
    }

    private static DataSetBuilder state() {
        return DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.11.1")
                .string(Tag.SOP_INSTANCE_UID, "2.25.7")
                .items(
                        Tag.GRAPHIC_LAYER_SEQUENCE,
                        DataSet.builder()
                                .string(Tag.GRAPHIC_LAYER, "RED")
                                .integer(Tag.GRAPHIC_LAYER_ORDER, 1)
                                .integer(Tag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_CIELAB_VALUE, 35571, 53683, 50874)
                                .build());
    }

    private static DataSetBuilder shutter(DataSetBuilder builder) {
        return plane(builder, GROUP_2, 0b1001)
                .string(Tag.SHUTTER_SHAPE, "BITMAP")
                .integer(Tag.SHUTTER_OVERLAY_GROUP, 0x6002)
                .integer(Tag.SHUTTER_PRESENTATION_VALUE, 0x8080);
    }

    private static DataSetBuilder plane(DataSetBuilder builder, int shift, int bits) {
        return builder.integer(Tag.OVERLAY_ROWS + shift, 2)
                .integer(Tag.OVERLAY_COLUMNS + shift, 2)
                .integer(Tag.OVERLAY_ORIGIN + shift, 1, 1)
                .bytes(Tag.OVERLAY_DATA + shift, Vr.OW, new byte[] {(byte) bits, 0});
    }

    private static String cells(OverlayMask mask) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < mask.rows() * mask.columns(); i++) {
            out.append(mask.at(i / mask.columns(), i % mask.columns()) ? '#' : '.');
        }
        return out.toString();
    }
}
