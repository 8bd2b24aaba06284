// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.rendering.PixelFixtures.grey;
import static org.wardlight.rendering.PixelFixtures.object;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeaders;

class RealWorldTest {
    private static DataSetBuilder mapping() {
        DataSet unit = DataSet.builder()
                .string(Tag.CODE_VALUE, "mm2/s")
                .string(Tag.CODING_SCHEME_DESIGNATOR, "UCUM")
                .string(Tag.CODE_MEANING, "square millimetres a second")
                .build();
        return DataSet.builder()
                .string(Tag.LUT_LABEL, "ADC")
                .integer(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 0)
                .integer(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 4095)
                .decimal(Tag.REAL_WORLD_VALUE_SLOPE, 1e-6)
                .decimal(Tag.REAL_WORLD_VALUE_INTERCEPT, 0)
                .items(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, unit);
    }

    private static ImageHeader header(DataSetBuilder image) {
        return ImageHeaders.of(object(image));
    }

    private static List<RealWorldMapping> mappings(DataSetBuilder mapping) {
        return header(grey(2, 2, 12).items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mapping.build()))
                .kinds()
                .get(0)
                .measures()
                .mappings();
    }

    private static final RealWorldMapping ADC =
            new RealWorldMapping("ADC", null, "mm2/s", "UCUM", "square millimetres a second", 0, 4095, 1e-6, 0.0, null);

    @Test
    void an_ordinary_image_says_what_its_values_are_in_the_real_world() {
        assertThat(mappings(mapping())).containsExactly(ADC);
    }

    @Test
    void functional_groups_map_frame_by_frame() {
        DataSet own = DataSet.builder()
                .items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mapping().build())
                .build();
        DataSet other = DataSet.builder()
                .items(
                        Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE,
                        mapping().decimal(Tag.REAL_WORLD_VALUE_SLOPE, 3e-6).build(),
                        mapping().string(Tag.LUT_LABEL, "second").build())
                .build();
        ImageHeader header = header(grey(2, 2, 12)
                .integer(Tag.NUMBER_OF_FRAMES, 2)
                .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, own, other));
        assertThat(header.kinds().get(0).measures().mappings()).containsExactly(ADC);
        assertThat(header.kinds().get(1).measures().mappings())
                .extracting(RealWorldMapping::slope)
                .containsExactly(3e-6, 1e-6);
    }

    @Test
    void a_table_is_kept_once_in_full_precision() {
        DataSetBuilder table = mapping()
                .integer(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 2)
                .decimal(Tag.REAL_WORLD_VALUE_LUT_DATA, 0, 0.1, 1e-300);
        ImageHeader header =
                header(grey(2, 2, 12).items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, table.build(), table.build()));
        ValueTable expected = ValueTable.of(new double[] {0, 0.1, 1e-300});
        assertThat(header.valueTables()).isEqualTo(Map.of(expected.id(), expected));
        assertThat(header.kinds().get(0).measures().mappings())
                .extracting(RealWorldMapping::table)
                .containsExactly(expected.id(), expected.id());
    }

    @Test
    void the_range_is_of_the_kind_that_pixel_representation_says() {
        DataSetBuilder signed = mapping()
                .integer(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, Vr.US, 0xFC00)
                .integer(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, Vr.US, 1023);
        ImageHeader header = header(grey(2, 2, 12)
                .integer(Tag.PIXEL_REPRESENTATION, 1)
                .items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, signed.build()));
        RealWorldMapping mapped = header.kinds().get(0).measures().mappings().get(0);
        assertThat(mapped.first()).isEqualTo(-1024);
        assertThat(mapped.last()).isEqualTo(1023);
    }

    @Test
    void a_mapping_that_contradicts_itself_is_none() {
        assertThat(mappings(mapping().remove(Tag.REAL_WORLD_VALUE_SLOPE))).isEmpty();
        assertThat(mappings(mapping().remove(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED)))
                .isEmpty();
        assertThat(mappings(mapping().integer(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 5000)))
                .isEmpty();
        assertThat(mappings(mapping().decimal(Tag.REAL_WORLD_VALUE_LUT_DATA, 1, 2, 3)))
                .isEmpty();
    }

    @Test
    void behind_a_modality_table_stored_values_are_not_in_the_tiles_so_nothing_is_mapped() {
        DataSet lut = DataSet.builder()
                .integer(Tag.LUT_DESCRIPTOR, 4, 0, 16)
                .bytes(Tag.LUT_DATA, Vr.OW, new byte[] {1, 0, 2, 0, 3, 0, 4, 0})
                .build();
        ImageHeader header = header(grey(2, 2, 12)
                .items(Tag.MODALITY_LUT_SEQUENCE, lut)
                .items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mapping().build()));
        assertThat(header.kinds().get(0).measures().mappings()).isEmpty();
    }
}
