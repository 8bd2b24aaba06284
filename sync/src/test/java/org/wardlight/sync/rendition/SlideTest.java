// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.EncapsulatedPixelData;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.phantom.SlideFixture;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.rendition.RenditionException.NotFound;
import org.wardlight.sync.study.StudyDescriptor;
import org.wardlight.sync.study.StudyDescriptors;

/** C04 and the whole of PS3.3 C.8.12: 1000 × 700 pixels in tiles of 128, levels at 1, 1/3 and 1/15, one tile missing, two parts. */
class SlideTest {
    private static final CacheLimits LIMITS = new CacheLimits(8 << 20, 8 << 20, 1 << 20, 8 << 20);

    private final SlideFixture fixture = new SlideFixture(1000, 700, 128);
    private final MemoryBlobs blobs = new MemoryBlobs();
    private final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());

    private void ingest(List<byte[]> files) throws IOException {
        Ingester ingester = new Ingester(blobs, catalog, Limits.STANDARD);
        for (byte[] file : files) {
            ingester.ingest(IngestItem.stream("a slide's file", new ByteArrayInputStream(file)));
        }
    }

    private StudyDescriptor.Series series() {
        return new StudyDescriptors(catalog)
                .of(SlideFixture.STUDY)
                .orElseThrow()
                .series()
                .get(0);
    }

    private RenditionCache cache() {
        return new RenditionCache(catalog, blobs, LIMITS, 2);
    }

    private static BufferedImage image(Rendered rendered) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(rendered.bytes()));
    }

    private Rendered tile(RenditionCache cache, Rendition rendition, int level, int row, int column)
            throws IOException {
        return cache.tile(SlideFixture.BASE + ".1", 1, rendition, new TileAddress(level, row, column));
    }

    @Test
    void a_slide_is_one_frame_of_its_whole_matrix_and_its_label_another() throws Exception {
        ingest(fixture.files());
        StudyDescriptor.Series series = series();
        assertThat(series.frames()).hasSize(2);
        FrameKind slide = series.kinds().get(series.frames().get(0).kind());
        assertThat(slide.rows()).isEqualTo(700);
        assertThat(slide.columns()).isEqualTo(1000);
        assertThat(slide.tile()).isEqualTo(128);
        assertThat(slide.levels()).isEqualTo(4);
        assertThat(slide.notices()).containsExactly("1 of 48 tiles are not here and shown as background");
        assertThat(series.instances().get(series.frames().get(0).instance()).instance())
                .isEqualTo(SlideFixture.BASE + ".1");
        FrameKind label = series.kinds().get(series.frames().get(1).kind());
        assertThat(label.view()).isEqualTo("Label");
        assertThat(label.notices()).isEmpty();
    }

    @Test
    void a_tile_on_the_grid_is_the_stored_codestream_untouched() throws Exception {
        ingest(fixture.files());
        DicomObject part = DicomReader.read(new MemoryByteSource(fixture.base().get(0)), Limits.STANDARD);
        EncapsulatedPixelData pixels = (EncapsulatedPixelData) part.pixelData().orElseThrow();
        // Frames are written from the last place to the first: the first tile of the slide is the last of its part.
        byte[] stored = pixels.codestream(part.source(), pixels.frameStarts().length - 1, Limits.STANDARD);
        try (RenditionCache cache = cache()) {
            assertThat(tile(cache, Rendition.PREVIEW, 0, 0, 0).bytes()).isEqualTo(stored);
        }
    }

    @Test
    void tiles_come_from_either_part_edges_are_cut_and_what_is_missing_is_white() throws Exception {
        ingest(fixture.files());
        try (RenditionCache cache = cache()) {
            near(image(tile(cache, Rendition.EXACT, 0, 0, 0)), 0, 0, 1);
            near(image(tile(cache, Rendition.EXACT, 0, 3, 4)), 3 * 128, 4 * 128, 1);
            BufferedImage edge = image(tile(cache, Rendition.EXACT, 0, 5, 6));
            assertThat(edge.getWidth()).isEqualTo(128);
            assertThat(edge.getHeight()).isEqualTo(700 - 5 * 128);
            BufferedImage missing = image(tile(cache, Rendition.EXACT, 0, 0, 7));
            assertThat(missing.getWidth()).isEqualTo(1000 - 7 * 128);
            assertThat(missing.getRGB(50, 60) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        }
    }

    @Test
    void coarser_levels_come_from_the_nearest_finer_one_whatever_the_ratio() throws Exception {
        ingest(fixture.files());
        try (RenditionCache cache = cache()) {
            for (int level = 1; level < 4; level++) {
                BufferedImage tile = image(tile(cache, Rendition.EXACT, level, 0, 0));
                assertThat(tile.getWidth()).isEqualTo(level == 3 ? 125 : 128);
                // The ground in the corner, and nothing of the green filling anywhere.
                assertThat(tile.getRGB(0, 0) & 0xFF).isBetween(0xEA, 0xFA);
                for (int y = 0; y < tile.getHeight(); y++) {
                    for (int x = 0; x < tile.getWidth(); x++) {
                        int rgb = tile.getRGB(x, y);
                        assertThat((rgb >> 8 & 255) - Math.max(rgb >> 16 & 255, rgb & 255))
                                .isLessThan(60);
                    }
                }
            }
        }
    }

    @Test
    void a_slide_without_coarser_levels_is_halved_tile_by_tile() throws Exception {
        ingest(fixture.base());
        assertThat(series().frames()).hasSize(1);
        try (RenditionCache cache = cache()) {
            BufferedImage top = image(tile(cache, Rendition.EXACT, 3, 0, 0));
            assertThat(top.getWidth()).isEqualTo(125);
            assertThat(top.getHeight()).isEqualTo(88);
            assertThat(image(cache.strip(SlideFixture.SERIES, 0)).getWidth()).isGreaterThan(100);
        }
    }

    @Test
    void when_a_part_is_not_here_its_tiles_are_counted_and_the_others_stay_in_place() throws Exception {
        ingest(List.of(fixture.base().get(1)));
        FrameKind kind = series().kinds().get(0);
        assertThat(kind.notices().get(0)).startsWith("24 of 48 tiles are not here");
        try (RenditionCache cache = cache()) {
            Rendered there = cache.tile(SlideFixture.BASE + ".2", 1, Rendition.EXACT, new TileAddress(0, 3, 4));
            near(image(there), 3 * 128, 4 * 128, 1);
        }
    }

    @Test
    void only_the_object_that_stands_for_the_slide_has_tiles_and_its_version_is_that_of_all() throws Exception {
        ingest(fixture.base());
        String before = series().instances().get(0).version();
        ingest(fixture.files());
        assertThat(series().instances().get(0).version()).isNotEqualTo(before);
        try (RenditionCache cache = cache()) {
            assertThatThrownBy(() -> cache.tile(SlideFixture.BASE + ".2", 1, Rendition.EXACT, new TileAddress(0, 0, 0)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> cache.tile(SlideFixture.BASE + ".1", 2, Rendition.EXACT, new TileAddress(0, 0, 0)))
                    .isInstanceOf(NotFound.class);
        }
    }

    /** JPEG is not exact, but nothing is in another place. */
    private void near(BufferedImage tile, int top, int left, int step) {
        long difference = 0;
        for (int y = 0; y < tile.getHeight(); y++) {
            for (int x = 0; x < tile.getWidth(); x++) {
                int rgb = tile.getRGB(x, y);
                int expected = fixture.colour((top + y) * step, (left + x) * step);
                for (int shift = 0; shift <= 16; shift += 8) {
                    difference += Math.abs((rgb >> shift & 255) - (expected >> shift & 255));
                }
            }
        }
        assertThat(difference / (3.0 * tile.getWidth() * tile.getHeight())).isLessThan(4);
    }
}
