// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.layer.FramePlane;
import org.wardlight.rendering.layer.LayerImage;
import org.wardlight.rendering.layer.LayerObject;
import org.wardlight.rendering.layer.LayerObjects;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeaders;

/** The demo's layers fall on the demo's nodule, computed from its centre alone. */
class ChestLayersTest {
    private static final int SLICES = 300;
    private static final List<DemoObject> OBJECTS = ChestCtStudy.study(SLICES).objects();

    private static DicomObject read(DemoObject object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        object.writeTo(bytes);
        return DicomReader.read(new MemoryByteSource(bytes.toByteArray()), Limits.STANDARD);
    }

    private static FramePlane plane(int slice) throws IOException {
        DicomObject ct = read(OBJECTS.get(slice));
        ImageHeader header = ImageHeaders.of(ct);
        String series = ct.data()
                .string(org.wardlight.rendering.dicom.Tag.SERIES_INSTANCE_UID)
                .orElseThrow();
        return FramePlane.of(
                series,
                ct.sopInstanceUid().orElseThrow(),
                1,
                header.kinds().get(0),
                header.frames().get(0),
                1);
    }

    private static double distance(int column, int row, int slice) {
        double x = ChestCt.LEFT + column * ChestCt.PIXEL - ChestLayers.CENTRE.x();
        double y = ChestCt.TOP + row * ChestCt.PIXEL - ChestLayers.CENTRE.y();
        double z = slice - ChestLayers.CENTRE.z();
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static LayerImage draw(int object, FramePlane plane) throws IOException {
        DicomObject read = read(OBJECTS.get(SLICES + object));
        LayerObject layer =
                LayerObjects.of(read, read.source(), Limits.STANDARD).orElseThrow();
        assertThat(layer.liesOver(plane)).isTrue();
        return layer.draw(plane, read.source(), Limits.STANDARD);
    }

    @Test
    void the_segmentation_covers_the_ball_within_a_pixel_and_nothing_else() throws IOException {
        LayerImage image = draw(0, plane(234));
        for (int row = 0; row < 512; row++) {
            for (int column = 0; column < 512; column++) {
                double distance = distance(column, row, 234);
                boolean marked = image.argb()[row * 512 + column] != 0;
                if (Math.abs(distance - ChestLayers.NODULE) > ChestCt.PIXEL) {
                    assertThat(marked).as(column + " " + row).isEqualTo(distance < ChestLayers.NODULE);
                }
            }
        }
    }

    @Test
    void the_dose_is_in_the_band_that_the_distance_says() throws IOException {
        LayerImage image = draw(1, plane(240));
        int inside = 0;
        for (int row = 0; row < 512; row++) {
            for (int column = 0; column < 512; column++) {
                double dose = ChestLayers.dose(distance(column, row, 240)) / ChestLayers.HIGHEST_GY;
                boolean marked = image.argb()[row * 512 + column] != 0;
                // A grid of 3 mm follows the bell within a percent.
                if (Math.abs(dose - 0.1) > 0.01) {
                    assertThat(marked).as(column + " " + row).isEqualTo(dose > 0.1);
                }
                inside += marked ? 1 : 0;
            }
        }
        assertThat(inside).isGreaterThan(2000);
    }

    @Test
    void the_outlines_lie_on_the_slices_that_they_name() throws IOException {
        LayerImage image = draw(2, plane(232));
        // The target's outline crosses the row through the centre 11 mm to the right of it.
        double column = (ChestLayers.CENTRE.x() + ChestLayers.TARGET - ChestCt.LEFT) / ChestCt.PIXEL;
        double row = (ChestLayers.CENTRE.y() - ChestCt.TOP) / ChestCt.PIXEL;
        int x = (int) ((column + 0.5) * image.width() / 512);
        int y = (int) ((row + 0.5) * image.height() / 512);
        assertThat(image.argb()[y * image.width() + x] & 0xFFFFFF).isEqualTo(0x40E0FF);
        DicomObject structures = read(OBJECTS.get(SLICES + 2));
        assertThat(LayerObjects.of(structures, structures.source(), Limits.STANDARD)
                        .orElseThrow()
                        .liesOver(plane(243)))
                .isFalse();
    }
}
