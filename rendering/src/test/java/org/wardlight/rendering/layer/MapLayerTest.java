// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

/** Parametric maps (PS3.3 A.75) as a layer: colours by value, with units by Real World Value Mapping. */
class MapLayerTest {
    private static DataSetBuilder map() {
        ByteBuffer values = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        values.putFloat(-1).putFloat(0).putFloat(3).putFloat(Float.NaN);
        DataSet shared = LayerFixtures.seg("BINARY", 8, 1, 1, 1)
                .build()
                .item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
                .orElseThrow();
        DataSet world = DataSet.builder()
                .decimal(Tag.REAL_WORLD_VALUE_SLOPE, 2)
                .decimal(Tag.REAL_WORLD_VALUE_INTERCEPT, 10)
                .items(
                        Tag.MEASUREMENT_UNITS_CODE_SEQUENCE,
                        DataSet.builder().string(Tag.CODE_VALUE, "mm2/s").build())
                .build();
        return LayerFixtures.seg("BINARY", 32, 1, 4, 1)
                .remove(Tag.BITS_STORED)
                .remove(Tag.HIGH_BIT)
                .remove(Tag.PIXEL_REPRESENTATION)
                .remove(LayerTag.SEGMENTATION_TYPE)
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.30")
                .string(Tag.CONTENT_LABEL, "ADC")
                .items(
                        Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                        shared.toBuilder()
                                .items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, world)
                                .build())
                .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, LayerFixtures.frame(0, 0, ""))
                .bytes(Tag.FLOAT_PIXEL_DATA, Vr.OF, values.array());
    }

    @Test
    void the_lowest_value_is_dark_the_highest_light_and_what_is_no_number_is_not_drawn() {
        LayerImage image = LayerFixtures.draw(map(), LayerFixtures.axial("2.25.9", 1, 4, 1, 0, 0, 0));
        assertThat(image.argb()[0]).isEqualTo(0xFF440154);
        assertThat(image.argb()[1]).isEqualTo(0xFF000000 | ColourMap.rgb(0.25));
        assertThat(image.argb()[2]).isEqualTo(0xFFFDE725);
        assertThat(image.argb()[3]).isZero();
    }

    @Test
    void the_legend_is_in_real_world_units() {
        LayerFacts facts = LayerFixtures.open(map()).facts();
        assertThat(facts.label()).isEqualTo("ADC (viridis)");
        assertThat(facts.unit()).isEqualTo("mm2/s");
        assertThat(facts.parts().get(0).label()).isEqualTo("16.00 mm2/s");
        assertThat(facts.parts().get(4).label()).isEqualTo("8.000 mm2/s");
    }
}
