// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.Pixels;

/** Pixels one to one unless a width is asked for; shutters and presentation states only when they are asked for. */
class RenderPictureTest {
    @TempDir
    Path folder;

    @Test
    void pixels_that_are_not_square_stay_one_to_one_until_a_width_is_asked_for() throws Exception {
        Path file = write("image.dcm", image().integer(Tag.PIXEL_ASPECT_RATIO, 2, 1));
        BufferedImage asStored = render(file);
        assertThat(asStored.getWidth()).isEqualTo(4);
        assertThat(asStored.getHeight()).isEqualTo(2);
        BufferedImage wide = render(file, "--width", "40");
        assertThat(wide.getWidth()).isEqualTo(40);
        assertThat(wide.getHeight()).isEqualTo(40);
    }

    @Test
    void a_bitmap_shutter_covers_its_ones_when_it_is_asked_for() throws Exception {
        Path file = write("image.dcm", bitmap(image()));
        assertThat(grey(render(file), 1)).isEqualTo(255);
        BufferedImage shut = render(file, "--shutter");
        assertThat(grey(shut, 0)).isEqualTo(255);
        assertThat(grey(shut, 1)).isEqualTo(128);
    }

    @Test
    void the_bitmap_shutter_of_a_presentation_state_covers_the_image_that_it_names() throws Exception {
        Path file = write("image.dcm", image());
        DataSet reference = DataSet.builder()
                .string(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.1")
                .build();
        DataSetBuilder state = bitmap(DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.11.1")
                .string(Tag.SOP_INSTANCE_UID, "2.25.7")
                .items(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder()
                                .items(Tag.REFERENCED_IMAGE_SEQUENCE, reference)
                                .build()));
        BufferedImage picture =
                render(file, "--presentation", write("state.dcm", state).toString());
        assertThat(grey(picture, 0)).isEqualTo(200);
        assertThat(grey(picture, 1)).isEqualTo(128);
    }

    /** Bright above, dark below. */
    private static DataSetBuilder image() {
        byte bright = (byte) 200;
        return Pixels.describe(
                        DataSet.builder()
                                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
                                .string(Tag.SOP_INSTANCE_UID, "2.25.1"),
                        2,
                        4,
                        1,
                        "MONOCHROME2",
                        8,
                        8)
                .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {bright, bright, bright, bright, 0, 0, 0, 0});
    }

    private static DataSetBuilder bitmap(DataSetBuilder builder) {
        return builder.string(Tag.SHUTTER_SHAPE, "BITMAP")
                .integer(Tag.SHUTTER_OVERLAY_GROUP, 0x6000)
                .integer(Tag.SHUTTER_PRESENTATION_VALUE, 0x8080)
                .integer(Tag.OVERLAY_ROWS, 2)
                .integer(Tag.OVERLAY_COLUMNS, 4)
                .integer(Tag.OVERLAY_ORIGIN, 1, 1)
                .bytes(Tag.OVERLAY_DATA, Vr.OW, new byte[] {0b0010, 0});
    }

    private Path write(String name, DataSetBuilder data) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            DicomWriter.write(data.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
        }
        return file;
    }

    private BufferedImage render(Path file, String... options) throws IOException {
        Path picture = folder.resolve("picture.png");
        List<String> line = new ArrayList<>(List.of("render", file.toString(), "-o", picture.toString()));
        line.addAll(List.of(options));
        Run run = Run.of(line.toArray(new String[0]));
        assertThat(run.err()).startsWith("Wrote");
        return ImageIO.read(picture.toFile());
    }

    private static int grey(BufferedImage picture, int column) {
        return picture.getRaster().getSample(column, 0, 0);
    }
}
