// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.Pixels;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.study.StudyDescriptor;
import org.wardlight.sync.study.StudyDescriptors;

/** PS3.3 C.8.12, C.7.6.17: what seldom occurs in slides, each in tiles of 128 that have one colour. */
class SlideCasesTest {
    private static final int EDGE = 128;
    private static final String STUDY = "2.25.890";

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());

    @Test
    void optical_paths_and_focal_planes_are_frames_with_names_in_the_order_of_the_standard() throws IOException {
        List<Integer> colours = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            colours.add(0x101010 * i);
        }
        // Two tiles across, two planes, two paths (C.7.6.17.3).
        ingest(slide("VOLUME", EDGE, 2 * EDGE, 8)
                .string(Tag.DIMENSION_ORGANIZATION_TYPE, "TILED_FULL")
                .integer(Tag.TOTAL_PIXEL_MATRIX_FOCAL_PLANES, 2)
                .items(Tag.OPTICAL_PATH_SEQUENCE, path("A", "Haematoxylin"), path("B", "DAPI"))
                .bytes(Tag.PIXEL_DATA, Vr.OW, tiles(colours)));
        StudyDescriptor.Series series = series();
        assertThat(series.frames())
                .extracting(frame -> series.kinds().get(frame.kind()).view())
                .containsExactly(
                        "Optical path Haematoxylin, Focal plane 1 of 2",
                        "Optical path Haematoxylin, Focal plane 2 of 2",
                        "Optical path DAPI, Focal plane 1 of 2",
                        "Optical path DAPI, Focal plane 2 of 2");
        for (int channel = 0; channel < 4; channel++) {
            assertThat(colour(channel + 1, 0, 1, 5, 5)).isEqualTo(0x101010 * (2 * channel + 1));
        }
    }

    @Test
    void tiles_off_the_grid_lie_where_they_say_on_the_colour_that_the_slide_states() throws IOException {
        DataSet at = DataSet.builder()
                .integer(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 101)
                .integer(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 51)
                .build();
        ingest(slide("VOLUME", 2 * EDGE, 2 * EDGE, 1)
                .string(Tag.DIMENSION_ORGANIZATION_TYPE, "TILED_SPARSE")
                .integer(Tag.RECOMMENDED_ABSENT_PIXEL_CIELAB_VALUE, 0, 0x8080, 0x8080)
                .items(
                        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        DataSet.builder()
                                .items(Tag.PLANE_POSITION_SLIDE_SEQUENCE, at)
                                .build())
                .bytes(Tag.PIXEL_DATA, Vr.OW, tiles(List.of(0xC05A9A))));
        assertThat(colour(1, 0, 0, 49, 110)).isZero();
        assertThat(colour(1, 0, 0, 50, 100)).isEqualTo(0xC05A9A);
        assertThat(colour(1, 0, 0, 50, 99)).isZero();
        assertThat(colour(1, 1, 1, 49, 99)).isEqualTo(0xC05A9A);
        assertThat(colour(1, 1, 1, 50, 99)).isZero();
    }

    @Test
    void the_overview_is_a_picture_of_its_own() throws IOException {
        ingest(slide("VOLUME", EDGE, EDGE, 1).bytes(Tag.PIXEL_DATA, Vr.OW, tiles(List.of(0x112233))));
        ingest(slide("OVERVIEW", EDGE, EDGE, 1)
                .string(Tag.SOP_INSTANCE_UID, "2.25.890.3")
                .bytes(Tag.PIXEL_DATA, Vr.OW, tiles(List.of(0x445566))));
        StudyDescriptor.Series series = series();
        assertThat(series.frames())
                .extracting(frame -> series.kinds().get(frame.kind()).view())
                .containsExactly(null, "Overview");
    }

    @Test
    void a_tile_that_is_broken_is_crossed_out_and_never_background() throws IOException {
        byte[] whole = jpeg(EDGE);
        byte[] broken = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, 4};
        ingest(
                slide("VOLUME", EDGE, 2 * EDGE, 2)
                        .string(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL_422")
                        .frames(List.of(whole, broken)),
                "1.2.840.10008.1.2.4.50");
        assertThat(colour(1, 0, 1, 0, 0)).isZero();
        assertThat(colour(1, 0, 1, 5, 64)).isEqualTo(0xA0A0A0);
    }

    @Test
    void an_edge_tile_that_was_cut_where_the_matrix_ends_is_shown_as_it_is() throws IOException {
        cut(EDGE + 64);
        assertThat(colour(1, 0, 1, 0, 0)).isZero();
        assertThat(colour(1, 0, 1, 5, 40)).isZero();
        assertThat(colour(1, 0, 1, 127, 63)).isZero();
    }

    /** A slide of two tiles, the second of which has 64 columns. */
    private void cut(int columns) throws IOException {
        ingest(
                slide("VOLUME", EDGE, columns, 2)
                        .string(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL_422")
                        .frames(List.of(jpeg(EDGE), jpeg(64))),
                "1.2.840.10008.1.2.4.50");
    }

    @Test
    void a_tile_that_is_smaller_than_what_is_left_of_the_matrix_is_not_stretched_and_not_background()
            throws IOException {
        cut(EDGE + 65);
        assertThat(colour(1, 0, 1, 0, 0)).isZero();
        assertThat(colour(1, 0, 1, 5, 40)).isEqualTo(0xA0A0A0);
    }

    @Test
    void a_large_slide_with_its_full_resolution_alone_says_that_overviews_take_long() throws IOException {
        ingest(slide("VOLUME", 40 * EDGE, 40 * EDGE, 1).bytes(Tag.PIXEL_DATA, Vr.OW, tiles(List.of(0))));
        FrameKind kind = series().kinds().get(0);
        assertThat(kind.notices()).anyMatch(notice -> notice.contains("full resolution alone"));
    }

    private static DataSet path(String name, String description) {
        return DataSet.builder()
                .string(Tag.OPTICAL_PATH_IDENTIFIER, name)
                .string(Tag.OPTICAL_PATH_DESCRIPTION, description)
                .build();
    }

    private static byte[] tiles(List<Integer> colours) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int colour : colours) {
            for (int i = 0; i < EDGE * EDGE; i++) {
                out.write(colour >> 16);
                out.write(colour >> 8);
                out.write(colour);
            }
        }
        return out.toByteArray();
    }

    private static byte[] jpeg(int columns) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(columns, EDGE, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    private static DataSetBuilder slide(String flavor, int rows, int columns, int frames) {
        return Pixels.describe(
                DataSet.builder()
                        .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.77.1.6")
                        .string(Tag.SOP_INSTANCE_UID, "2.25.890.2")
                        .string(Tag.STUDY_INSTANCE_UID, STUDY)
                        .string(Tag.SERIES_INSTANCE_UID, "2.25.890.1")
                        .string(Tag.PATIENT_ID, "9990000018")
                        .string(Tag.MODALITY, "SM")
                        .string(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", flavor, "NONE")
                        .integer(Tag.TOTAL_PIXEL_MATRIX_ROWS, rows)
                        .integer(Tag.TOTAL_PIXEL_MATRIX_COLUMNS, columns)
                        .integer(Tag.NUMBER_OF_FRAMES, frames),
                EDGE,
                EDGE,
                3,
                "RGB",
                8,
                8);
    }

    private void ingest(DataSetBuilder data) throws IOException {
        ingest(data, "1.2.840.10008.1.2.1");
    }

    private void ingest(DataSetBuilder data, String syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(data.build(), TransferSyntax.of(syntax), out);
        new Ingester(blobs, catalog, Limits.STANDARD)
                .ingest(IngestItem.stream("a slide's file", new ByteArrayInputStream(out.toByteArray())));
    }

    private StudyDescriptor.Series series() {
        return new StudyDescriptors(catalog).of(STUDY).orElseThrow().series().get(0);
    }

    private int colour(int frame, int tileRow, int tileColumn, int row, int column) throws IOException {
        try (RenditionCache cache = new RenditionCache(catalog, blobs, CacheLimits.forHeap(256 << 20), 2)) {
            byte[] png = cache.tile("2.25.890.2", frame, Rendition.EXACT, new TileAddress(0, tileRow, tileColumn))
                    .bytes();
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            return image.getRGB(column, row) & 0xFFFFFF;
        }
    }
}
