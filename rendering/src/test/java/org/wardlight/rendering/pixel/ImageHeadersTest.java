// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.rendering.PixelFixtures.grey;
import static org.wardlight.rendering.PixelFixtures.image;
import static org.wardlight.rendering.PixelFixtures.object;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.pixel.FrameKind.Format;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.FrameKind.Window;

/** Rows of the case list: A05 (VOI LUTs by name), A06 (VOI LUT Function), A10 (Modality LUT), A14 (width 0 or negative), A15 (several windows, empty ones), A18 (intensity sign), A21 and A22 (functional groups). */
class ImageHeadersTest {
    private static ImageHeader header(DataSetBuilder builder) {
        return ImageHeaders.of(object(builder));
    }

    private static FrameKind kind(DataSetBuilder builder) {
        return header(builder).kinds().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "MONOCHROME1, '', true",
        "MONOCHROME1, INVERSE, true",
        "MONOCHROME1, IDENTITY, true",
        "MONOCHROME2, INVERSE, true",
        "MONOCHROME2, IDENTITY, false",
        "MONOCHROME2, '', false"
    })
    void polarity_is_turned_once_at_most(String photometric, String shape, boolean inverted) {
        DataSetBuilder builder = image(2, 2, 16, 12, photometric, 1).string(Tag.PRESENTATION_LUT_SHAPE, shape);
        assertThat(kind(builder).inverted()).isEqualTo(inverted);
    }

    @ParameterizedTest
    @CsvSource({"'SIGMOID ', SIGMOID", "linear_exact, LINEAR_EXACT", "'', LINEAR", "CUBIC, LINEAR"})
    void the_voi_function_is_trimmed_folded_and_linear_when_unknown(String term, Function expected) {
        DataSetBuilder builder = grey(2, 2, 12)
                .decimal(Tag.WINDOW_CENTER, 40)
                .decimal(Tag.WINDOW_WIDTH, 400)
                .string(Tag.VOI_LUT_FUNCTION, term);
        assertThat(kind(builder).windows()).containsExactly(new Window(40, 400, expected, null));
    }

    @Test
    void several_windows_are_presets_with_their_names() {
        DataSetBuilder builder = grey(2, 2, 12)
                .decimal(Tag.WINDOW_CENTER, 60, 400)
                .decimal(Tag.WINDOW_WIDTH, 300, 2000)
                .string(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "SOFT", "BONE");
        assertThat(kind(builder).windows())
                .containsExactly(
                        new Window(60, 300, Function.LINEAR, "SOFT"), new Window(400, 2000, Function.LINEAR, "BONE"));
    }

    @Test
    void an_empty_zero_or_negative_width_is_no_window() {
        assertThat(kind(grey(2, 2, 12).decimal(Tag.WINDOW_CENTER, 5).string(Tag.WINDOW_WIDTH))
                        .windows())
                .isEmpty();
        assertThat(kind(grey(2, 2, 12).decimal(Tag.WINDOW_CENTER, 5, 6).decimal(Tag.WINDOW_WIDTH, 0, -3))
                        .windows())
                .isEmpty();
    }

    @Test
    void a_width_below_one_means_linear_exact() {
        DataSetBuilder builder = grey(2, 2, 12).decimal(Tag.WINDOW_CENTER, 0.5).decimal(Tag.WINDOW_WIDTH, 0.02);
        assertThat(kind(builder).windows()).containsExactly(new Window(0.5, 0.02, Function.LINEAR_EXACT, null));
    }

    private static DataSet group(int sequence, DataSetBuilder macro) {
        return DataSet.builder().items(sequence, macro.build()).build();
    }

    private static DataSetBuilder rescale(double slope, double intercept) {
        return DataSet.builder().decimal(Tag.RESCALE_SLOPE, slope).decimal(Tag.RESCALE_INTERCEPT, intercept);
    }

    @Test
    void per_frame_groups_win_over_shared_ones_and_those_over_the_top_level() {
        int transformation = Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE;
        DataSetBuilder builder = grey(2, 2, 12)
                .integer(Tag.NUMBER_OF_FRAMES, 3)
                .decimal(Tag.RESCALE_SLOPE, 9)
                .decimal(Tag.WINDOW_CENTER, 1)
                .decimal(Tag.WINDOW_WIDTH, 2)
                .items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, group(transformation, rescale(5, -5)))
                .items(
                        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        group(transformation, rescale(3, -1)),
                        group(transformation, rescale(7, -3)),
                        DataSet.EMPTY);
        ImageHeader header = header(builder);
        assertThat(header.kinds()).extracting(FrameKind::slope).containsExactly(3.0, 7.0, 5.0);
        assertThat(header.kinds()).extracting(FrameKind::intercept).containsExactly(-1.0, -3.0, -5.0);
        assertThat(header.kinds().get(2).windows()).containsExactly(new Window(1, 2, Function.LINEAR, null));
        assertThat(header.frames()).extracting(ImageHeader.Place::kind).containsExactly(0, 1, 2);
    }

    @Test
    void equal_frames_share_one_kind_and_keep_their_own_position() {
        DataSetBuilder first = DataSet.builder().decimal(Tag.IMAGE_POSITION_PATIENT, 1, 2, 3);
        DataSetBuilder second = DataSet.builder().decimal(Tag.IMAGE_POSITION_PATIENT, 1, 2, 8);
        DataSetBuilder builder = grey(2, 2, 12)
                .integer(Tag.NUMBER_OF_FRAMES, 2)
                .items(
                        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        group(Tag.PLANE_POSITION_SEQUENCE, first),
                        group(Tag.PLANE_POSITION_SEQUENCE, second));
        ImageHeader header = header(builder);
        assertThat(header.kinds()).hasSize(1);
        assertThat(header.frames())
                .extracting(ImageHeader.Place::position)
                .containsExactly(List.of(1.0, 2.0, 3.0), List.of(1.0, 2.0, 8.0));
    }

    @Test
    void a_ct_without_a_type_is_in_hounsfield_units() {
        DataSetBuilder ct = grey(2, 2, 12).string(Tag.MODALITY, "CT").decimal(Tag.RESCALE_SLOPE, 1);
        assertThat(kind(ct).unit()).isEqualTo("HU");
        assertThat(kind(ct.string(Tag.RESCALE_TYPE, "US")).unit()).isNull();
        assertThat(kind(grey(2, 2, 12).string(Tag.MODALITY, "MR").decimal(Tag.RESCALE_SLOPE, 1))
                        .unit())
                .isNull();
    }

    @Test
    void the_intensity_sign_does_not_make_pixels_signed() {
        assertThat(kind(grey(2, 2, 12).integer(Tag.PIXEL_INTENSITY_RELATIONSHIP_SIGN, Vr.SS, -1))
                        .signed())
                .isFalse();
    }

    @Test
    void signed_values_are_offset_by_half_the_tile_range() {
        FrameKind wide = kind(grey(2, 2, 12).integer(Tag.PIXEL_REPRESENTATION, 1));
        assertThat(wide.offset()).isEqualTo(32768);
        assertThat(wide.format()).isEqualTo(Format.GREY16);
        FrameKind narrow = kind(grey(2, 2, 8).integer(Tag.PIXEL_REPRESENTATION, 1));
        assertThat(narrow.offset()).isEqualTo(128);
        assertThat(narrow.format()).isEqualTo(Format.GREY8);
    }

    @Test
    void padding_has_the_sign_of_the_pixels_and_may_be_a_range_in_either_order() {
        DataSetBuilder signed = grey(2, 2, 16)
                .integer(Tag.PIXEL_REPRESENTATION, 1)
                .integer(Tag.PIXEL_PADDING_VALUE, Vr.US, 63536)
                .integer(Tag.PIXEL_PADDING_RANGE_LIMIT, Vr.SS, -2100);
        assertThat(kind(signed).padding()).isEqualTo(new Padding(-2100, -2000));
        assertThat(kind(grey(2, 2, 16).integer(Tag.PIXEL_PADDING_VALUE, Vr.SS, -2000))
                        .padding())
                .isEqualTo(new Padding(63536, 63536));
    }

    @Test
    void a_modality_table_becomes_the_values_that_tiles_hold() {
        DataSet item = DataSet.builder()
                .integer(Tag.LUT_DESCRIPTOR, Vr.US, 2, 0, 16)
                .string(Tag.MODALITY_LUT_TYPE, "OD")
                .bytes(Tag.LUT_DATA, Vr.OW, new byte[] {0, 0, 0, 8})
                .build();
        FrameKind kind = kind(grey(2, 2, 12)
                .integer(Tag.PIXEL_REPRESENTATION, 1)
                .decimal(Tag.RESCALE_SLOPE, 4)
                .items(Tag.MODALITY_LUT_SEQUENCE, item));
        assertThat(kind.bitsStored()).isEqualTo(16);
        assertThat(kind.signed()).isFalse();
        assertThat(kind.slope()).isEqualTo(1);
        assertThat(kind.unit()).isEqualTo("OD");
    }

    private static DataSet voiItem(String name, int... entries) {
        byte[] data = new byte[2 * entries.length];
        for (int i = 0; i < entries.length; i++) {
            data[2 * i] = (byte) entries[i];
            data[2 * i + 1] = (byte) (entries[i] >> 8);
        }
        return DataSet.builder()
                .integer(Tag.LUT_DESCRIPTOR, Vr.US, entries.length, 100, 12)
                .string(Tag.LUT_EXPLANATION, name)
                .bytes(Tag.LUT_DATA, Vr.OW, data)
                .build();
    }

    @Test
    void every_voi_table_is_offered_by_its_name_and_the_windows_stay_as_they_are() {
        DataSet hollow = DataSet.builder().string(Tag.LUT_EXPLANATION, "HOLLOW").build();
        ImageHeader header = header(grey(2, 2, 12)
                .string(Tag.WINDOW_CENTER, "40")
                .string(Tag.WINDOW_WIDTH, "400")
                .items(Tag.VOI_LUT_SEQUENCE, hollow, voiItem("NORMAL", 0, 258, 4095), voiItem("HARDER", 0, 4095)));
        FrameKind kind = header.kinds().get(0);
        assertThat(kind.luts()).extracting(FrameKind.VoiLut::explanation).containsExactly("NORMAL", "HARDER");
        assertThat(kind.windows()).containsExactly(new Window(40, 400, Function.LINEAR, null));
        assertThat(header.tables()).hasSize(2);
        assertThat(header.tables().get(kind.luts().get(0).table()))
                .isEqualTo(new VoiTable(
                        100, 12, java.util.Base64.getEncoder().encodeToString(new byte[] {0, 0, 2, 1, -1, 15})));
    }

    @Test
    void a_frame_has_its_own_voi_table_and_equal_tables_are_kept_once() {
        DataSet one = group(voiItem("FIRST", 0, 4095));
        DataSet other = group(voiItem("SECOND", 0, 4095));
        ImageHeader header = header(grey(1, 1, 12)
                .integer(Tag.NUMBER_OF_FRAMES, 2)
                .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, one, other));
        assertThat(header.kinds())
                .flatExtracting(FrameKind::luts)
                .extracting(FrameKind.VoiLut::explanation)
                .containsExactly("FIRST", "SECOND");
        assertThat(header.tables()).hasSize(1);
    }

    private static DataSet group(DataSet item) {
        DataSet voi = DataSet.builder().items(Tag.VOI_LUT_SEQUENCE, item).build();
        return DataSet.builder().items(Tag.FRAME_VOI_LUT_SEQUENCE, voi).build();
    }

    @Test
    void the_cine_time_is_what_the_increment_pointer_names() {
        DataSetBuilder cine = grey(2, 2, 12)
                .integer(Tag.NUMBER_OF_FRAMES, 3)
                .integer(Tag.CINE_RATE, 10)
                .decimal(Tag.FRAME_TIME, 40)
                .decimal(Tag.FRAME_TIME_VECTOR, 0, 30, 50);
        assertThat(header(cine).frameTimeMs()).isEqualTo(100.0);
        assertThat(header(cine.integer(Tag.RECOMMENDED_DISPLAY_FRAME_RATE, 20)).frameTimeMs())
                .isEqualTo(50.0);
        assertThat(header(cine.integer(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME))
                        .frameTimeMs())
                .isEqualTo(40.0);
        assertThat(header(cine.integer(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME_VECTOR))
                        .frameTimeMs())
                .isEqualTo(40.0);
        assertThat(header(grey(2, 2, 12).decimal(Tag.FRAME_TIME, 40)).frameTimeMs())
                .isNull();
    }

    @Test
    void the_lossy_history_is_told_even_when_only_the_syntax_admits_it() {
        FrameKind stated = kind(grey(2, 2, 12)
                .string(Tag.LOSSY_IMAGE_COMPRESSION, "01")
                .decimal(Tag.LOSSY_IMAGE_COMPRESSION_RATIO, 12.5)
                .string(Tag.LOSSY_IMAGE_COMPRESSION_METHOD, "ISO_10918_1"));
        assertThat(stated.lossy()).isEqualTo(new FrameKind.Lossy(List.of(12.5), List.of("ISO_10918_1")));
        assertThat(kind(grey(2, 2, 12).string(Tag.LOSSY_IMAGE_COMPRESSION, "00"))
                        .lossy())
                .isNull();
    }

    @Test
    void small_frames_are_one_tile_and_large_ones_halve_until_they_fit() {
        assertThat(kind(image(1024, 1000, 8, 8, "MONOCHROME2", 1))).satisfies(kind -> {
            assertThat(kind.tile()).isEqualTo(1024);
            assertThat(kind.levels()).isEqualTo(1);
        });
        assertThat(kind(image(1025, 10, 8, 8, "MONOCHROME2", 1))).satisfies(kind -> {
            assertThat(kind.tile()).isEqualTo(512);
            assertThat(kind.levels()).isEqualTo(3);
        });
    }

    @Test
    void what_is_not_shown_says_why() {
        assertThatThrownBy(() -> header(image(2, 2, 8, 8, "CMYK", 1)))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("(0028,0004)");
        assertThatThrownBy(() -> header(image(2, 2, 8, 8, "PALETTE COLOR", 1))).isInstanceOf(MalformedDicom.class);
    }

    @Test
    void a_negative_number_of_frames_is_malformed() {
        DataSetBuilder negative =
                grey(2, 2, 12).integer(Tag.NUMBER_OF_FRAMES, -3).bytes(Tag.PIXEL_DATA, Vr.OW, new byte[8]);
        assertThatThrownBy(() -> header(negative))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("(0028,0008) is -3");
    }
}
